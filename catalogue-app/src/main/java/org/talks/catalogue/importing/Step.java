package org.talks.catalogue.importing;

import org.jspecify.annotations.Nullable;
import org.talks.catalogue.command.CatalogueCommand;
import org.talks.catalogue.eventstore.CommandContext;
import org.talks.catalogue.eventstore.CommandContext.Origin;

/// One command of a plan, with what to say where, should it be refused.
///
/// @param expectedVersion of the stream when it was planned, null for a new one: what somebody changes after that is
///     theirs
/// @param source whose record led to it
/// @param delivered digest of that record
/// @param place where in the input it stands
record Step(
        CatalogueCommand command,
        @Nullable Long expectedVersion,
        String source,
        @Nullable String delivered,
        String place) {

    CommandContext context(String actor, String importId) {
        return new CommandContext(actor, importId, expectedVersion, null, new Origin(importId, source, delivered));
    }
}
