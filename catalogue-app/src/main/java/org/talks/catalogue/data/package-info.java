/// The directory in which a catalogue keeps everything, and the database of what is not event-sourced. Start at
/// [DataDirectory]: it holds the lock, knows every path and tells the command line of a running server.
/// [StateDatabase] is `state.db`; each feature keeps the SQL of its own tables in its own package. Knows nothing
/// of the rest of the application and may be used by all of it.
@NullMarked
package org.talks.catalogue.data;

import org.jspecify.annotations.NullMarked;
