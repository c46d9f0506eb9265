package org.talks.catalogue.projection;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.talks.catalogue.eventstore.EventLog;
import org.talks.catalogue.eventstore.RawEvent;

/// Keeps one projection up with the log: a thread that is woken after each commit and applies what is new. An
/// event that cannot be applied parks its stream, and everything else goes on.
final class LiveTail implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LiveTail.class);

    /// Events applied together. Large enough that a view's transaction does not matter, small enough that a
    /// person's edit does not wait long behind an import.
    private static final int BATCH = 1_000;

    /// Events applied together while the view is far behind, as during an import: fewer and larger segments of an
    /// index, fewer transactions.
    private static final int BATCH_BEHIND = 5_000;

    /// Up to this many events are edits of people, and shown at once.
    private static final int FEW = 20;

    /// After more than that, more is awaited for this long before they are shown.
    private static final Duration LULL = Duration.ofMillis(50);

    /// Unless somebody waits for them, events of an import are shown together at most this much later.
    private static final Duration SHOWN_AT_LATEST = Duration.ofSeconds(2);

    /// Pause before a view whose disk is in trouble is tried again.
    private static final Duration RETRY_PAUSE = Duration.ofSeconds(2);

    /// After this long without news, what was applied is made durable.
    private static final Duration IDLE = Duration.ofSeconds(2);

    private static final long STOPPED = -1;

    private final String name;
    private final EventLog log;
    private final Projection projection;
    private final Thread thread;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition woken = lock.newCondition();
    private final Condition moved = lock.newCondition();
    private final Queue<FutureTask<Boolean>> pending = new ConcurrentLinkedQueue<>();
    private long wakeUps;
    /// The highest position of the log that somebody waits for.
    private volatile long wanted;
    /// When readers were last shown all that was applied; for the thread that follows.
    private long lastShownNanos;
    private boolean stopped;
    private volatile @Nullable String trouble;

    LiveTail(String name, EventLog log, Projection projection) {
        this.name = name;
        this.log = log;
        this.projection = projection;
        this.thread = new Thread(this::follow, "view-" + name);
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /// Says that the log has grown.
    void wake() {
        lock.lock();
        try {
            wakeUps++;
            woken.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Waits until the projection has reached a position.
    ///
    /// @return whether it has, within the time
    boolean await(long position, Duration atMost) throws InterruptedException {
        if (projection.position() >= position) {
            return true;
        }
        var nanos = atMost.toNanos();
        lock.lockInterruptibly();
        try {
            if (position > wanted && position <= log.head()) {
                wanted = position;
                wakeUps++;
                woken.signalAll();
            }
            while (projection.position() < position) {
                if (nanos <= 0 || stopped) {
                    return false;
                }
                nanos = moved.awaitNanos(nanos);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    /// Runs something on the thread that applies, between two batches, and waits for it.
    ///
    /// @throws IllegalStateException when the tail was stopped first
    void run(Runnable work) throws InterruptedException {
        var task = new FutureTask<Boolean>(work, true);
        lock.lockInterruptibly();
        try {
            if (stopped) {
                throw new IllegalStateException("View " + name + " is being switched. Try again.");
            }
            pending.add(task);
            wakeUps++;
            woken.signalAll();
        } finally {
            lock.unlock();
        }
        try {
            task.get();
        } catch (CancellationException e) {
            throw new IllegalStateException("View " + name + " is being switched. Try again.", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    private void runPending() {
        for (var task = pending.poll(); task != null; task = pending.poll()) {
            task.run();
        }
    }

    boolean isStopped() {
        return wakeUps() == STOPPED;
    }

    static void catchUp(EventLog log, Projection projection) {
        var tail = new LiveTail("catching-up", log, projection);
        for (var raws = log.after(projection.applied(), BATCH);
                !raws.isEmpty();
                raws = log.after(projection.applied(), BATCH)) {
            tail.apply(raws);
        }
        projection.show();
    }

    /// What keeps the view from moving, null when nothing does.
    @Nullable
    String trouble() {
        return trouble;
    }

    /// Stops following; a batch under way is finished first. The projection stays open.
    @Override
    public void close() {
        lock.lock();
        try {
            stopped = true;
            woken.signalAll();
            moved.signalAll();
        } finally {
            lock.unlock();
        }
        try {
            thread.join();
            pending.forEach(task -> task.cancel(false));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void follow() {
        while (true) {
            // Read before looking at the log: a wake-up that comes in between is not slept over.
            var seen = wakeUps();
            if (seen == STOPPED) {
                return;
            }
            runPending();
            try {
                var behind = log.head() - projection.applied() > BATCH;
                var raws = log.after(projection.applied(), behind ? BATCH_BEHIND : BATCH);
                if (!raws.isEmpty()) {
                    apply(raws);
                    if (raws.size() <= FEW || isShowingDue()) {
                        show();
                    }
                    announce();
                } else if (projection.position() < projection.applied()) {
                    if (isShowingDue() || !sleep(seen, LULL)) {
                        show();
                        announce();
                    }
                } else if (!sleep(seen, IDLE)) {
                    projection.flush();
                }
                trouble = null;
            } catch (RuntimeException e) {
                if (wakeUps() == STOPPED) {
                    return;
                }
                trouble = String.valueOf(e.getMessage());
                LOG.error("View {} stands still at position {}: {}", name, projection.position(), e.getMessage(), e);
                sleep(seen, RETRY_PAUSE);
            }
        }
    }

    /// Whether what was applied must not wait any longer to be shown.
    private boolean isShowingDue() {
        return (wanted > projection.position() && wanted <= projection.applied())
                || System.nanoTime() - lastShownNanos > SHOWN_AT_LATEST.toNanos();
    }

    private void show() {
        projection.show();
        lastShownNanos = System.nanoTime();
    }

    private void apply(List<RawEvent> raws) {
        try {
            projection.apply(raws.stream().map(RawEvent::decode).toList());
        } catch (ViewStorageException e) {
            throw e;
        } catch (RuntimeException e) {
            // Something in this batch cannot be applied; one by one shows which.
            raws.forEach(this::applyOrPark);
        }
    }

    private void applyOrPark(RawEvent raw) {
        try {
            projection.apply(List.of(raw.decode()));
        } catch (ViewStorageException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.error("View {} leaves out {} from position {} on", name, raw.stream(), raw.position(), e);
            projection.park(new ParkedStream(raw.stream(), raw.position(), String.valueOf(e.getMessage())));
        }
    }

    /// Says that the view has moved, after what kept it from moving is no longer told: whoever waited would otherwise
    /// see both.
    private void announce() {
        trouble = null;
        lock.lock();
        try {
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private long wakeUps() {
        lock.lock();
        try {
            return stopped ? STOPPED : wakeUps;
        } finally {
            lock.unlock();
        }
    }

    /// @return whether something happened meanwhile, false when the time went by
    private boolean sleep(long seen, Duration atMost) {
        var nanos = atMost.toNanos();
        lock.lock();
        try {
            while (!stopped && wakeUps == seen) {
                if (nanos <= 0) {
                    return false;
                }
                nanos = woken.awaitNanos(nanos);
            }
            return true;
        } catch (InterruptedException e) {
            stopped = true;
            Thread.currentThread().interrupt();
            return true;
        } finally {
            lock.unlock();
        }
    }
}
