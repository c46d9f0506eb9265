package org.talks.catalogue.eventstore;

import java.util.HashSet;
import java.util.List;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.MessageHandler;
import org.axonframework.modelling.command.Repository;
import org.jspecify.annotations.Nullable;
import org.talks.catalogue.command.CatalogueCommand;
import org.talks.catalogue.command.Conflict;
import org.talks.catalogue.command.Refused;
import org.talks.events.CatalogueEvent;

/// Carries out one command: loads the stream, lets its decider decide, refuses what conflicts, records the rest.
final class CommandHandling implements MessageHandler<CommandMessage<?>> {

    private final Repository<CatalogueAggregate> repository;
    private final SqliteEventLog log;
    private final Registries registries;
    private final Deciders deciders;

    CommandHandling(
            Repository<CatalogueAggregate> repository, SqliteEventLog log, Registries registries, Deciders deciders) {
        this.repository = repository;
        this.log = log;
        this.registries = registries;
        this.deciders = deciders;
    }

    @Override
    public Object handle(CommandMessage<?> message) throws Exception {
        var command = (CatalogueCommand) message.getPayload();
        var stream = command.stream();
        // A new stream is not loaded in vain: Axon tells that there is none by an exception, which costs more than the
        // command.
        var aggregate = registries.knows(stream)
                ? repository.load(stream)
                : repository.newInstance(() -> new CatalogueAggregate(stream, deciders.of(stream)));
        var version = aggregate.version() == null ? 0 : aggregate.version() + 1;
        var decided = aggregate.invoke(a -> a.decide(command, registries));
        refuseConflicts(message, stream, version, decided);
        var delivered = (@Nullable String) message.getMetaData().get(MessageMetadata.DELIVERED);
        for (var event : decided) {
            registries.record(event, delivered);
        }
        aggregate.execute(a -> a.record(decided));
        return new Decision(stream, version + decided.size(), decided.size());
    }

    private void refuseConflicts(CommandMessage<?> message, String stream, long version, List<CatalogueEvent> decided) {
        if (!(message.getMetaData().get(CommandMetadata.EXPECTED_VERSION) instanceof Long expected)
                || expected == version
                || decided.isEmpty()) {
            return;
        }
        if (expected > version || expected < 0) {
            throw new Refused.Invalid(
                    "expectedVersion",
                    "Version " + expected + " does not exist; the current version is " + version + ".");
        }
        var parts = new HashSet<String>();
        decided.forEach(event -> parts.add(event.part()));
        var theirs = log.streamInTransaction(stream, expected).stream()
                .map(RecordedEvent::event)
                .filter(event -> parts.contains(event.part()))
                .toList();
        if (!theirs.isEmpty()) {
            throw new Conflict(stream, expected, version, theirs, decided);
        }
    }
}
