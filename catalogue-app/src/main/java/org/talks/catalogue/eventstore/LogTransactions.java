package org.talks.catalogue.eventstore;

import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;

/// Transactions on the log's single writer connection: one thread at a time, first come first served. A transaction
/// ends on the thread that started it.
///
/// A transaction inside another is that of one command of a batch. A refused command has written nothing, because
/// it is decided before anything is recorded, so there is nothing of it to take back. Should one that fails have
/// written after all, the whole batch cannot be committed any more. Every command would pay for the savepoint that
/// could take back that one alone.
final class LogTransactions implements TransactionManager {

    private final SqliteConnection writer;
    private final ReentrantLock turn = new ReentrantLock(true);
    private final List<Runnable> appendListeners = new CopyOnWriteArrayList<>();
    private final List<Runnable> commitListeners = new CopyOnWriteArrayList<>();
    private final List<Runnable> rollbackListeners = new CopyOnWriteArrayList<>();
    private boolean appended;

    /// Whether a transaction inside this one was rolled back after it had written.
    private boolean spoilt;

    LogTransactions(SqliteConnection writer) {
        this.writer = writer;
    }

    @Override
    public Transaction startTransaction() {
        turn.lock();
        var depth = turn.getHoldCount();
        try {
            var transaction = new LogTransaction(depth, writer.changes());
            if (depth == 1) {
                appended = false;
                spoilt = false;
                run("begin immediate");
            }
            return transaction;
        } catch (SQLException e) {
            turn.unlock();
            throw EventLogException.because("The event log cannot be written", e);
        }
    }

    /// The writer connection, for the thread that is in a transaction.
    ///
    /// @throws IllegalStateException outside a transaction: nothing is ever written without one
    SqliteConnection writer() {
        if (!turn.isHeldByCurrentThread()) {
            throw new IllegalStateException("the log is written only inside a transaction");
        }
        return writer;
    }

    /// Said by whoever appends, so that listeners are woken after the commit.
    void markAppended() {
        appended = true;
    }

    void onAppended(Runnable listener) {
        appendListeners.add(listener);
    }

    /// Called after each commit, on the thread that committed and before another transaction begins.
    void onCommitted(Runnable listener) {
        commitListeners.add(listener);
    }

    /// Called whenever writes were taken back, on the thread that took them back.
    void onRolledBack(Runnable listener) {
        rollbackListeners.add(listener);
    }

    /// Each of these statements is the same every time, so it is prepared once.
    private void run(String sql) throws SQLException {
        writer.prepared(sql).execute();
    }

    /// Waits for a transaction under way, then closes the connection.
    void close() throws SQLException {
        turn.lock();
        try {
            writer.close();
        } finally {
            turn.unlock();
        }
    }

    private final class LogTransaction implements Transaction {
        private final int depth;
        private final long changesBefore;
        private boolean ended;

        LogTransaction(int depth, long changesBefore) {
            this.depth = depth;
            this.changesBefore = changesBefore;
        }

        @Override
        public void commit() {
            if (ended) {
                return;
            }
            ended = true;
            if (depth > 1) {
                turn.unlock();
                return;
            }
            var wake = false;
            try {
                if (spoilt) {
                    undo();
                    throw new EventLogException(
                            "A command failed while it was being recorded, so nothing of its batch was");
                }
                run("commit");
                commitListeners.forEach(Runnable::run);
                wake = appended;
            } catch (SQLException e) {
                writer.forgetStatements();
                undo();
                throw EventLogException.because(
                        "The event log could not be written, so nothing of this was recorded", e);
            } finally {
                turn.unlock();
            }
            if (wake) {
                appendListeners.forEach(Runnable::run);
            }
        }

        @Override
        public void rollback() {
            // A unit of work that committed inside another is told again when the outer one rolls back.
            if (ended) {
                return;
            }
            ended = true;
            try {
                if (depth == 1) {
                    undo();
                } else {
                    spoilt |= hasWritten();
                }
            } finally {
                turn.unlock();
            }
        }

        private boolean hasWritten() {
            try {
                return writer.changes() != changesBefore;
            } catch (SQLException _) {
                // It does not say, so it is taken for written.
                return true;
            }
        }

        private void undo() {
            rollbackListeners.forEach(Runnable::run);
            try {
                writer.execute("rollback");
            } catch (SQLException e) {
                // SQLite rolls back by itself on some failures (full disk); then there is nothing left to undo.
                if (!String.valueOf(e.getMessage()).contains("no transaction is active")) {
                    throw EventLogException.because("The event log could not take back a transaction", e);
                }
            }
        }
    }
}
