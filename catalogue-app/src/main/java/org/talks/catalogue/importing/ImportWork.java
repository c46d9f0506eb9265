package org.talks.catalogue.importing;

import java.io.IOException;
import org.springframework.stereotype.Component;
import org.talks.catalogue.eventstore.Commands;
import org.talks.catalogue.eventstore.EventLog;
import org.talks.catalogue.importing.ImportReport.State;
import org.talks.catalogue.importing.format.SourceFile;
import org.talks.catalogue.importing.format.UnreadableSourceException;

/// What an import does in its turn: it plans, keeps the plan and carries it out. Each method returns how the
/// import stands then; for the thread that imports run on.
@Component
final class ImportWork {

    private final ImportPlanning planning;
    private final PlanFiles plans;
    private final Commands commands;
    private final EventLog log;
    private final ImportReports reports;

    ImportWork(ImportPlanning planning, PlanFiles plans, Commands commands, EventLog log, ImportReports reports) {
        this.planning = planning;
        this.plans = plans;
        this.commands = commands;
        this.log = log;
        this.reports = reports;
    }

    /// Plans, and applies unless somebody wants to see the plan or must.
    State perform(ImportRun run, SourceFile source) {
        var drafted = new Drafted();
        var whole = plan(run, source, drafted);
        if (!whole && (!run.options.dryRun() || drafted.steps().isEmpty())) {
            return State.FAILED;
        }
        if (drafted.steps().isEmpty() && drafted.entries().isEmpty()) {
            return State.DONE;
        }
        plans.write(run.id, drafted);
        var decides = run.options.dryRun() || run.absence.confirm();
        return decides && !drafted.steps().isEmpty() ? State.PLANNED : applyAll(run, drafted);
    }

    /// @return whether the source was read to its end
    private boolean plan(ImportRun run, SourceFile source, Drafted drafted) {
        try {
            planning.plan(run, source, drafted);
            return true;
        } catch (UnreadableSourceException e) {
            run.error = e.getMessage();
        } catch (IOException e) {
            run.error = run.name + " cannot be read: " + e.getMessage();
        }
        return false;
    }

    /// Takes another import back, unless that was done while this one waited.
    State undo(ImportRun run, String undoneId) {
        var undone = reports.find(undoneId).orElseThrow();
        if (undone.origin().undoneBy() != null) {
            run.error = "This import was undone already.";
            return State.FAILED;
        }
        var drafted = new Drafted();
        planning.planUndo(run, undone, drafted);
        plans.write(run.id, drafted);
        reports.markUndone(undone.id(), run.id);
        if (undone.origin().undoes() != null) {
            reports.markUndone(undone.origin().undoes(), null);
        }
        return applyAll(run, drafted);
    }

    private State applyAll(ImportRun run, Drafted drafted) {
        run.from = log.head();
        run.state = State.APPLYING;
        reports.save(run.report());
        new Applier(commands, log, run.progress)
                .apply(
                        drafted.steps(),
                        0,
                        run.progress.steps(),
                        run.actor,
                        run.id,
                        done -> reports.checkpoint(run.report()));
        return State.DONE;
    }

    /// Carries out what is left of a plan that was kept: all of it, or what was not done when the process ended.
    State resume(ImportRun run) {
        var steps = plans.steps(run.id);
        var applier = new Applier(commands, log, run.progress);
        var to = Math.min(run.progress.steps(), steps.size());
        var from = applier.applied(run.progress.applied(), Math.max(run.from, run.progress.position()), to, run.id);
        applier.apply(steps, from, to, run.actor, run.id, done -> reports.checkpoint(run.report()));
        run.progress.applied(to);
        return State.DONE;
    }
}
