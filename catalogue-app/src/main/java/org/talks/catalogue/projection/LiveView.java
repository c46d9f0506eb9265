package org.talks.catalogue.projection;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.talks.catalogue.eventstore.EventLog;

/// The generation of a view that is being served, kept up with the log. Readers borrow the projection, so that a
/// switch to another generation waits for those who read and interrupts nobody.
public final class LiveView<P extends Projection> {

    /// What is served now.
    private record Serving<P extends Projection>(int generation, P projection, LiveTail tail) {}

    private final String name;
    private final EventLog log;
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private final ReentrantLock switching = new ReentrantLock();
    private final Condition switched = switching.newCondition();
    private @Nullable Serving<P> serving;

    public LiveView(String name, EventLog log) {
        this.name = name;
        this.log = log;
        log.onAppended(this::wake);
    }

    public String name() {
        return name;
    }

    /// Reads from the view; the projection must not be kept.
    public <T extends @Nullable Object> T read(Function<P, T> reading) {
        lock.readLock().lock();
        try {
            return reading.apply(current().projection());
        } finally {
            lock.readLock().unlock();
        }
    }

    /// Serves another generation from now on and follows the log with it. Readers go on with the one before until the
    /// new one has caught up, so nobody sees the view step back; the one before is closed once nobody reads from
    /// it.
    public void serve(int generation, P projection) {
        Serving<P> before;
        lock.readLock().lock();
        try {
            before = serving;
        } finally {
            lock.readLock().unlock();
        }
        // Most of it while the one before still follows, so that it stands still for a moment only.
        catchUp(log, projection);
        if (before != null) {
            before.tail().close();
            catchUp(log, projection);
        }
        var tail = new LiveTail(name, log, projection);
        lock.writeLock().lock();
        try {
            serving = new Serving<>(generation, projection, tail);
        } finally {
            lock.writeLock().unlock();
        }
        announceSwitch();
        tail.start();
        if (before != null) {
            before.projection().close();
        }
    }

    /// Applies what the log has beyond a projection's position, as its tail would.
    public static void catchUp(EventLog log, Projection projection) {
        LiveTail.catchUp(log, projection);
    }

    /// Waits until readers see a position, a bounded time.
    ///
    /// @return whether they do
    public boolean await(long position, Duration atMost) throws InterruptedException {
        var deadline = System.nanoTime() + atMost.toNanos();
        while (true) {
            var left = Duration.ofNanos(deadline - System.nanoTime());
            var tail = current().tail();
            if (tail.await(position, left)) {
                return true;
            }
            if (left.isNegative()) {
                return false;
            }
            if (tail.isStopped()) {
                awaitSwitch(tail, deadline);
            }
        }
    }

    /// Waits for the last steps of a switch, which take milliseconds.
    private void awaitSwitch(LiveTail before, long deadline) throws InterruptedException {
        switching.lockInterruptibly();
        try {
            var left = deadline - System.nanoTime();
            while (left > 0 && current().tail() == before) {
                left = switched.awaitNanos(left);
            }
        } finally {
            switching.unlock();
        }
    }

    private void announceSwitch() {
        switching.lock();
        try {
            switched.signalAll();
        } finally {
            switching.unlock();
        }
    }

    /// Folds a stream anew, in the place of what is shown of it; see [Projection#refold].
    ///
    /// @throws RuntimeException when an event of it cannot be applied; the view is as before
    public void refold(String stream) throws InterruptedException {
        var now = current();
        now.tail().run(() -> now.projection().refold(stream));
    }

    public ViewStatus status() {
        var now = current();
        var position = now.projection().position();
        var head = log.head();
        return new ViewStatus(
                name,
                now.generation(),
                position,
                Math.max(head, position),
                now.tail().trouble(),
                now.projection().parked(),
                now.projection().outdated());
    }

    public void close() {
        lock.writeLock().lock();
        try {
            if (serving != null) {
                serving.tail().close();
                serving.projection().close();
                serving = null;
            }
        } finally {
            lock.writeLock().unlock();
        }
        announceSwitch();
    }

    private void wake() {
        lock.readLock().lock();
        try {
            if (serving != null) {
                serving.tail().wake();
            }
        } finally {
            lock.readLock().unlock();
        }
    }

    private Serving<P> current() {
        lock.readLock().lock();
        try {
            if (serving == null) {
                throw new IllegalStateException("View " + name + " is not being served.");
            }
            return serving;
        } finally {
            lock.readLock().unlock();
        }
    }
}
