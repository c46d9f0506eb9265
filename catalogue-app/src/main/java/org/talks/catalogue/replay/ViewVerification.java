package org.talks.catalogue.replay;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.talks.catalogue.eventstore.EventLog;
import org.talks.catalogue.projection.BuildProgress;
import org.talks.catalogue.projection.LiveView;
import org.talks.catalogue.projection.ManagedView;
import org.talks.catalogue.projection.ParkedStream;
import org.talks.catalogue.projection.Projection;
import org.talks.catalogue.projection.UnusableViewException;
import org.talks.catalogue.replay.Verification.Check;
import org.talks.catalogue.replay.Verification.Progress;

/// Compares what a view shows with a build of it from the log, made beside it and thrown away.
final class ViewVerification {

    /// Comparisons before it is said that the view would not stand still. Each one after the first only applies what
    /// came since, so it takes milliseconds.
    private static final int ATTEMPTS = 50;

    private static final String SCRATCH = "verifying";

    private static final long PROGRESS_MILLIS = 200;

    private final Views views;
    private final EventLog log;

    ViewVerification(Views views, EventLog log) {
        this.views = views;
        this.log = log;
    }

    <P extends Projection> Check check(ManagedView<P> view, Progress progress) {
        var name = view.name() + " view";
        var parked = view.live().status().parked();
        if (!parked.isEmpty()) {
            return new Check(
                    name,
                    false,
                    "It leaves out "
                            + parked.stream().map(ViewVerification::sentence).collect(Collectors.joining("; ")) + ".");
        }
        progress.at(name + ": reading its files", 0, 0);
        var damage = view.live().read(Projection::damage);
        if (!damage.isEmpty()) {
            return new Check(name, false, "Its files are damaged: " + damage + ". Rebuild it; the log has everything.");
        }
        views.discardScratch(SCRATCH);
        try (var scratch = build(view, progress)) {
            progress.at(name + ": comparing", 0, 0);
            return compare(name, view.live(), scratch);
        } catch (UnusableViewException | RuntimeException e) {
            return new Check(name, false, "It cannot be built from the log: " + e.getMessage());
        } finally {
            views.discardScratch(SCRATCH);
        }
    }

    private static String sentence(ParkedStream parked) {
        return parked.stream() + " since position " + parked.position() + " (" + parked.reason() + ")";
    }

    private <P extends Projection> Check compare(String name, LiveView<P> live, P scratch) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            LiveView.catchUp(log, scratch);
            var position = scratch.position();
            var shown = awaitPosition(live, position) ? live.read(Projection::contentHash) : "";
            var due = scratch.contentHash();
            if (shown.equals(due)) {
                return new Check(name, true, "As the log gives it, at position " + position + ".");
            }
            // Only a view that stood still while it was read can be told to differ.
            if (!shown.isEmpty() && log.head() == position && live.read(Projection::position) == position) {
                return new Check(
                        name,
                        false,
                        "At position " + position + " its content is not what the log gives (" + shown.substring(0, 12)
                                + " instead of " + due.substring(0, 12) + "). Rebuild it.");
            }
        }
        return new Check(name, false, "It could not be compared, because the log kept growing. Try again later.");
    }

    private static boolean awaitPosition(LiveView<?> live, long position) {
        try {
            return live.await(position, Views.PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for a view", e);
        }
    }

    private <P extends Projection> P build(ManagedView<P> view, Progress progress) throws UnusableViewException {
        var build = new BuildProgress();
        var head = log.head();
        try (var worker = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().name("verify").daemon().factory())) {
            var building = worker.submit(() -> view.kind().build(views.scratch(SCRATCH, view), log, head, build));
            while (true) {
                try {
                    return building.get(PROGRESS_MILLIS, TimeUnit.MILLISECONDS);
                } catch (TimeoutException _) {
                    progress.at(view.name() + " view: " + build.phase(), Math.min(build.events(), head), head);
                }
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnusableViewException cause) {
                throw cause;
            }
            throw new IllegalStateException(
                    e.getCause() == null ? e.getMessage() : e.getCause().getMessage(), e);
        } catch (InterruptedException e) {
            build.cancel();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while building", e);
        }
    }
}
