package org.talks.catalogue.history;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.talks.catalogue.talk.TalkId;
import org.talks.catalogue.transcript.TranscriptId;

/// What happened to the transcripts of talks. They may be seen where their talk may.
@Component
public final class TranscriptHistory {

    private final History history;

    TranscriptHistory(History history) {
        this.history = history;
    }

    /// @param editor whether the reader may edit
    public Optional<HistoryOf> of(TranscriptId transcript, boolean editor) {
        return Shown.to(editor, history.now(transcript.talk().stream()))
                ? history.of(transcript.stream(), editor)
                : Optional.empty();
    }

    /// Every transcript that a talk ever had, removed ones too.
    public List<TranscriptId> ofTalk(TalkId talk) {
        var prefix = "transcript:" + talk.value() + ":";
        return history.streams(prefix, Long.MAX_VALUE).stream()
                .map(stream -> stream.substring(prefix.length()))
                .map(name -> new TranscriptId(
                        talk, name.substring(0, name.indexOf(':')), name.substring(name.indexOf(':') + 1)))
                .toList();
    }
}
