package org.talks.catalogue.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class KeptTest {

    private final Kept kept = new Kept();
    private final AtomicInteger counted = new AtomicInteger();

    @Test
    void aFigureIsCountedOnceUntilTheViewChanges() {
        assertThat(kept.<Integer>get("talks", counted::incrementAndGet)).isEqualTo(1);
        assertThat(kept.<Integer>get("talks", counted::incrementAndGet)).isEqualTo(1);
        assertThat(kept.<Integer>get("speakers", counted::incrementAndGet)).isEqualTo(2);
        kept.forget();
        assertThat(kept.<Integer>get("talks", counted::incrementAndGet)).isEqualTo(3);
    }

    @Test
    void whatWasBeingCountedWhileTheViewChangedIsNotKept() {
        assertThat(kept.<Integer>get("talks", () -> {
                    kept.forget();
                    return counted.incrementAndGet();
                }))
                .isEqualTo(1);
        assertThat(kept.<Integer>get("talks", counted::incrementAndGet)).isEqualTo(2);
    }

    @Test
    void aFigureThatCouldNotBeCountedIsCountedTheNextTime() {
        assertThatThrownBy(() -> kept.get("talks", () -> {
                    throw new IllegalStateException("the disk is full");
                }))
                .hasMessage("the disk is full");
        assertThat(kept.<Integer>get("talks", counted::incrementAndGet)).isEqualTo(1);
    }
}
