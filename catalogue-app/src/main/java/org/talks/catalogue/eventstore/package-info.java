/// The event log and the only Axon plumbing of the catalogue. [EventLog] is what everybody else reads; commands
/// go in through [Commands]. Everything is wired by hand in `EventStoreWiring`, because a framework that wires
/// itself may silently wire an in-memory store.
///
/// Writing happens on one connection and one thread at a time; reading happens beside it on read-only
/// connections and sees committed events only.
@NullMarked
package org.talks.catalogue.eventstore;

import org.jspecify.annotations.NullMarked;
