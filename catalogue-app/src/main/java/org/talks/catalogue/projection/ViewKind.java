package org.talks.catalogue.projection;

import java.nio.file.Path;
import org.talks.catalogue.eventstore.EventLog;

/// How one kind of view is opened and built. There are two: `relational` and `index`.
public interface ViewKind<P extends Projection> {

    /// Its name in file names, pages and JSON.
    String name();

    /// Opens the view in a directory at the position its data has; an empty directory gives an empty view.
    ///
    /// @throws UnusableViewException when what is there is of another format or log, or damaged
    P open(Path directory, EventLog log) throws UnusableViewException;

    /// Builds the view anew in an empty directory from the log up to a position, durable when it returns.
    ///
    /// @throws RebuildCancelledException when the progress says so
    P build(Path directory, EventLog log, long upToPosition, BuildProgress progress) throws UnusableViewException;
}
