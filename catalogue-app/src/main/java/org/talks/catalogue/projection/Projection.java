package org.talks.catalogue.projection;

import java.util.List;
import org.talks.catalogue.eventstore.RecordedEvent;

/// One view of the log. It owns its position: position and data become durable together, so that after a crash it
/// continues exactly where its data is. Events are applied by one thread; reading goes on meanwhile.
public interface Projection extends AutoCloseable {

    /// The last position whose effect readers see.
    long position();

    /// The last position that was applied; ahead of [#position] where readers see it only after [#show].
    default long applied() {
        return position();
    }

    /// Applies events in order, passing over parked streams. Readers see them at the latest after [#show].
    ///
    /// @throws ViewStorageException when the view's disk or file is in trouble, which is no fault of an event
    /// @throws RuntimeException when an event cannot be applied; the view is as before
    void apply(List<RecordedEvent> batch);

    /// Lets readers see all that was applied. For a view where that costs something, whoever applies chooses the
    /// moment: at once for a person's edit, now and then while thousands of events go by.
    default void show() {
        // Readers of most views see what was applied at once.
    }

    /// Leaves a stream out from now on, because an event of it cannot be applied, and moves the position past it.
    void park(ParkedStream parked);

    /// The streams that are left out.
    List<ParkedStream> parked();

    /// SHA-256 over what readers can see, in key order, without positions and recording times; hex. Two views of
    /// the same content have the same hash, however they came about.
    String contentHash();

    /// Reads all files of the view to see whether they are as they were written.
    ///
    /// @return what is wrong first, empty when nothing is
    String damage();

    /// Makes everything applied durable.
    void flush();

    /// Flushes and releases the files.
    @Override
    void close();
}
