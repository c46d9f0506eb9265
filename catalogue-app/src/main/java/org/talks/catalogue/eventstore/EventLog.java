package org.talks.catalogue.eventstore;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The reading side of the log: committed events only, in order. Safe for use by any number of threads.
public interface EventLog {

    /// Identifies this log for ever; a view that was built from another log is noticed by it.
    String logId();

    /// Position of the last committed event, 0 when there is none.
    long head();

    /// The value of the hash chain at a position, as hex; null when the log has no such position. The chain at
    /// position 0 is that of the empty log.
    @Nullable
    String chainAt(long position);

    /// The last position whose time is not later than a moment, 0 when there is none. Found by halving, since times
    /// never decrease along the log.
    default long positionAt(Instant moment) {
        long before = 0;
        var last = head();
        while (before < last) {
            var middle = (before + last + 1) >>> 1;
            if (after(middle - 1, 1).getFirst().timeMillis() <= moment.toEpochMilli()) {
                before = middle;
            } else {
                last = middle - 1;
            }
        }
        return before;
    }

    /// Events after a position in log order, at most `limit`, not yet read: one that cannot be read must not keep
    /// the others from a view.
    List<RawEvent> after(long position, int limit);

    /// The events of one stream in order, up to a position of the log (inclusive).
    List<RecordedEvent> stream(String stream, long upToPosition);

    /// All events up to a position whose stream starts with a prefix such as `talk:`, ordered by stream and
    /// sequence, in one scan. Rows are raw so that decoding can happen on other threads.
    void scanStreams(String prefix, long upToPosition, Consumer<RawEvent> consumer);

    /// The same for who only folds: event ids are empty and metadata is [EventMetadata#NOT_READ].
    void scanContents(String prefix, long upToPosition, Consumer<RawEvent> consumer);

    /// Events after one position and up to another in log order, in one scan.
    void scan(long afterPosition, long upToPosition, Consumer<RawEvent> consumer);

    /// Positions of the latest events, newest first, at most `limit`; those before a position when it is given.
    List<RecordedEvent> latest(@Nullable Long beforePosition, int limit);

    /// Names of the streams with a prefix that have an event up to a position, in order.
    List<String> streams(String prefix, long upToPosition);

    /// Called after each commit that appended something, on the committing thread; must return quickly.
    void onAppended(Runnable listener);
}
