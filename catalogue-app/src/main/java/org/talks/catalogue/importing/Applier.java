package org.talks.catalogue.importing;

import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import org.talks.catalogue.command.Conflict;
import org.talks.catalogue.command.Refused;
import org.talks.catalogue.eventstore.Commands;
import org.talks.catalogue.eventstore.EventLog;
import org.talks.catalogue.eventstore.RawEvent;
import org.talks.catalogue.importing.format.Rejection;
import org.talks.events.UnreadableEventException;

/// Carries out a plan in batches, each in one transaction. Batches begin at multiples of [Commands#BATCH_MAX], so
/// that after a crash the log tells whether the one batch in doubt was recorded.
final class Applier {

    private final Commands commands;
    private final EventLog log;
    private final ImportProgress progress;

    Applier(Commands commands, EventLog log, ImportProgress progress) {
        this.commands = commands;
        this.log = log;
        this.progress = progress;
    }

    /// @param from the first command that was not acknowledged; a multiple of the size of a batch
    /// @param to end, exclusive
    /// @param checkpoint told how many commands are done, after each batch
    void apply(List<Step> steps, int from, int to, String actor, String importId, IntConsumer checkpoint) {
        for (int next = from; next < to; next += Commands.BATCH_MAX) {
            var end = Math.min(to, next + Commands.BATCH_MAX);
            var batch = steps.subList(next, end);
            carryOut(batch, actor, importId);
            progress.applied(end);
            checkpoint.accept(end);
        }
    }

    /// How many commands were carried out: as many as were acknowledged, and the batch after them when the log has
    /// events of this import after the position that was acknowledged with them.
    int applied(int acknowledged, long position, int to, String importId) {
        var recorded = new long[2];
        log.scan(position, log.head(), raw -> {
            if (isOf(importId, raw)) {
                recorded[0]++;
                recorded[1] = raw.position();
            }
        });
        if (recorded[0] == 0) {
            return acknowledged;
        }
        progress.recorded(recorded[0], recorded[1]);
        return Math.min(to, acknowledged + Commands.BATCH_MAX);
    }

    private static boolean isOf(String importId, RawEvent raw) {
        try {
            return importId.equals(raw.decode().metadata().importId());
        } catch (UnreadableEventException _) {
            return false;
        }
    }

    private void carryOut(List<Step> batch, String actor, String importId) {
        var envelopes = batch.stream()
                .map(step -> new Commands.Envelope(step.command(), step.context(actor, importId)))
                .toList();
        var outcomes = commands.sendAll(envelopes);
        for (int i = 0; i < outcomes.size(); i++) {
            var receipt = outcomes.get(i).receipt();
            var refusal = outcomes.get(i).refusal();
            if (receipt != null) {
                progress.recorded(receipt.events(), receipt.position());
            } else if (refusal != null) {
                progress.refused(batch.get(i).command(), rejection(batch.get(i), refusal));
            }
        }
    }

    static Rejection rejection(Step step, Refused refusal) {
        if (refusal instanceof Conflict) {
            return new Rejection(
                    step.place(),
                    step.command().getClass().getSimpleName(),
                    "Somebody changed the same part after the plan was made; their version was kept.",
                    "Read the source again to compare.");
        }
        var fields = refusal.fields().stream()
                .map(f -> f.field() + ": " + f.message())
                .collect(Collectors.joining(" "));
        return new Rejection(
                step.place(),
                step.command().getClass().getSimpleName(),
                fields.isEmpty() ? String.valueOf(refusal.getMessage()) : fields,
                "Mend the record in the source and import it again.");
    }
}
