package org.talks.catalogue.projection;

import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
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

    /// Folds a stream anew from its first event up to the position, and writes what comes out in the place of what
    /// was there; a parked stream is followed again from then on.
    ///
    /// @throws ViewStorageException when the view's disk or file is in trouble
    /// @throws RuntimeException when an event cannot be applied; the view is as before
    void refold(String stream);

    /// Why the view should be built anew although it can be served until then; null when it is as this version
    /// builds it.
    default @Nullable String outdated() {
        return null;
    }

    /// What readers can see, by keys that a person can look up, each with a hash; as complete as [#contentHash].
    SortedMap<String, String> contentHashes();

    /// The content behind a key of [#contentHashes], to be read by a person; null when there is none to show.
    default @Nullable String shown(String key) {
        return null;
    }

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
