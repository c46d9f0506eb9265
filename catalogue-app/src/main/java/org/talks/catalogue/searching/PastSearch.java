package org.talks.catalogue.searching;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;
import org.talks.catalogue.asof.PastLog;
import org.talks.catalogue.asof.PastLogs;
import org.talks.catalogue.data.DataDirectory;
import org.talks.catalogue.eventstore.EventLog;
import org.talks.catalogue.projection.BuildProgress;
import org.talks.catalogue.projection.RebuildCancelledException;
import org.talks.catalogue.projection.StreamScan;
import org.talks.catalogue.projection.UnusableViewException;
import org.talks.search.IndexSettings;
import org.talks.search.SearchRequest;
import org.talks.search.SearchResult;

/// Searches the catalogue as it was at a position of the log. An index of that moment is built when somebody
/// first asks, beside the live one and with few threads, one build at a time; a few are kept, the least asked
/// ones give way. Nothing of them outlives the process. Thread-safe.
@Component
public final class PastSearch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PastSearch.class);

    /// Indexes kept; each is as large as the live one.
    private static final int KEPT = 3;

    /// Moments that wait to be built, the running build included; who asks for more is put off and asks again.
    private static final int WAITING = 3;

    /// Where builds cannot be told to let others go first, one thread, so that the live search keeps the rest.
    private static final int THREADS_OF_FULL_PRIORITY = 1;

    /// A build's memory; a rebuild of the live index takes four times as much.
    private static final int BUFFER_MEGABYTES = 64;

    private static final int CLOSE_SECONDS = 20;

    private final TalkIndexKind kind;
    private final PastLogs logs;
    private final EventLog log;
    private final TalkSearch live;
    private final SynonymList synonyms;
    private final Path root;
    private final ExecutorService builder = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("past-index").daemon().factory());
    private final SequencedMap<Long, Generation> generations = new LinkedHashMap<>(16, 0.75f, true);
    private int directories;

    PastSearch(
            TalkIndexKind kind,
            PastLogs logs,
            EventLog log,
            TalkSearch live,
            SynonymList synonyms,
            DataDirectory directory) {
        this.kind = kind;
        this.logs = logs;
        this.log = log;
        this.live = live;
        this.synonyms = synonyms;
        this.root = directory.views().resolve("past");
        // What a process before this one left behind.
        delete(root);
    }

    /// How far the index of a moment is.
    ///
    /// @param phase what is being done, for people
    /// @param done events dealt with
    /// @param total events up to the moment
    /// @param error why the last attempt failed, null when none did; asking again tries again
    public record Preparing(
            long position,
            String phase,
            long done,
            long total,
            @Nullable String error) {}

    private enum State {
        WAITING,
        BUILDING,
        READY,
        FAILED
    }

    private static final class Generation {
        final long position;
        final Path directory;
        final BuildProgress progress = new BuildProgress();
        /// Held for reading while somebody searches, for writing when it is closed.
        final ReentrantReadWriteLock use = new ReentrantReadWriteLock();
        volatile State state = State.WAITING;
        volatile @Nullable TalkIndexProjection projection;
        /// The position of the present log up to which nothing was hidden that this index shows.
        volatile long checked;
        volatile @Nullable String error;

        Generation(long position, Path directory) {
            this.position = position;
            this.directory = directory;
        }
    }

    /// Searches, if the index of the moment is there; otherwise sees to it that it will be.
    ///
    /// @param position at most the head of the log
    /// @return empty while it is being prepared, see [#preparing]
    public Optional<SearchResult> search(long position, SearchRequest request) {
        if (position == log.head()) {
            // The present. Its view follows within milliseconds.
            return Optional.of(live.search(request));
        }
        var generation = generation(position);
        if (generation == null) {
            return Optional.empty();
        }
        generation.use.readLock().lock();
        try {
            var projection = generation.projection;
            if (projection == null) {
                return Optional.empty();
            }
            // Words mean what they mean now.
            projection.index().synonyms(synonyms.inUse());
            return Optional.of(projection.index().search(request));
        } catch (IOException e) {
            throw new UncheckedIOException("The search index of the past cannot be read: " + e.getMessage(), e);
        } finally {
            generation.use.readLock().unlock();
        }
    }

    /// How far the index of a moment is that [#search] did not have. A failure is told once.
    public synchronized Preparing preparing(long position) {
        var generation = generations.get(position);
        if (generation == null) {
            return new Preparing(position, "waiting for other moments to be prepared", 0, position, null);
        }
        var error = generation.error;
        if (generation.state == State.FAILED) {
            generations.remove(position);
        }
        var waiting = generation.state == State.WAITING;
        return new Preparing(
                position,
                waiting ? "waiting for another moment to be prepared" : generation.progress.phase(),
                Math.min(generation.progress.events(), position),
                position,
                error);
    }

    /// @return null when it is not ready
    private @Nullable Generation generation(long position) {
        var found = find(position);
        if (found == null || found.state != State.READY) {
            return null;
        }
        var head = log.head();
        if (head > found.checked) {
            if (logs.decidedAnything(found.checked, head)) {
                discard(found);
                find(position);
                return null;
            }
            found.checked = head;
        }
        return found;
    }

    /// @return null when it has to wait for room
    private synchronized @Nullable Generation find(long position) {
        var known = generations.get(position);
        if (known != null) {
            return known;
        }
        var unbuilt = generations.values().stream()
                .filter(generation -> generation.state == State.WAITING || generation.state == State.BUILDING)
                .count();
        if (unbuilt >= WAITING) {
            return null;
        }
        directories++;
        var generation = new Generation(position, root.resolve(position + "-" + directories));
        generations.put(position, generation);
        builder.execute(() -> build(generation));
        return generation;
    }

    private void build(Generation generation) {
        if (generation.progress.isCancelled()) {
            return;
        }
        generation.state = State.BUILDING;
        // All threads of the build are made by this one and inherit it.
        var threads = LowPriority.ofThisThread() ? StreamScan.WORKERS : THREADS_OF_FULL_PRIORITY;
        var started = System.nanoTime();
        try {
            generation.progress.phase("what may be seen");
            PastLog past = logs.at(generation.position);
            generation.checked = past.seenAt();
            generation.projection = kind.build(
                    generation.directory,
                    past,
                    generation.position,
                    generation.progress,
                    new IndexSettings(BUFFER_MEGABYTES, true, true, false, false),
                    threads);
            generation.state = State.READY;
            LOG.info(
                    "The index as of position {} was built in {} ms",
                    generation.position,
                    (System.nanoTime() - started) / 1_000_000);
            makeRoom();
        } catch (RebuildCancelledException e) {
            delete(generation.directory);
        } catch (RuntimeException | UnusableViewException e) {
            LOG.error("The index as of position {} cannot be built", generation.position, e);
            generation.error = String.valueOf(e.getMessage());
            generation.state = State.FAILED;
            delete(generation.directory);
        }
    }

    private void makeRoom() {
        while (true) {
            Generation oldest;
            synchronized (this) {
                var ready = generations.values().stream()
                        .filter(generation -> generation.state == State.READY)
                        .toList();
                if (ready.size() <= KEPT) {
                    return;
                }
                oldest = ready.getFirst();
            }
            discard(oldest);
        }
    }

    private void discard(Generation generation) {
        synchronized (this) {
            generations.remove(generation.position, generation);
        }
        generation.use.writeLock().lock();
        try {
            var projection = generation.projection;
            generation.projection = null;
            if (projection != null) {
                projection.close();
            }
        } finally {
            generation.use.writeLock().unlock();
        }
        delete(generation.directory);
    }

    private static void delete(Path directory) {
        try {
            if (Files.exists(directory)) {
                FileSystemUtils.deleteRecursively(directory);
            }
        } catch (IOException e) {
            LOG.warn("{} cannot be deleted: {}", directory, e.getMessage());
        }
    }

    @Override
    public void close() {
        Map<Long, Generation> all;
        synchronized (this) {
            all = Map.copyOf(generations);
        }
        all.values().forEach(generation -> generation.progress.cancel());
        builder.shutdown();
        try {
            if (!builder.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("An index of the past is still being built");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        all.values().forEach(this::discard);
        delete(root);
    }
}
