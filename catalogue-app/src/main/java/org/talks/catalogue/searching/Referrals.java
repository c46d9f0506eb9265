package org.talks.catalogue.searching;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.talks.catalogue.conference.ConferenceContent;
import org.talks.catalogue.eventstore.EventLog;
import org.talks.catalogue.eventstore.RecordedEvent;
import org.talks.catalogue.projection.ParkedStream;
import org.talks.catalogue.series.SeriesContent;
import org.talks.catalogue.speaker.SpeakerContent;
import org.talks.catalogue.transcript.TranscriptContent;
import org.talks.events.ConferenceEvent;
import org.talks.events.SeriesEvent;
import org.talks.events.SpeakerEvent;
import org.talks.events.TalkEvent;
import org.talks.events.TranscriptEvent;

/// Conferences, series, speakers and transcripts as they are at one position of the log: a bounded cache over
/// their streams, kept right by the events that pass by. For one thread.
final class Referrals implements TalkDocuments.Referred {

    /// Contents kept in memory; a speaker takes about half a kilobyte.
    private static final int KEPT = 50_000;

    private final EventLog log;
    private final Map<String, ParkedStream> parked;
    private final Map<String, TreeSet<String>> transcriptStreams = new HashMap<>();
    private final Map<String, Object> kept = new LinkedHashMap<>(1024, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Object> eldest) {
            return size() > KEPT;
        }
    };
    private long position;

    /// @param parked streams that are read only up to where they are parked
    Referrals(EventLog log, long position, Map<String, ParkedStream> parked) {
        this.log = log;
        this.parked = parked;
        this.position = position;
        log.streams("transcript:", position).forEach(this::addTranscriptStream);
    }

    /// From now on, what is not kept is read up to this position. The events in between must be told by
    /// [#changed] and [#transcriptChanged] before anything is asked.
    void moveTo(long newPosition) {
        position = newPosition;
    }

    /// One event of a conference, series or speaker.
    void changed(RecordedEvent recorded) {
        var stream = recorded.stream();
        if (recorded.sequence() == 0 || kept.containsKey(stream)) {
            kept.put(stream, after(recorded.sequence() == 0 ? null : kept.get(stream), recorded));
        }
    }

    void transcriptChanged(TranscriptEvent event) {
        addTranscriptStream(event.stream());
    }

    @Override
    public @Nullable ConferenceContent conference(String id) {
        return (ConferenceContent) content("conference:" + id);
    }

    @Override
    public @Nullable SeriesContent series(String id) {
        return (SeriesContent) content("series:" + id);
    }

    @Override
    public @Nullable SpeakerContent speaker(String id) {
        return (SpeakerContent) content("speaker:" + id);
    }

    @Override
    public List<TranscriptContent> transcripts(String talkId) {
        var streams = transcriptStreams.get(talkId);
        if (streams == null) {
            return List.of();
        }
        var transcripts = new ArrayList<TranscriptContent>();
        for (var stream : streams) {
            @Nullable TranscriptContent transcript = null;
            for (var recorded : read(stream)) {
                transcript = TranscriptContent.after(transcript, (TranscriptEvent) recorded.event());
            }
            if (transcript != null && !transcript.removed()) {
                transcripts.add(transcript);
            }
        }
        return transcripts;
    }

    /// A stream is read anew when it is next asked for.
    void forget(String stream) {
        kept.remove(stream);
    }

    private List<RecordedEvent> read(String stream) {
        var at = parked.get(stream);
        return log.stream(stream, at == null ? position : Math.min(position, at.position() - 1));
    }

    private @Nullable Object content(String stream) {
        var content = kept.get(stream);
        if (content == null) {
            for (var recorded : read(stream)) {
                content = after(content, recorded);
            }
            if (content != null) {
                kept.put(stream, content);
            }
        }
        return content;
    }

    private static Object after(@Nullable Object before, RecordedEvent recorded) {
        return switch (recorded.event()) {
            case ConferenceEvent e -> ConferenceContent.after((ConferenceContent) before, e);
            case SeriesEvent e -> SeriesContent.after((SeriesContent) before, e);
            case SpeakerEvent e -> SpeakerContent.after((SpeakerContent) before, e);
            case TalkEvent e -> throw new IllegalArgumentException(e + " is of a talk");
            case TranscriptEvent e -> throw new IllegalArgumentException(e + " is of a transcript");
        };
    }

    private void addTranscriptStream(String stream) {
        var talkId = stream.split(":", 3)[1];
        transcriptStreams.computeIfAbsent(talkId, t -> new TreeSet<>()).add(stream);
    }
}
