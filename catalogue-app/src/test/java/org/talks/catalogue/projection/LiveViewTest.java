package org.talks.catalogue.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.talks.catalogue.eventstore.EventLog;
import org.talks.catalogue.eventstore.RawEvent;
import org.talks.catalogue.eventstore.RecordedEvent;

class LiveViewTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Test
    @Timeout(60)
    void whoWaitsForAPositionSleepsUntilTheNextGenerationHasTakenOver() throws Exception {
        var live = new LiveView<Standing>("standing", new QuietLog());
        live.serve(1, new Standing(0));
        // Its last step, for which the generation before has stopped following, is held up.
        var arrived = new CountDownLatch(2);
        var mayTakeOver = new CountDownLatch(1);
        var next = new Standing(1) {
            @Override
            public void show() {
                arrived.countDown();
                if (arrived.getCount() == 0) {
                    uninterrupted(mayTakeOver);
                }
            }
        };
        var switching = Thread.ofPlatform().start(() -> live.serve(2, next));
        arrived.await();

        var seen = new CompletableFuture<Boolean>();
        var waiting = Thread.ofPlatform().start(() -> {
            try {
                seen.complete(live.await(1, PATIENCE));
            } catch (InterruptedException | RuntimeException e) {
                seen.completeExceptionally(e);
            }
        });
        var deadline = System.nanoTime() + PATIENCE.toNanos() / 2;
        while (waiting.getState() != Thread.State.TIMED_WAITING) {
            assertThat(System.nanoTime()).as("when it still did not sleep").isLessThan(deadline);
            Thread.onSpinWait();
        }
        for (var i = 0; i < 10_000; i++) {
            assertThat(waiting.getState()).isEqualTo(Thread.State.TIMED_WAITING);
        }

        mayTakeOver.countDown();
        assertThat(seen.get(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        switching.join();
        live.close();
    }

    @Test
    @Timeout(60)
    void waitingEndsWithTheTimeAllowed() throws Exception {
        var live = new LiveView<Standing>("standing", new QuietLog());
        live.serve(1, new Standing(0));
        assertThat(live.await(1, Duration.ofMillis(1))).isFalse();
        assertThat(live.await(0, Duration.ZERO)).isTrue();
        live.close();
    }

    private static void uninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /// A view that stays where it is.
    private static class Standing implements Projection {

        private final long position;

        Standing(long position) {
            this.position = position;
        }

        @Override
        public long position() {
            return position;
        }

        @Override
        public void apply(List<RecordedEvent> batch) {
            throw new AssertionError("nothing was recorded");
        }

        @Override
        public void park(ParkedStream parked) {
            throw new AssertionError("nothing was recorded");
        }

        @Override
        public void refold(String stream) {
            throw new AssertionError("nothing was recorded");
        }

        @Override
        public SortedMap<String, String> contentHashes() {
            return new TreeMap<>();
        }

        @Override
        public List<ParkedStream> parked() {
            return List.of();
        }

        @Override
        public String contentHash() {
            return "";
        }

        @Override
        public String damage() {
            return "";
        }

        @Override
        public void flush() {
            // Nothing is kept.
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }

    /// A log to which nothing is ever added.
    private static final class QuietLog implements EventLog {

        @Override
        public String logId() {
            return "quiet";
        }

        @Override
        public long head() {
            return 0;
        }

        @Override
        public @Nullable String chainAt(long position) {
            return null;
        }

        @Override
        public List<RawEvent> after(long position, int limit) {
            return List.of();
        }

        @Override
        public List<RecordedEvent> stream(String stream, long upToPosition) {
            return List.of();
        }

        @Override
        public void scanStreams(String prefix, long upToPosition, Consumer<RawEvent> consumer) {
            // There are none.
        }

        @Override
        public void scanContents(String prefix, long upToPosition, Consumer<RawEvent> consumer) {
            // There are none.
        }

        @Override
        public void scan(long afterPosition, long upToPosition, Consumer<RawEvent> consumer) {
            // There are none.
        }

        @Override
        public List<RecordedEvent> latest(@Nullable Long beforePosition, int limit) {
            return List.of();
        }

        @Override
        public List<String> streams(String prefix, long upToPosition) {
            return List.of();
        }

        @Override
        public void onAppended(Runnable listener) {
            // Nobody is ever woken.
        }
    }
}
