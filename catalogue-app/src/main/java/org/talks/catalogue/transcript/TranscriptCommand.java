package org.talks.catalogue.transcript;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import org.talks.catalogue.command.CatalogueCommand;
import org.talks.catalogue.talk.TalkId;
import org.talks.events.Cue;

/// Everything that may be said to a transcript. Constructing one refuses a language or an origin that cannot be
/// part of the stream's name.
public sealed interface TranscriptCommand extends CatalogueCommand {

    TalkId talk();

    /// BCP 47 tag, in canonical case.
    String language();

    String origin();

    /// Which transcript it is about.
    default TranscriptId transcript() {
        return new TranscriptId(talk(), language(), origin());
    }

    @Override
    default String stream() {
        return transcript().stream();
    }

    /// Adds a transcript where there is none. Cues are stored in time order, without empty ones.
    record AttachTranscript(
            TalkId talk,
            String language,
            String origin,

            @JsonSetter(nulls = Nulls.AS_EMPTY, contentNulls = Nulls.FAIL)
            List<Cue> cues)
            implements TranscriptCommand {
        public AttachTranscript {
            language = TranscriptId.canonicalLanguage(language);
            origin = TranscriptId.checkedOrigin(origin);
            cues = List.copyOf(cues);
        }
    }

    /// Replaces all cues of one that is there.
    record ReplaceTranscript(
            TalkId talk,
            String language,
            String origin,

            @JsonSetter(nulls = Nulls.AS_EMPTY, contentNulls = Nulls.FAIL)
            List<Cue> cues)
            implements TranscriptCommand {
        public ReplaceTranscript {
            language = TranscriptId.canonicalLanguage(language);
            origin = TranscriptId.checkedOrigin(origin);
            cues = List.copyOf(cues);
        }
    }

    record RemoveTranscript(TalkId talk, String language, String origin) implements TranscriptCommand {
        public RemoveTranscript {
            language = TranscriptId.canonicalLanguage(language);
            origin = TranscriptId.checkedOrigin(origin);
        }
    }
}
