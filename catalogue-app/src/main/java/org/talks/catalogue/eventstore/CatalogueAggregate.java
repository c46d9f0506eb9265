package org.talks.catalogue.eventstore;

import java.util.List;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.jspecify.annotations.Nullable;
import org.talks.catalogue.command.CatalogueCommand;
import org.talks.catalogue.command.Decider;
import org.talks.catalogue.command.Lookup;
import org.talks.events.CatalogueEvent;

/// The one aggregate class: a stream whose kind's decider decides and evolves. The rules are in the deciders,
/// which know nothing of Axon.
final class CatalogueAggregate {

    @AggregateIdentifier
    private final String stream;

    private final Decider<CatalogueCommand, CatalogueEvent, Object> decider;

    private @Nullable Object content;

    CatalogueAggregate(String stream, Decider<CatalogueCommand, CatalogueEvent, Object> decider) {
        this.stream = stream;
        this.decider = decider;
    }

    List<CatalogueEvent> decide(CatalogueCommand command, Lookup lookup) {
        return decider.decide(command, content, lookup);
    }

    void record(List<CatalogueEvent> events) {
        for (var event : events) {
            if (!event.stream().equals(stream)) {
                throw new IllegalStateException(event + " does not belong to " + stream);
            }
            AggregateLifecycle.apply(event);
        }
    }

    @EventSourcingHandler
    void on(CatalogueEvent event) {
        content = decider.evolve(content, event);
    }
}
