package org.talks.catalogue.searching;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.talks.catalogue.conference.ConferenceContent;
import org.talks.catalogue.eventstore.EventLog;
import org.talks.catalogue.eventstore.RecordedEvent;
import org.talks.catalogue.projection.BuildProgress;
import org.talks.catalogue.projection.StreamScan;
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

    private final Waiting searches;

    TalkIndexKind(Waiting searches) {
        this.searches = searches;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public TalkIndexProjection open(Path directory, EventLog log) throws UnusableViewException {
        // An index that should be there and is not must be noticed, not silently begun.
        var settings =
                log.head() == 0 ? IndexSettings.live() : IndexSettings.live().existing();
        var index = openIndex(directory, settings.orOutdated());
        try {
            return TalkIndexProjection.resume(index, () -> openIndex(directory, IndexSettings.live()), log, searches);
        } catch (UnusableViewException e) {
            close(index);
            throw e;
        }
    }

    @Override
    public TalkIndexProjection build(Path directory, EventLog log, long upToPosition, BuildProgress progress)
            throws UnusableViewException {
        return build(directory, log, upToPosition, progress, IndexSettings.forRebuild(), StreamScan.WORKERS);
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
            StreamScan.inOrder(
                    log,
                    "talk",
                    upToPosition,
                    progress,
                    workers,
                    stream -> {
                        put(index, stream, referred);
                        return true;
                    },
                    _ -> {});
            progress.phase("commit");
            index.commit(IndexCommit.at(upToPosition, log, List.of()).userData());
        } catch (IOException e) {
            throw new ViewStorageException("The search index cannot be built: " + e.getMessage(), e);
        }
        return open(directory, log);
    }

    private static void put(TalkIndex index, List<RecordedEvent> stream, Everything referred) {
        var fold = TalkFold.of(stream);
        var document = fold == null ? null : TalkDocuments.of(fold.content(), fold.addedAt(), referred);
        if (document != null) {
            try {
                // Each stream is scanned once.
                index.putNew(document);
            } catch (IOException e) {
                throw new ViewStorageException("The search index cannot be built: " + e.getMessage(), e);
            }
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
            scan(log, "conference", position, progress, ConferenceEvent.class, ConferenceContent::after, conferences);
            var series = new HashMap<String, SeriesContent>();
            scan(log, "series", position, progress, SeriesEvent.class, SeriesContent::after, series);
            var speakers = new HashMap<String, SpeakerContent>();
            scan(log, "speaker", position, progress, SpeakerEvent.class, SpeakerContent::after, speakers);
            // Transcripts are large, so only their names are kept; each is read when its talk is indexed.
            var transcripts = new HashMap<String, List<String>>();
            for (var stream : log.streams("transcript:", position)) {
                transcripts
                        .computeIfAbsent(stream.split(":", 3)[1], t -> new ArrayList<>())
                        .add(stream);
            }
            return new Everything(conferences, series, speakers, transcripts, log, position);
        }

        private interface Fold<C, E> {
            C after(@Nullable C before, E event);
        }

        private record Folded<C>(String id, C content) {}

        private static <C, E> void scan(
                EventLog log,
                String prefix,
                long position,
                BuildProgress progress,
                Class<E> type,
                Fold<C, E> fold,
                Map<String, C> contents) {
            StreamScan.inOrder(
                    log,
                    prefix,
                    position,
                    progress,
                    stream -> {
                        @Nullable C content = null;
                        for (var recorded : stream) {
                            content = fold.after(content, type.cast(recorded.event()));
                        }
                        return new Folded<>(
                                stream.getFirst().stream().substring(prefix.length() + 1),
                                Objects.requireNonNull(content));
                    },
                    folded -> contents.put(folded.id(), folded.content()));
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
