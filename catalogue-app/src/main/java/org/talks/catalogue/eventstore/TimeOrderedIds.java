package org.talks.catalogue.eventstore;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import org.axonframework.common.IdentifierFactory;

/// Gives Axon's messages, and so events, ids of UUID version 7. Axon finds it by its service file.
///
/// Ids that follow each other lie side by side in the unique index of the log. Random ones are scattered over it:
/// each event of an import then wrote a page of its own. Safe for use by any number of threads.
public final class TimeOrderedIds extends IdentifierFactory {

    private static final TimeBasedEpochGenerator IDS = Generators.timeBasedEpochGenerator();

    @Override
    public String generateIdentifier() {
        return IDS.generate().toString();
    }
}
