package org.talks.catalogue.eventstore;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;
import org.talks.events.CatalogueEvent;

/// Axon's door to the log: aggregates load from it and append to it. Views do not read through it, so nothing
/// here tracks; snapshots are not kept, because streams are short.
final class SqliteStorageEngine implements EventStorageEngine {

    private final SqliteEventLog log;

    SqliteStorageEngine(SqliteEventLog log) {
        this.log = log;
    }

    @Override
    public void appendEvents(List<? extends EventMessage<?>> messages) {
        var appendables = new ArrayList<SqliteEventLog.NewEvent>(messages.size());
        for (var message : messages) {
            if (!(message instanceof DomainEventMessage<?> domainEvent)
                    || !(message.getPayload() instanceof CatalogueEvent event)) {
                throw new IllegalArgumentException(message.getPayloadType() + " is no event of an aggregate");
            }
            appendables.add(new SqliteEventLog.NewEvent(
                    message.getIdentifier(),
                    domainEvent.getAggregateIdentifier(),
                    domainEvent.getSequenceNumber(),
                    event,
                    MessageMetadata.read(message.getMetaData())));
        }
        var last = log.append(appendables);
        CurrentUnitOfWork.ifStarted(unit -> CommandUnit.of(unit).appended(last, appendables));
    }

    @Override
    public DomainEventStream readEvents(String stream, long firstSequence) {
        var messages = log.streamInTransaction(stream, firstSequence).stream()
                .map(SqliteStorageEngine::message)
                .toList();
        return DomainEventStream.of(messages);
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String stream) {
        var events = log.streamInTransaction(stream, 0);
        return events.isEmpty()
                ? Optional.empty()
                : Optional.of(events.getLast().sequence());
    }

    @Override
    public void storeSnapshot(DomainEventMessage<?> snapshot) {
        throw new IllegalStateException("snapshots are not kept: streams are short");
    }

    @Override
    public Optional<DomainEventMessage<?>> readSnapshot(String stream) {
        return Optional.empty();
    }

    @Override
    public Stream<? extends TrackedEventMessage<?>> readEvents(@Nullable TrackingToken token, boolean mayBlock) {
        throw new IllegalStateException("views follow the log through EventLog, not through Axon's tracking");
    }

    private static DomainEventMessage<CatalogueEvent> message(RecordedEvent recorded) {
        return new GenericDomainEventMessage<>(
                "thing",
                recorded.stream(),
                recorded.sequence(),
                recorded.event(),
                MessageMetadata.write(recorded.metadata()),
                recorded.eventId(),
                recorded.time());
    }
}
