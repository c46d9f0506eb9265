package org.talks.catalogue.searching;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.talks.catalogue.conference.ConferenceContent;
import org.talks.catalogue.eventstore.EventLog;
import org.talks.catalogue.eventstore.RawEvent;
import org.talks.catalogue.eventstore.RecordedEvent;
import org.talks.catalogue.projection.BuildProgress;
import org.talks.catalogue.projection.UnusableViewException;
import org.talks.catalogue.projection.ViewKind;
import org.talks.catalogue.projection.ViewStorageException;
import org.talks.catalogue.searching.TalkIndexProjection.TalkFold;
import org.talks.catalogue.series.SeriesContent;
import org.talks.catalogue.speaker.SpeakerContent;
import org.talks.catalogue.transcript.TranscriptContent;
import org.talks.events.ConferenceEvent;
import org.talks.events.SeriesEvent;
import org.talks.events.SpeakerEvent;
import org.talks.events.TranscriptEvent;
import org.talks.search.IndexSettings;
import org.talks.search.TalkIndex;
import org.talks.search.UnusableIndexException;

/// Opens and builds the search index. A build reads speakers, conferences and series first, then the talks stream
/// by stream; decoding, folding and indexing run on several threads, and each talk is put once.
final class TalkIndexKind implements ViewKind<TalkIndexProjection> {

    static final String NAME = "index";

    /// Talks handed to a worker together; large enough that handing over costs nothing.
    private static final int TALKS_PER_TASK = 64;

    private static final int WORKERS = Math.max(1, Runtime.getRuntime().availableProcessors());

    private final SavedSearches searches;

    TalkIndexKind(SavedSearches searches) {
        this.searches = searches;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public TalkIndexProjection open(Path directory, EventLog log) throws UnusableViewException {
        var index = openIndex(directory, IndexSettings.live());
        try {
            return TalkIndexProjection.resume(index, log, searches);
        } catch (UnusableViewException e) {
            close(index);
            throw e;
        }
    }

    @Override
    public TalkIndexProjection build(Path directory, EventLog log, long upToPosition, BuildProgress progress)
            throws UnusableViewException {
        return build(directory, log, upToPosition, progress, IndexSettings.forRebuild(), WORKERS);
    }

    /// @param workers threads that decode, fold and index
    TalkIndexProjection build(
            Path directory,
            EventLog log,
            long upToPosition,
            BuildProgress progress,
            IndexSettings settings,
            int workers)
            throws UnusableViewException {
        try (var index = openIndex(directory, settings)) {
            progress.phase("speakers and conferences");
            var referred = Everything.upTo(log, upToPosition, progress);
            progress.phase("talks");
            indexTalks(index, log, upToPosition, referred, progress, workers);
            progress.phase("commit");
            index.commit(IndexCommit.at(upToPosition, log, List.of()).userData());
        } catch (IOException e) {
            throw new ViewStorageException("The search index cannot be built: " + e.getMessage(), e);
        }
        return open(directory, log);
    }

    private static void indexTalks(
            TalkIndex index,
            EventLog log,
            long upToPosition,
            Everything referred,
            BuildProgress progress,
            int threads) {
        try (var workers = Executors.newFixedThreadPool(threads)) {
            var underWay = new ArrayBlockingQueue<Future<?>>(threads * 4);
            var gathering = new Object() {
                List<List<RawEvent>> talks = new ArrayList<>();

                void next(RawEvent raw) {
                    if (talks.isEmpty() || !talks.getLast().getFirst().stream().equals(raw.stream())) {
                        if (talks.size() >= TALKS_PER_TASK) {
                            submit();
                        }
                        talks.add(new ArrayList<>());
                    }
                    talks.getLast().add(raw);
                }

                void submit() {
                    var task = talks;
                    talks = new ArrayList<>();
                    if (underWay.remainingCapacity() == 0) {
                        finish(underWay.remove());
                    }
                    underWay.add(workers.submit(() -> index(index, task, referred, progress)));
                }
            };
            try {
                log.scanStreams("talk:", upToPosition, gathering::next);
                gathering.submit();
                underWay.forEach(TalkIndexKind::finish);
            } catch (RuntimeException e) {
                workers.shutdownNow();
                throw e;
            }
        }
    }

    private static void index(
            TalkIndex index, List<List<RawEvent>> talks, Everything referred, BuildProgress progress) {
        for (var raws : talks) {
            var fold = TalkFold.of(raws.stream().map(RawEvent::decode).toList());
            var document = fold == null ? null : TalkDocuments.of(fold.content(), fold.addedAt(), referred);
            if (document != null) {
                try {
                    index.put(document);
                } catch (IOException e) {
                    throw new ViewStorageException("The search index cannot be built: " + e.getMessage(), e);
                }
            }
            progress.advanced(raws.size());
        }
    }

    private static void finish(Future<?> task) {
        try {
            task.get(10, TimeUnit.MINUTES);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException("indexing failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while indexing", e);
        } catch (java.util.concurrent.TimeoutException e) {
            throw new IllegalStateException("indexing a few talks took more than ten minutes", e);
        }
    }

    private static TalkIndex openIndex(Path directory, IndexSettings settings) throws UnusableViewException {
        try {
            return TalkIndex.open(directory, settings);
        } catch (UnusableIndexException e) {
            throw new UnusableViewException("The search index cannot be used: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UnusableViewException("The search index cannot be opened: " + e.getMessage(), e);
        }
    }

    private static void close(TalkIndex index) {
        try {
            index.close();
        } catch (IOException e) {
            throw new ViewStorageException("The search index cannot be closed: " + e.getMessage(), e);
        }
    }

    /// All that talks refer to, folded up to one position. Not changed after it is made, so any thread may ask.
    private record Everything(
            Map<String, ConferenceContent> conferences,
            Map<String, SeriesContent> series,
            Map<String, SpeakerContent> speakers,
            Map<String, List<String>> transcriptStreams,
            EventLog log,
            long position)
            implements TalkDocuments.Referred {

        static Everything upTo(EventLog log, long position, BuildProgress progress) {
            var conferences = new HashMap<String, ConferenceContent>();
            scan(log, "conference:", position, progress, recorded -> {
                var event = (ConferenceEvent) recorded.event();
                conferences.compute(event.conferenceId(), (id, before) -> ConferenceContent.after(before, event));
            });
            var series = new HashMap<String, SeriesContent>();
            scan(log, "series:", position, progress, recorded -> {
                var event = (SeriesEvent) recorded.event();
                series.compute(event.seriesId(), (id, before) -> SeriesContent.after(before, event));
            });
            var speakers = new HashMap<String, SpeakerContent>();
            scan(log, "speaker:", position, progress, recorded -> {
                var event = (SpeakerEvent) recorded.event();
                speakers.compute(event.speakerId(), (id, before) -> SpeakerContent.after(before, event));
            });
            // Transcripts are large, so only their names are kept; each is read when its talk is indexed.
            var transcripts = new HashMap<String, List<String>>();
            for (var stream : log.streams("transcript:", position)) {
                transcripts
                        .computeIfAbsent(stream.split(":", 3)[1], t -> new ArrayList<>())
                        .add(stream);
            }
            return new Everything(conferences, series, speakers, transcripts, log, position);
        }

        private static void scan(
                EventLog log,
                String prefix,
                long position,
                BuildProgress progress,
                java.util.function.Consumer<RecordedEvent> consumer) {
            log.scanStreams(prefix, position, raw -> {
                consumer.accept(raw.decode());
                progress.advanced(1);
            });
        }

        @Override
        public @Nullable ConferenceContent conference(String id) {
            return conferences.get(id);
        }

        @Override
        public @Nullable SeriesContent series(String id) {
            return series.get(id);
        }

        @Override
        public @Nullable SpeakerContent speaker(String id) {
            return speakers.get(id);
        }

        @Override
        public List<TranscriptContent> transcripts(String talkId) {
            var transcripts = new ArrayList<TranscriptContent>();
            for (var stream : transcriptStreams.getOrDefault(talkId, List.of())) {
                @Nullable TranscriptContent transcript = null;
                for (var recorded : log.stream(stream, position)) {
                    transcript = TranscriptContent.after(transcript, (TranscriptEvent) recorded.event());
                }
                if (transcript != null && !transcript.removed()) {
                    transcripts.add(transcript);
                }
            }
            return transcripts;
        }
    }
}
