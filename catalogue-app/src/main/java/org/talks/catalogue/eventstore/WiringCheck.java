package org.talks.catalogue.eventstore;

import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;

/// The self-check at start: refuses to run on anything that would lose events.
final class WiringCheck {

    private static final String DURABLE = "wal/2";

    private WiringCheck() {}

    /// @param durability journal mode and synchronous level as the writer reports them
    /// @throws EventLogException when events would be kept in memory, without a transaction, or not durably
    static void refuseUnlessDurable(EventStorageEngine engine, TransactionManager transactions, String durability) {
        if (!(engine instanceof SqliteStorageEngine)) {
            throw new EventLogException("Refusing to start: events would be stored by "
                    + engine.getClass().getName() + ", which is not the event log.");
        }
        if (!(transactions instanceof LogTransactions)) {
            throw new EventLogException("Refusing to start: commands would run in the transactions of "
                    + transactions.getClass().getName() + ", which do not cover the event log.");
        }
        if (!durability.equals(DURABLE)) {
            throw new EventLogException("Refusing to start: the log's writer reports " + durability + " instead of "
                    + DURABLE + " (write-ahead log, synchronous=FULL).");
        }
    }
}
