package org.talks.catalogue.projection;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.talks.catalogue.eventstore.EventLog;
import org.talks.catalogue.eventstore.RawEvent;
import org.talks.catalogue.eventstore.RecordedEvent;

/// The reading half of a build: one thread scans the log stream by stream, several read and fold the streams, and
/// the caller uses what they made, in the order of the streams. What is under way is bounded, so a log of any
/// length takes the same memory.
public final class StreamScan {

    /// Events handed to a worker together; large enough that handing over costs nothing.
    private static final int EVENTS_PER_TASK = 256;

    /// Transcripts are large; a task of them is cut earlier.
    private static final int BYTES_PER_TASK = 512 * 1024;

    /// Threads of a build that may use the whole machine.
    public static final int WORKERS = Math.max(1, Runtime.getRuntime().availableProcessors());

    /// Tasks begun and not yet used, for each worker.
    private static final int UNDER_WAY = 4;

    private static final long LOOK_MILLIS = 100;

    private final BlockingQueue<Future<? extends List<?>>> underWay;
    private final ExecutorService workers;
    private volatile boolean stopped;

    private StreamScan(int workers) {
        this.underWay = new ArrayBlockingQueue<>(UNDER_WAY * workers);
        this.workers = Executors.newFixedThreadPool(
                workers, Thread.ofPlatform().name("build-", 0).daemon().factory());
    }

    /// Reads all streams with a prefix up to a position.
    ///
    /// @param prefix without the colon
    /// @param fold called by several threads, with all events of one stream
    /// @param use called on this thread, in the order of the streams
    /// @throws UnappliableEventException when an event cannot be read or folded
    /// @throws RebuildCancelledException when the progress says so
    public static <R> void inOrder(
            EventLog log,
            String prefix,
            long upToPosition,
            BuildProgress progress,
            Function<List<RecordedEvent>, R> fold,
            Consumer<R> use) {
        inOrder(log, prefix, upToPosition, progress, WORKERS, fold, use);
    }

    /// The same with fewer threads, for a build beside which others have work to do.
    public static <R> void inOrder(
            EventLog log,
            String prefix,
            long upToPosition,
            BuildProgress progress,
            int workers,
            Function<List<RecordedEvent>, R> fold,
            Consumer<R> use) {
        new StreamScan(workers).run(log, prefix, upToPosition, progress, fold, use);
    }

    /// @param first and `last` event of the stream, for messages
    private record Result<R>(RawEvent first, RawEvent last, int events, long bytes, R value) {}

    private <R> void run(
            EventLog log,
            String prefix,
            long upToPosition,
            BuildProgress progress,
            Function<List<RecordedEvent>, R> fold,
            Consumer<R> use) {
        try (workers) {
            var tasks = new Tasks<>(fold);
            var scanning = Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().name("build-scan").daemon().factory());
            try (scanning) {
                var scan = scanning.submit(() -> {
                    try {
                        log.scanContents(prefix + ":", upToPosition, tasks::next);
                        tasks.submit();
                    } finally {
                        // Whatever ended the scan, the caller must not wait for more.
                        enqueue(workers.submit(() -> List.<Result<R>>of()));
                    }
                });
                use(scan, progress, use);
            } finally {
                stopped = true;
                workers.shutdownNow();
            }
        }
    }

    @SuppressWarnings("unchecked") // Only tasks of this scan are in the queue.
    private <R> void use(Future<?> scan, BuildProgress progress, Consumer<R> use) {
        while (true) {
            var results = (List<Result<R>>) result(take(scan));
            if (results.isEmpty()) {
                result(scan);
                return;
            }
            for (var result : results) {
                try {
                    use.accept(result.value());
                } catch (ViewStorageException | RebuildCancelledException e) {
                    throw e;
                } catch (RuntimeException e) {
                    throw new UnappliableEventException(result.first(), result.last(), e);
                }
                progress.advanced(result.events(), result.bytes());
            }
        }
    }

    private Future<?> take(Future<?> scan) {
        try {
            while (true) {
                var task = underWay.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
                if (task != null) {
                    return task;
                }
                if (scan.isDone() && underWay.isEmpty()) {
                    result(scan);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while building", e);
        }
    }

    private static Object result(Future<?> future) {
        try {
            var result = future.get();
            return result == null ? List.of() : result;
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case RuntimeException cause -> throw cause;
                case Error cause -> throw cause;
                case null, default -> throw new IllegalStateException("building failed", e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while building", e);
        }
    }

    private void enqueue(Future<? extends List<?>> task) {
        try {
            while (!underWay.offer(task, LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                if (stopped) {
                    throw new RebuildCancelledException();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while scanning", e);
        }
    }

    /// Gathers rows into streams and streams into tasks; for the scanning thread.
    private final class Tasks<R> {
        private final Function<List<RecordedEvent>, R> fold;
        private List<List<RawEvent>> streams = new ArrayList<>();
        private @Nullable String stream;
        private int events;
        private long bytes;

        Tasks(Function<List<RecordedEvent>, R> fold) {
            this.fold = fold;
        }

        void next(RawEvent raw) {
            if (!raw.stream().equals(stream)) {
                if (events >= EVENTS_PER_TASK || bytes >= BYTES_PER_TASK) {
                    submit();
                }
                streams.add(new ArrayList<>(4));
                stream = raw.stream();
            }
            streams.getLast().add(raw);
            events++;
            bytes += raw.payload().length;
        }

        void submit() {
            if (streams.isEmpty()) {
                return;
            }
            if (stopped) {
                throw new RebuildCancelledException();
            }
            var task = streams;
            streams = new ArrayList<>();
            events = 0;
            bytes = 0;
            Callable<List<Result<R>>> folding = () -> folded(task);
            enqueue(workers.submit(folding));
        }

        private List<Result<R>> folded(List<List<RawEvent>> task) {
            var results = new ArrayList<Result<R>>(task.size());
            for (var raws : task) {
                var recorded = new ArrayList<RecordedEvent>(raws.size());
                var size = 0L;
                for (var raw : raws) {
                    recorded.add(decoded(raw));
                    size += raw.payload().length;
                }
                results.add(new Result<>(raws.getFirst(), raws.getLast(), raws.size(), size, value(raws, recorded)));
            }
            return results;
        }

        private R value(List<RawEvent> raws, List<RecordedEvent> recorded) {
            try {
                return fold.apply(recorded);
            } catch (ViewStorageException | RebuildCancelledException e) {
                throw e;
            } catch (RuntimeException e) {
                throw new UnappliableEventException(raws.getFirst(), raws.getLast(), e);
            }
        }

        private static RecordedEvent decoded(RawEvent raw) {
            try {
                return raw.decode();
            } catch (RuntimeException e) {
                throw new UnappliableEventException(raw, e);
            }
        }
    }
}
