package org.talks.catalogue.replay;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.talks.catalogue.command.Refused;
import org.talks.catalogue.eventstore.EventLog;
import org.talks.catalogue.projection.BuildProgress;
import org.talks.catalogue.projection.LiveView;
import org.talks.catalogue.projection.RebuildCancelledException;
import org.talks.catalogue.projection.UnusableViewException;

/// Builds a complete new generation of the views beside the live one and switches to it, one rebuild at a time.
/// The live views are not touched before the switch; cancelling or failing leaves them as they are.
public final class Rebuilds implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Rebuilds.class);

    /// Rebuilds that are remembered for their reports.
    private static final int REMEMBERED = 50;

    private final Views views;
    private final EventLog log;
    private final Clock clock;
    private final ExecutorService executor = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("rebuild").daemon().factory());
    private final SequencedMap<String, Rebuild> known = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Rebuild> eldest) {
            return size() > REMEMBERED;
        }
    };

    public Rebuilds(Views views, EventLog log, Clock clock) {
        this.views = views;
        this.log = log;
        this.clock = clock;
    }

    /// How a rebuild stands.
    public enum State {
        RUNNING,
        DONE,
        FAILED,
        CANCELLED
    }

    /// A rebuild at one moment.
    ///
    /// @param phase what is being done, for people
    /// @param done events dealt with; each view deals with each event
    /// @param total events there are to deal with
    /// @param eventsPerSecond since the start
    /// @param secondsLeft estimated; null before anything can be told
    /// @param error why it failed, null otherwise
    public record Status(
            String id,
            State state,
            String phase,
            long done,
            long total,
            long eventsPerSecond,
            @Nullable Long secondsLeft,
            Instant started,
            @Nullable Instant finished,
            @Nullable String error) {}

    private static final class Rebuild {
        final String id;
        final Instant started;
        final long startedNanos = System.nanoTime();
        final BuildProgress progress = new BuildProgress();
        volatile String view = "";
        volatile long total;
        volatile State state = State.RUNNING;
        volatile @Nullable Instant finished;
        volatile long finishedNanos;
        volatile @Nullable String error;

        Rebuild(String id, Instant started, long total) {
            this.id = id;
            this.started = started;
            this.total = total;
        }
    }

    /// Starts a rebuild of all views.
    ///
    /// @throws Refused.NotNow while another one runs
    public Status start(String id) {
        synchronized (known) {
            known.values().stream()
                    .filter(r -> r.state == State.RUNNING)
                    .findFirst()
                    .ifPresent(r -> {
                        throw new Refused.NotNow("A rebuild is already running. Wait for it, or cancel it first.");
                    });
            var rebuild =
                    new Rebuild(id, clock.instant(), log.head() * views.all().size());
            known.put(id, rebuild);
            executor.execute(() -> run(rebuild));
            return status(rebuild);
        }
    }

    public Optional<Status> find(String id) {
        synchronized (known) {
            return Optional.ofNullable(known.get(id)).map(Rebuilds::status);
        }
    }

    /// The latest rebuild, running or not.
    public Optional<Status> latest() {
        synchronized (known) {
            return known.isEmpty()
                    ? Optional.empty()
                    : Optional.of(status(known.lastEntry().getValue()));
        }
    }

    /// Asks a running rebuild to stop; it does so within a moment.
    public boolean cancel(String id) {
        synchronized (known) {
            var rebuild = known.get(id);
            if (rebuild == null || rebuild.state != State.RUNNING) {
                return false;
            }
            rebuild.progress.cancel();
            return true;
        }
    }

    private void run(Rebuild rebuild) {
        var generation = views.nextGeneration();
        var built = new ArrayList<Views.Built<?>>();
        try {
            for (var view : views.all()) {
                rebuild.view = view.kind().name();
                built.add(Views.build(view, views.path(view, generation), log, log.head(), rebuild.progress));
            }
            rebuild.view = "switch";
            rebuild.progress.phase("catching up");
            built.forEach(view -> LiveView.catchUp(log, view.projection()));
            rebuild.progress.advanced(0, 0);
            views.switchTo(built, generation);
            end(rebuild, State.DONE, null);
            LOG.info("All views were rebuilt as generation {} in {} ms", generation, millis(rebuild));
        } catch (RebuildCancelledException e) {
            discard(built, generation);
            end(rebuild, State.CANCELLED, null);
        } catch (RuntimeException | UnusableViewException e) {
            LOG.error("The rebuild failed; the live views are as they were", e);
            discard(built, generation);
            end(rebuild, State.FAILED, String.valueOf(e.getMessage()));
        }
    }

    private void discard(List<Views.Built<?>> built, int generation) {
        built.forEach(view -> view.projection().close());
        views.discard(generation);
    }

    private void end(Rebuild rebuild, State state, @Nullable String error) {
        rebuild.error = error;
        rebuild.finishedNanos = System.nanoTime();
        rebuild.finished = clock.instant();
        rebuild.state = state;
    }

    private static long millis(Rebuild rebuild) {
        var end = rebuild.state == State.RUNNING ? System.nanoTime() : rebuild.finishedNanos;
        return (end - rebuild.startedNanos) / 1_000_000;
    }

    private static Status status(Rebuild rebuild) {
        var done = rebuild.progress.events();
        var millis = Math.max(1, millis(rebuild));
        var perSecond = done * 1_000 / millis;
        var left = rebuild.state == State.RUNNING && perSecond > 0 && millis > 500
                ? (Long) Math.max(0, (rebuild.total - done) / perSecond)
                : null;
        return new Status(
                rebuild.id,
                rebuild.state,
                rebuild.state == State.RUNNING ? rebuild.view + ": " + rebuild.progress.phase() : "ended",
                Math.min(done, rebuild.total),
                rebuild.total,
                perSecond,
                left,
                rebuild.started,
                rebuild.finished,
                rebuild.error);
    }

    @Override
    public void close() {
        synchronized (known) {
            known.values().forEach(r -> r.progress.cancel());
        }
        executor.close();
    }
}
