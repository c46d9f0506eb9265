package org.talks.catalogue.replay.web;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.talks.catalogue.command.Refused;
import org.talks.catalogue.replay.Rebuilds;

/// Tells those who watch a rebuild how far it is, a few times a second, until it has ended.
@Component
final class RebuildFollowers {

    /// Each holds a connection; whoever comes later asks `GET` instead.
    private static final int FOLLOWERS = 100;

    /// Fast enough for a bar that moves, slow enough to cost nothing.
    private static final Duration INTERVAL = Duration.ofMillis(250);

    /// A follower that is still there then connects again.
    private static final Duration LONGEST = Duration.ofMinutes(30);

    private final Rebuilds rebuilds;
    private final Semaphore places = new Semaphore(FOLLOWERS);

    RebuildFollowers(Rebuilds rebuilds) {
        this.rebuilds = rebuilds;
    }

    /// @throws Refused.NotNow when too many watch already
    SseEmitter follow(String id) {
        if (!places.tryAcquire()) {
            throw new Refused.NotNow("Too many are watching rebuilds. Ask for its state instead, without /events.");
        }
        var emitter = new SseEmitter(LONGEST.toMillis());
        Thread.ofVirtual().name("rebuild-follower").start(() -> {
            try {
                tell(id, emitter);
            } finally {
                places.release();
            }
        });
        return emitter;
    }

    private void tell(String id, SseEmitter emitter) {
        try {
            while (true) {
                var status = rebuilds.find(id).orElse(null);
                if (status == null) {
                    break;
                }
                emitter.send(SseEmitter.event().name("progress").data(status, MediaType.APPLICATION_JSON));
                if (status.state() != Rebuilds.State.RUNNING) {
                    break;
                }
                Thread.sleep(INTERVAL);
            }
            emitter.complete();
        } catch (IOException | IllegalStateException e) {
            // Whoever watched has gone.
            emitter.completeWithError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            emitter.complete();
        }
    }
}
