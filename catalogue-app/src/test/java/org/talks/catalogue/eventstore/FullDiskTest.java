package org.talks.catalogue.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.talks.catalogue.talk.TalkCommand.RetitleTalk;

/// A log whose file may not grow any more, which SQLite reports as it does a full disk.
class FullDiskTest {

    private static final String SMALL = "log.db?max_page_count=60";

    @TempDir
    Path directory;

    @Test
    void whatDoesNotFitIsRefusedAndWhatWasAcknowledgedStays() {
        var receipts = new ArrayList<Receipt>();
        String stream;
        try (var log = TestLog.open(directory, SMALL, Clock.systemUTC()).withTalk(1)) {
            stream = log.talk.stream();
            assertThatThrownBy(() -> {
                        for (int i = 0; i < 2_000; i++) {
                            receipts.add(log.commands()
                                    .send(
                                            new RetitleTalk(
                                                    log.talk,
                                                    "Title %d ".formatted(i).repeat(20),
                                                    null),
                                            TestLog.CONTEXT));
                        }
                    })
                    .isInstanceOfSatisfying(
                            EventLogException.class,
                            e -> assertThat(e.isDiskFull()).isTrue())
                    .hasMessageContaining("the disk is full. Free some space");
            assertThat(receipts).isNotEmpty();
            // Again and again: a refusal leaves nothing behind that stands in the way.
            for (int i = 0; i < 3; i++) {
                assertThatThrownBy(() ->
                                log.commands().send(new RetitleTalk(log.talk, "x".repeat(400), null), TestLog.CONTEXT))
                        .isInstanceOf(EventLogException.class);
            }
            assertThat(log.log().head()).isEqualTo(receipts.getLast().position());
        }
        try (var log = TestLog.open(directory)) {
            assertThat(log.verify().problems()).isEmpty();
            var events = log.log().stream(stream, Long.MAX_VALUE);
            assertThat(events).hasSize(receipts.size() + 2);
            assertThat(events.getLast().position()).isEqualTo(receipts.getLast().position());
        }
    }
}
