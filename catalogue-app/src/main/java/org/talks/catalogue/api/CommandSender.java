package org.talks.catalogue.api;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.talks.catalogue.account.CurrentActor;
import org.talks.catalogue.account.Role;
import org.talks.catalogue.command.CatalogueCommand;
import org.talks.catalogue.command.Refused;
import org.talks.catalogue.eventstore.CommandContext;
import org.talks.catalogue.eventstore.Commands;
import org.talks.catalogue.eventstore.Receipt;

/// Sends commands in the name of whoever is behind the request; pages and API share it.
@Component
public final class CommandSender {

    private static final TimeBasedEpochGenerator IDS = Generators.timeBasedEpochGenerator();

    private final Commands commands;
    private final CurrentActor currentActor;

    CommandSender(Commands commands, CurrentActor currentActor) {
        this.commands = commands;
        this.currentActor = currentActor;
    }

    /// A new id for a thing or a part of one: UUID version 7, so that ids sort by the time they were made.
    public static String newId() {
        return IDS.generate().toString();
    }

    /// @throws Refused when the rules forbid it
    public Receipt send(CatalogueCommand command, @Nullable Long expectedVersion) {
        return send(command, expectedVersion, null);
    }

    /// @throws Refused when the rules forbid it
    public Receipt send(
            CatalogueCommand command,
            @Nullable Long expectedVersion,
            CommandContext.@Nullable IdempotencyKey idempotency) {
        var actor = currentActor.require(Role.EDITOR);
        return commands.send(command, new CommandContext(actor.id(), newId(), expectedVersion, idempotency, null));
    }

    /// One of several commands that are sent together.
    ///
    /// @param expectedVersion of the command's own stream; null takes any
    public record Order(
            CatalogueCommand command,
            @Nullable Long expectedVersion,
            CommandContext.@Nullable IdempotencyKey idempotency) {}

    /// Sends commands about one thing as one: all or none.
    ///
    /// @throws Refused of the first that the rules forbid
    public List<Receipt> sendTogether(List<CatalogueCommand> commandsInOrder, @Nullable Long expectedVersion) {
        return sendTogether(commandsInOrder.stream()
                .map(command -> new Order(command, expectedVersion, null))
                .toList());
    }

    /// Sends commands as one: all or none.
    ///
    /// @throws Refused of the first that the rules forbid, or because they are more than can be carried out at once
    public List<Receipt> sendTogether(List<Order> orders) {
        var actor = currentActor.require(Role.EDITOR);
        if (orders.size() > Commands.BATCH_MAX) {
            throw new Refused.Invalid(
                    "commands", "These are more than " + Commands.BATCH_MAX + " changes, too many to make at once.");
        }
        var correlation = newId();
        return commands.sendTogether(orders.stream()
                .map(order -> new Commands.Envelope(
                        order.command(),
                        new CommandContext(
                                actor.id(), correlation, order.expectedVersion(), order.idempotency(), null)))
                .toList());
    }
}
