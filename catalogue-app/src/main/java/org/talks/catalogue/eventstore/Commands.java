package org.talks.catalogue.eventstore;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.jspecify.annotations.Nullable;
import org.talks.catalogue.command.CatalogueCommand;
import org.talks.catalogue.command.Refused;

/// The way in: sends commands and answers when their events are durable. Safe for use by any number of threads;
/// commands are carried out one after another.
public final class Commands {

    /// Commands carried out in one transaction. Larger batches are slower, because a unit of work searches all it has
    /// staged for each aggregate it loads.
    public static final int BATCH_MAX = 200;

    /// A command with its context.
    public record Envelope(CatalogueCommand command, CommandContext context) {}

    /// What became of one command of a batch: a receipt, or the refusal.
    public record Outcome(
            Envelope envelope,
            @Nullable Receipt receipt,
            @Nullable Refused refusal) {}

    private final CommandBus bus;
    private final LogTransactions transactions;
    private final EventLog log;
    private final Registries registries;

    Commands(CommandBus bus, LogTransactions transactions, EventLog log, Registries registries) {
        this.bus = bus;
        this.transactions = transactions;
        this.log = log;
        this.registries = registries;
    }

    /// Carries out one command.
    ///
    /// @throws Refused when the rules forbid it; nothing was recorded then
    /// @throws EventLogException when it could not be made durable; nothing was recorded then
    public Receipt send(CatalogueCommand command, CommandContext context) {
        var outcome = sendAll(List.of(new Envelope(command, context))).getFirst();
        if (outcome.refusal() != null) {
            throw outcome.refusal();
        }
        return Objects.requireNonNull(outcome.receipt());
    }

    /// Carries out commands in order in one transaction. A refused command changes nothing and does not stop the
    /// others; anything worse stops and takes back all of them.
    ///
    /// @param envelopes at most [#BATCH_MAX]
    /// @return an outcome per command, in order
    public List<Outcome> sendAll(List<Envelope> envelopes) {
        return carriedOut(envelopes, false);
    }

    /// Carries out commands in order in one transaction, all or none.
    ///
    /// @param envelopes at most [#BATCH_MAX]
    /// @return a receipt per command, in order
    /// @throws Refused of the first command that the rules forbid; nothing was recorded then
    public List<Receipt> sendTogether(List<Envelope> envelopes) {
        return carriedOut(envelopes, true).stream()
                .map(outcome -> Objects.requireNonNull(outcome.receipt()))
                .toList();
    }

    private List<Outcome> carriedOut(List<Envelope> envelopes, boolean together) {
        if (envelopes.size() > BATCH_MAX) {
            throw new IllegalArgumentException("at most " + BATCH_MAX + " commands at once");
        }
        var unit = DefaultUnitOfWork.startAndGet(new GenericMessage<>(envelopes));
        var attempts = new ArrayList<Attempt>(envelopes.size());
        try {
            unit.attachTransaction(transactions);
            for (var envelope : envelopes) {
                var attempt = attempt(envelope);
                if (together && attempt.refusal != null) {
                    throw attempt.refusal;
                }
                attempts.add(attempt);
            }
            var appending = attempts.stream().anyMatch(a -> a.decision != null && a.decision.events() > 0);
            if (appending) {
                CommandUnit.of(unit).afterAppend(() -> rememberReceipts(attempts, CommandUnit.of(unit), log.head()));
            } else {
                rememberReceipts(attempts, CommandUnit.of(unit), log.head());
            }
            unit.commit();
        } catch (RuntimeException e) {
            if (unit.isActive()) {
                unit.rollback(e);
            }
            throw e;
        }
        return attempts.stream()
                .map(a -> new Outcome(a.envelope, a.receipt, a.refusal))
                .toList();
    }

    private static final class Attempt {
        final Envelope envelope;

        @Nullable
        Decision decision;

        @Nullable
        Receipt receipt;

        @Nullable
        Refused refusal;

        Attempt(Envelope envelope) {
            this.envelope = envelope;
        }
    }

    private Attempt attempt(Envelope envelope) {
        var attempt = new Attempt(envelope);
        var context = envelope.context();
        var idempotency = context.idempotency();
        if (idempotency != null) {
            try {
                attempt.receipt = Idempotency.replayed(registries, context.actor(), idempotency);
            } catch (Refused e) {
                attempt.refusal = e;
            }
            if (attempt.receipt != null || attempt.refusal != null) {
                return attempt;
            }
        }
        CommandMessage<Object> message = new GenericCommandMessage<>(envelope.command(), CommandMetadata.of(context));
        bus.<Object, Decision>dispatch(message, (sent, result) -> {
            if (!result.isExceptional()) {
                attempt.decision = result.getPayload();
            } else if (result.exceptionResult() instanceof Refused refused) {
                attempt.refusal = refused;
            } else {
                throw asRuntime(result.exceptionResult());
            }
        });
        return attempt;
    }

    private void rememberReceipts(List<Attempt> attempts, CommandUnit unit, long head) {
        for (var attempt : attempts) {
            var decision = attempt.decision;
            if (decision == null) {
                continue;
            }
            var position = decision.events() == 0 ? head : unit.position(decision.stream(), head);
            var receipt = new Receipt(decision.stream(), decision.version(), position, decision.events());
            attempt.receipt = receipt;
            var idempotency = attempt.envelope.context().idempotency();
            if (idempotency != null) {
                registries.remember(
                        attempt.envelope.context().actor(),
                        idempotency.key(),
                        Idempotency.digest(idempotency.fingerprint()),
                        receipt);
            }
        }
    }

    private static RuntimeException asRuntime(Throwable thrown) {
        return thrown instanceof RuntimeException runtime
                ? runtime
                : new IllegalStateException("a command failed: " + thrown.getMessage(), thrown);
    }
}
