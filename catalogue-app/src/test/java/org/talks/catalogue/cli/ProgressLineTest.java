package org.talks.catalogue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.talks.catalogue.cli.Operations.Step;

class ProgressLineTest {

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final AtomicLong nanos = new AtomicLong(-5_000_000_000L);

    private ProgressLine line(boolean interactive) {
        return new ProgressLine(new Terminal(
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                interactive,
                nanos::get));
    }

    private void after(long millis) {
        nanos.addAndGet(millis * 1_000_000);
    }

    private String written() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void plainLinesComeAtMostOnceASecond() {
        try (var progress = line(false)) {
            for (int i = 0; i < 35; i++) {
                after(100);
                progress.at(new Step("importing", i * 1_000L, 0, "talks"));
            }
        }
        assertThat(written()).isEqualTo("importing  9,000 talks\nimporting  19,000 talks\nimporting  29,000 talks\n");
    }

    @Test
    void quickWorkNeedsNoPlainLine() {
        try (var progress = line(false)) {
            progress.at(new Step("importing", 1, 0, "talks"));
            after(900);
            progress.at(new Step("importing", 2, 0, "talks"));
        }
        assertThat(written()).isEmpty();
    }

    @Test
    void theBarIsDrawnOverAndClearedInTheEnd() {
        try (var progress = line(true)) {
            progress.at(new Step("index", 0, 200, "events"));
            after(50);
            progress.at(new Step("index", 50, 200, "events"));
            after(3_000);
            progress.at(new Step("index", 100, 200, "events"));
        }
        assertThat(written().split("\r", -1)).satisfies(lines -> {
            assertThat(lines[1].strip()).isEqualTo("index  [........................] 0 %  0 of 200 events");
            assertThat(lines[2].strip())
                    .isEqualTo("index  [############............] 50 %  100 of 200 events, 3 s left");
        });
        assertThat(written()).doesNotContain("\n").endsWith("\r" + " ".repeat(78) + "\r");
    }

    @Test
    void aPhaseCannotMoveTheCursor() {
        try (var progress = line(false)) {
            after(1_000);
            progress.at(new Step("importing a\nb\033[2J", 5, 10, "talks"));
        }
        assertThat(written()).isEqualTo("importing a b [2J  50 %  5 of 10 talks\n");
    }

    @Test
    void moreThanAllIsAll() {
        try (var progress = line(false)) {
            after(5_000);
            progress.at(new Step("index", 300, 200, "events"));
        }
        assertThat(written()).isEqualTo("index  100 %  200 of 200 events\n");
    }
}
