package org.talks.catalogue.eventstore;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The start is refused on anything that would lose events.
class WiringCheckTest {

    @TempDir
    Path directory;

    @Test
    void theRealWiringIsAccepted() {
        try (var log = SqliteEventLog.open(directory.resolve("log.db"), Clock.systemUTC())) {
            assertThatCode(() -> WiringCheck.refuseUnlessDurable(
                            new SqliteStorageEngine(log), log.transactions(), log.durability()))
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void eventsInMemoryAreRefused() {
        try (var log = SqliteEventLog.open(directory.resolve("log.db"), Clock.systemUTC())) {
            assertThatThrownBy(() -> WiringCheck.refuseUnlessDurable(
                            new InMemoryEventStorageEngine(), log.transactions(), "wal/2"))
                    .isInstanceOf(EventLogException.class)
                    .hasMessageContaining("InMemoryEventStorageEngine");
        }
    }

    @Test
    void commandsWithoutATransactionAreRefused() {
        try (var log = SqliteEventLog.open(directory.resolve("log.db"), Clock.systemUTC())) {
            assertThatThrownBy(() -> WiringCheck.refuseUnlessDurable(
                            new SqliteStorageEngine(log), NoTransactionManager.INSTANCE, "wal/2"))
                    .isInstanceOf(EventLogException.class)
                    .hasMessageContaining("NoTransactionManager");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"wal/1", "wal/0", "delete/2", "memory/2", "/"})
    void aWriterThatIsNotDurableIsRefused(String reported) {
        try (var log = SqliteEventLog.open(directory.resolve("log.db"), Clock.systemUTC())) {
            assertThatThrownBy(() ->
                            WiringCheck.refuseUnlessDurable(new SqliteStorageEngine(log), log.transactions(), reported))
                    .isInstanceOf(EventLogException.class)
                    .hasMessageContaining(reported + " instead of wal/2");
        }
    }
}
