package org.talks.catalogue.searching;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.talks.catalogue.conference.ConferenceContent;
import org.talks.catalogue.eventstore.EventLog;
import org.talks.catalogue.projection.BuildProgress;
import org.talks.catalogue.projection.UnusableViewException;
import org.talks.catalogue.series.SeriesContent;
import org.talks.catalogue.speaker.SpeakerContent;
import org.talks.catalogue.talk.TalkContent;
import org.talks.catalogue.transcript.TranscriptContent;
import org.talks.events.CatalogueEvent;
import org.talks.events.ConferenceEvent;
import org.talks.events.SpeakerEvent;
import org.talks.events.TalkEvent;
import org.talks.search.IndexSettings;
import org.talks.search.TalkDocument;
import org.talks.search.TalkIndex;

/// The index built three ways: by the catalogue's own engine, one write per event, one write per talk of a batch.
public final class IndexWork implements AutoCloseable {

    private final TalkIndex index;
    private final Known known = new Known();
    private final Set<String> touched = new LinkedHashSet<>();

    private final boolean durable;

    /// Opens an empty index for the handlers; they share the fold and the documents with the catalogue.
    ///
    /// @param durable whether each batch is committed, so that its token may be stored
    public IndexWork(Path directory, boolean durable) throws IOException {
        this.durable = durable;
        index = TalkIndex.open(directory, IndexSettings.live());
    }

    /// The catalogue's own rebuild, durable when it returns.
    ///
    /// @return how many talks it holds
    public static int rebuild(Path directory, EventLog log, BuildProgress progress) throws UnusableViewException {
        try (var built = new TalkIndexKind(Waiting.NOBODY).build(directory, log, log.head(), progress)) {
            return built.index().size();
        }
    }

    /// The final documents of all talks.
    public static List<TalkDocument> documents(EventLog log) {
        var known = new Known();
        log.scan(0, log.head(), raw -> {
            var recorded = raw.decode();
            known.apply(recorded.event(), recorded.time());
        });
        var documents = new ArrayList<TalkDocument>(known.talks.size());
        for (var id : known.talks.keySet()) {
            var document = known.document(id);
            if (document != null) {
                documents.add(document);
            }
        }
        return documents;
    }

    /// As the documentation of the framework shows a handler: the event is applied and the talk is written.
    public void onEach(CatalogueEvent event, Instant time) {
        known.apply(event, time);
        if (event instanceof TalkEvent talk) {
            put(talk.talkId());
        }
    }

    /// The event is applied; the talk is written at the end of the batch.
    public void onInBatch(CatalogueEvent event, Instant time) {
        known.apply(event, time);
        if (event instanceof TalkEvent talk) {
            touched.add(talk.talkId());
        }
    }

    /// Writes what is still to be written.
    public void endOfBatch() {
        touched.forEach(this::put);
        touched.clear();
        if (durable) {
            try {
                commit();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    public void commit() throws IOException {
        index.commit(Map.of());
    }

    private void put(String talkId) {
        try {
            var document = known.document(talkId);
            if (document != null) {
                index.put(document);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        index.close();
    }

    /// Everything, folded in memory. A handler that had to read what it knows from a database would be slower.
    private static final class Known implements TalkDocuments.Referred {
        final Map<String, TalkContent> talks = new HashMap<>();
        final Map<String, Instant> added = new HashMap<>();
        final Map<String, ConferenceContent> conferences = new HashMap<>();
        final Map<String, SpeakerContent> speakers = new HashMap<>();

        void apply(CatalogueEvent event, Instant time) {
            switch (event) {
                case TalkEvent e -> {
                    talks.compute(e.talkId(), (_, before) -> TalkContent.after(before, e));
                    added.putIfAbsent(e.talkId(), time);
                }
                case ConferenceEvent e ->
                    conferences.compute(e.conferenceId(), (_, before) -> ConferenceContent.after(before, e));
                case SpeakerEvent e -> speakers.compute(e.speakerId(), (_, before) -> SpeakerContent.after(before, e));
                default -> throw new IllegalArgumentException("not generated: " + event);
            }
        }

        @Nullable
        TalkDocument document(String talkId) {
            var talk = talks.get(talkId);
            return talk == null ? null : TalkDocuments.of(talk, added.getOrDefault(talkId, Instant.EPOCH), this);
        }

        @Override
        public @Nullable ConferenceContent conference(String id) {
            return conferences.get(id);
        }

        @Override
        public @Nullable SeriesContent series(String id) {
            return null;
        }

        @Override
        public @Nullable SpeakerContent speaker(String id) {
            return speakers.get(id);
        }

        @Override
        public List<TranscriptContent> transcripts(String talkId) {
            return List.of();
        }
    }
}
