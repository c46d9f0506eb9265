package org.talks.catalogue.eventstore;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.lock.NullLockFactory;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.AggregateFactory;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.messaging.unitofwork.RollbackConfigurationType;
import org.talks.catalogue.command.StreamKind;

/// Puts the event log, Axon's command side and the registries together, part by part and by hand. There is no
/// Configurer and no auto-configuration, hence no update check, no banner and no default that is silently in
/// memory.
public final class EventStoreWiring implements AutoCloseable {

    private final SqliteEventLog log;
    private final Commands commands;
    private final SourceRegistry sources;
    private final Registries registries;
    private final Deciders deciders;

    /// Opens the log in a file and makes it ready for commands.
    public EventStoreWiring(Path file, Clock clock, List<StreamKind<?, ?, ?>> kinds) {
        log = SqliteEventLog.open(file, clock);
        var transactions = log.transactions();
        registries = new Registries(transactions);
        sources = new SourceRegistry(transactions, registries);
        var engine = new SqliteStorageEngine(log);
        WiringCheck.refuseUnlessDurable(engine, transactions, log.durability());
        var eventStore = EmbeddedEventStore.builder().storageEngine(engine).build();

        deciders = new Deciders(kinds);
        var repository = EventSourcingRepository.builder(CatalogueAggregate.class)
                .aggregateFactory(new CatalogueAggregateFactory(deciders))
                .eventStore(eventStore)
                // One writer, one transaction at a time: a lock per aggregate would only be held in vain.
                .lockFactory(NullLockFactory.INSTANCE)
                .<EventSourcingRepository<CatalogueAggregate>>build();
        var handling = new CommandHandling(repository, log, registries, deciders);

        var bus = SimpleCommandBus.builder()
                .transactionManager(transactions)
                // By default a checked exception would commit what was applied before it.
                .rollbackConfiguration(RollbackConfigurationType.ANY_THROWABLE)
                .build();
        bus.registerHandlerInterceptor(new CorrelationDataInterceptor<>(new CommandMetadata()));
        for (var kind : kinds) {
            for (var command : kind.commandTypes()) {
                bus.subscribe(command.getName(), handling);
            }
        }
        commands = new Commands(bus, transactions, log, registries);
    }

    public EventLog log() {
        return log;
    }

    public Commands commands() {
        return commands;
    }

    public SourceRegistry sources() {
        return sources;
    }

    public Deciders deciders() {
        return deciders;
    }

    /// Proves the log whole, or says where it is not.
    public LogVerification verification() {
        return new LogVerification(log);
    }

    /// The way in for events that were recorded before.
    public LogIntake intake() {
        return new LogIntake(log, registries);
    }

    /// Folds the log into the registries anew.
    public void rebuildRegistries() {
        registries.rebuild(log);
    }

    @Override
    public void close() {
        log.close();
    }

    private record CatalogueAggregateFactory(Deciders deciders) implements AggregateFactory<CatalogueAggregate> {
        @Override
        public CatalogueAggregate createAggregateRoot(String stream, DomainEventMessage<?> first) {
            return new CatalogueAggregate(stream, deciders.of(stream));
        }

        @Override
        public Class<CatalogueAggregate> getAggregateType() {
            return CatalogueAggregate.class;
        }
    }
}
