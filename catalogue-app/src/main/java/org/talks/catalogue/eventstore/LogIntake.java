package org.talks.catalogue.eventstore;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// Takes in events that were recorded before, with every column as it was then: from an export of this log, or of
/// another one while this log is empty. What does not continue the log is refused. Registries are kept up in the
/// same transaction. Safe for use by any number of threads.
public final class LogIntake {

    private final SqliteEventLog log;
    private final LogTransactions transactions;
    private final Registries registries;
    private final HashChain hashes = new HashChain();

    LogIntake(SqliteEventLog log, Registries registries) {
        this.log = log;
        this.transactions = log.transactions();
        this.registries = registries;
    }

    /// An event does not continue the log: nothing of its batch was recorded.
    public static final class Refusal extends Exception {

        private final long position;

        Refusal(long position, String reason) {
            super(reason);
            this.position = position;
        }

        /// Position of the event that was refused.
        public long position() {
            return position;
        }
    }

    /// Appends events in one transaction, all or none; durable when it returns. Payloads are taken as they are,
    /// hence to be checked before.
    ///
    /// @param logId the log they are of; an empty log takes on this identity
    /// @param events in order, the first one after the present end
    /// @throws Refusal when one of them does not follow from what is there
    /// @throws EventLogException when the log cannot be written
    public void append(String logId, List<ChainedEvent> events) throws Refusal {
        var transaction = transactions.startTransaction();
        var identityBefore = log.logId();
        var done = false;
        try {
            var last = log.last();
            if (!logId.equals(identityBefore)) {
                adopt(logId, last, events);
            }
            var chain = last == null ? hashes.genesis(logId) : last.chain();
            var position = last == null ? 0 : last.event().position();
            var timeMillis = last == null ? Long.MIN_VALUE : last.event().timeMillis();
            for (var event : events) {
                refuseUnlessNext(event, position, timeMillis, chain);
                append(event);
                takeIn(event.event());
                chain = event.chain();
                position = event.event().position();
                timeMillis = event.event().timeMillis();
            }
            transactions.markAppended();
            transaction.commit();
            done = true;
        } catch (SQLException e) {
            throw EventLogException.because("The event log cannot be written", e);
        } finally {
            if (!done) {
                log.identify(identityBefore);
            }
            // Does nothing after the commit.
            transaction.rollback();
        }
    }

    private void adopt(String logId, @Nullable ChainedEvent last, List<ChainedEvent> events)
            throws Refusal, SQLException {
        if (last != null) {
            throw new Refusal(
                    events.getFirst().event().position(),
                    "It is of another log (" + logId + "), and this one has events of its own.");
        }
        var update = transactions.writer().prepared("update log_property set value = ? where name = 'log_id'");
        update.setString(1, logId);
        update.executeUpdate();
        log.identify(logId);
    }

    private void refuseUnlessNext(ChainedEvent chained, long position, long timeMillis, byte[] chain)
            throws Refusal, SQLException {
        var event = chained.event();
        if (event.position() != position + 1) {
            throw new Refusal(event.position(), "The log ends at position " + position + ".");
        }
        if (event.timeMillis() < timeMillis) {
            throw new Refusal(event.position(), "Its time is before that of the event before.");
        }
        var link = hashes.link(chain, event, chained.payloadDigest(), chained.metaDigest());
        if (!Arrays.equals(link, chained.chain())) {
            throw new Refusal(event.position(), "Its hash does not follow from the event before it.");
        }
        var due = log.nextSequence(event.stream());
        if (event.sequence() != due) {
            throw new Refusal(
                    event.position(),
                    "It has sequence " + event.sequence() + " of " + event.stream() + ", where " + due + " is due.");
        }
    }

    private void append(ChainedEvent event) throws Refusal, SQLException {
        try {
            log.appendAsRecorded(event);
        } catch (SQLiteException e) {
            if (SqliteTrouble.isKind(e, SQLiteErrorCode.SQLITE_CONSTRAINT)) {
                throw new Refusal(event.event().position(), "Its id stands in the log already.");
            }
            throw e;
        }
    }

    private void takeIn(RawEvent event) throws Refusal {
        RecordedEvent recorded;
        try {
            recorded = event.decode();
        } catch (RuntimeException e) {
            throw new Refusal(event.position(), "It cannot be read: " + e.getMessage());
        }
        registries.record(recorded.event(), recorded.metadata().delivered());
    }
}
