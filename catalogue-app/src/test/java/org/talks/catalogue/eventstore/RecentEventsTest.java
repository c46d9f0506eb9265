package org.talks.catalogue.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecentEventsTest {

    private static final int MEGABYTE = 1 << 20;

    private final RecentEvents recent = new RecentEvents();

    private void commit(long from, long to, int bytes) {
        recent.committed(LongStream.rangeClosed(from, to)
                .mapToObj(p ->
                        new RawEvent(p, "talk:1", p, "id" + p, "talk.retitled", 1, 0, new byte[bytes], new byte[0]))
                .toList());
    }

    private @Nullable List<Long> after(long position, int limit) {
        var found = recent.after(position, limit);
        return found == null ? null : found.stream().map(RawEvent::position).toList();
    }

    @Test
    void eventsComeInOrderAndNoMoreThanWanted() {
        commit(1, 3, 10);
        commit(4, 5, 10);

        assertThat(after(1, 10)).containsExactly(2L, 3L, 4L, 5L);
        assertThat(after(1, 2)).containsExactly(2L, 3L);
    }

    @Test
    void whatIsNotKeptIsNotAnsweredFor() {
        commit(4, 5, 10);

        assertThat(after(2, 10)).isNull();
        assertThat(after(5, 10)).isNull();
        assertThat(new RecentEvents().after(0, 10)).isNull();
    }

    @Test
    void aGapForgetsWhatWasBeforeIt() {
        commit(1, 3, 10);
        commit(5, 6, 10);

        assertThat(after(1, 10)).isNull();
        assertThat(after(3, 10)).isNull();
        assertThat(after(4, 10)).containsExactly(5L, 6L);
    }

    @Test
    void theOldestGoWhenTheyTakeTooMuchMemory() {
        commit(1, 40, MEGABYTE);

        assertThat(after(0, 100)).isNull();
        assertThat(after(16, 100)).hasSize(24);
    }
}
