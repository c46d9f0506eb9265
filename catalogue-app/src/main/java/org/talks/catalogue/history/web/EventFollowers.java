package org.talks.catalogue.history.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.talks.catalogue.eventstore.EventLog;
import org.talks.catalogue.eventstore.EventLogException;
import org.talks.catalogue.eventstore.RawEvent;
import org.talks.catalogue.history.History;
import tools.jackson.databind.json.JsonMapper;

/// Sends the log as server-sent events to those who follow it: a virtual thread each, which waits for commits and
/// for its reader, and holds nobody else up.
@Component
final class EventFollowers implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(EventFollowers.class);

    /// Connections kept open at once. Each costs a connection of the server, which has some thousands.
    private static final int FOLLOWERS_MAX = 100;

    /// Of one address, so that nobody takes them all.
    static final int FOLLOWERS_PER_ADDRESS = 10;

    /// Events in memory at once and follower; a transcript may have 100 kB.
    private static final int BATCH = 50;

    /// Without news, so that proxies keep the connection and a follower that has gone is noticed.
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    /// A connection ends after this; the follower connects again and goes on where it was.
    private static final Duration LONGEST = Duration.ofMinutes(30);

    private static final long RECONNECT_MILLIS = 2_000;
    private static final MediaType UTF_8 = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);

    private final EventLog log;
    private final History history;
    private final JsonMapper json;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private final Set<SseEmitter> following = new HashSet<>();
    private final Map<String, Integer> perAddress = new HashMap<>();
    private long wakeUps;
    private boolean running;

    EventFollowers(EventLog log, History history, JsonMapper json) {
        this.log = log;
        this.history = history;
        this.json = json;
        log.onAppended(this::wake);
    }

    /// Begins to send what comes after a position.
    ///
    /// @throws TooManyFollowersException when there are too many already
    SseEmitter follow(long after, String address) {
        var emitter = new SseEmitter(LONGEST.toMillis());
        lock.lock();
        try {
            if (!running
                    || following.size() >= FOLLOWERS_MAX
                    || perAddress.getOrDefault(address, 0) >= FOLLOWERS_PER_ADDRESS) {
                throw new TooManyFollowersException();
            }
            following.add(emitter);
            perAddress.merge(address, 1, Integer::sum);
        } finally {
            lock.unlock();
        }
        // Whatever ends it, the thread sees that it is no longer among those who follow.
        emitter.onCompletion(() -> leave(emitter));
        emitter.onTimeout(() -> leave(emitter));
        emitter.onError(_ -> leave(emitter));
        Thread.ofVirtual().name("follower").start(() -> {
            try {
                send(emitter, after);
            } finally {
                leave(emitter);
                emitter.complete();
                gone(address);
            }
        });
        return emitter;
    }

    private void send(SseEmitter emitter, long after) {
        var position = after;
        try {
            emitter.send(SseEmitter.event().reconnectTime(RECONNECT_MILLIS).comment("following after " + after));
            while (isFollowing(emitter)) {
                // Read before looking at the log: a wake-up that comes in between is not slept over.
                var seen = wakeUps();
                var batch = log.after(position, BATCH);
                if (batch.isEmpty()) {
                    if (!waited(emitter, seen)) {
                        emitter.send(SseEmitter.event().comment("nothing new"));
                    }
                } else {
                    send(emitter, batch);
                    position = batch.getLast().position();
                }
            }
        } catch (IOException | IllegalStateException e) {
            LOG.debug("A follower has gone at position {}: {}", position, e.getMessage());
        } catch (EventLogException e) {
            LOG.warn("A follower is sent away at position {}: {}", position, e.getMessage());
        }
    }

    private void send(SseEmitter emitter, List<RawEvent> batch) throws IOException {
        // Anew for each batch: what may be told may have changed since the last one.
        var lines = new EventLines(history, json);
        for (var event : batch) {
            emitter.send(SseEmitter.event()
                    .id(Long.toString(event.position()))
                    .data(new String(lines.line(event), StandardCharsets.UTF_8), UTF_8));
        }
    }

    private void wake() {
        lock.lock();
        try {
            wakeUps++;
            news.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private long wakeUps() {
        lock.lock();
        try {
            return wakeUps;
        } finally {
            lock.unlock();
        }
    }

    /// @return false when nothing happened for so long that a sign of life is due
    private boolean waited(SseEmitter emitter, long seen) {
        var nanos = HEARTBEAT.toNanos();
        lock.lock();
        try {
            while (wakeUps == seen && following.contains(emitter)) {
                if (nanos <= 0) {
                    return false;
                }
                nanos = news.awaitNanos(nanos);
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            following.remove(emitter);
            return true;
        } finally {
            lock.unlock();
        }
    }

    private boolean isFollowing(SseEmitter emitter) {
        lock.lock();
        try {
            return following.contains(emitter);
        } finally {
            lock.unlock();
        }
    }

    private void leave(SseEmitter emitter) {
        lock.lock();
        try {
            if (following.remove(emitter)) {
                news.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    private void gone(String address) {
        lock.lock();
        try {
            perAddress.computeIfPresent(address, (_, count) -> count > 1 ? count - 1 : null);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void start() {
        lock.lock();
        try {
            running = true;
        } finally {
            lock.unlock();
        }
    }

    /// Sends everybody away, so that the server does not wait for them when it ends.
    @Override
    public void stop() {
        lock.lock();
        try {
            running = false;
            following.clear();
            news.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean isRunning() {
        lock.lock();
        try {
            return running;
        } finally {
            lock.unlock();
        }
    }

    /// Stopped first of all, before the web server begins to wait for its requests.
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
