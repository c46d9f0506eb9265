package org.talks.catalogue.command;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.talks.events.CatalogueEvent;

/// The pure middle of one kind of thing. No clock, no randomness, no database: everything that comes from outside
/// is in the command or behind the [Lookup].
///
/// @param <C> its commands
/// @param <E> its events
/// @param <S> its content, folded from events; null before the first
public interface Decider<C extends CatalogueCommand, E extends CatalogueEvent, S> {

    /// What the command changes, in order; empty when it changes nothing.
    ///
    /// @throws Refused when the rules forbid it
    List<E> decide(C command, @Nullable S state, Lookup lookup);

    /// The content after an event. Total: folding a stored history never fails.
    S evolve(@Nullable S state, E event);

    /// The commands that bring back what was there before the event, given the content before it; the inverse
    /// that each event names.
    List<C> undo(E event, @Nullable S before);
}
