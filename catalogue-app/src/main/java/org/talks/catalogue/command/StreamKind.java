package org.talks.catalogue.command;

import java.util.ArrayList;
import java.util.List;
import org.talks.events.CatalogueEvent;

/// One kind of thing that has streams: what they are called, its commands, and how it decides. Every feature
/// offers one; the plumbing finds them as beans.
///
/// @param prefix what its streams start with, without the colon: `talk`
/// @param commands the sealed interface of its commands
public record StreamKind<C extends CatalogueCommand, E extends CatalogueEvent, S>(
        String prefix, Class<C> commands, Class<E> events, Decider<C, E, S> decider) {

    /// Every concrete command of this kind, in the order of the source.
    public List<Class<? extends C>> commandTypes() {
        var types = new ArrayList<Class<? extends C>>();
        for (var permitted : commands.getPermittedSubclasses()) {
            types.add(permitted.asSubclass(commands));
        }
        return types;
    }
}
