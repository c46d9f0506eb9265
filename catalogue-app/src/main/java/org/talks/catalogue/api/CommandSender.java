package org.talks.catalogue.api;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.talks.catalogue.account.CurrentActor;
import org.talks.catalogue.account.Role;
import org.talks.catalogue.command.CatalogueCommand;
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

    /// @throws org.talks.catalogue.command.Refused when the rules forbid it
    public Receipt send(CatalogueCommand command, @Nullable Long expectedVersion) {
        return send(command, expectedVersion, null);
    }

    /// @throws org.talks.catalogue.command.Refused when the rules forbid it
    public Receipt send(
            CatalogueCommand command,
            @Nullable Long expectedVersion,
            CommandContext.@Nullable IdempotencyKey idempotency) {
        var actor = currentActor.require(Role.EDITOR);
        return commands.send(command, new CommandContext(actor.id(), newId(), expectedVersion, idempotency, null));
    }

    /// Sends commands as one: all or none.
    ///
    /// @throws org.talks.catalogue.command.Refused of the first that the rules forbid
    public List<Receipt> sendTogether(List<CatalogueCommand> commandsInOrder, @Nullable Long expectedVersion) {
        var actor = currentActor.require(Role.EDITOR);
        var context = CommandContext.by(actor.id(), newId()).expecting(expectedVersion);
        return commands.sendTogether(commandsInOrder.stream()
                .map(command -> new Commands.Envelope(command, context))
                .toList());
    }
}
