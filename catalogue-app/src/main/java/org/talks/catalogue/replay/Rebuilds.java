package org.talks.catalogue.replay;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.talks.catalogue.command.Refused;
import org.talks.catalogue.eventstore.EventLog;
import org.talks.catalogue.projection.BuildProgress;
import org.talks.catalogue.projection.LiveView;
import org.talks.catalogue.projection.ManagedView;
import org.talks.catalogue.projection.RebuildCancelledException;
import org.talks.catalogue.projection.UnusableViewException;
import org.talks.catalogue.projection.ViewStatus;

/// Builds a complete new generation of views beside the live one and switches to it, one rebuild at a time; goes
/// back to the generation before. The live views are not touched before the switch; cancelling or failing leaves
/// them as they are.
public final class Rebuilds implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Rebuilds.class);

    /// Rebuilds that are remembered for their reports.
    private static final int REMEMBERED = 50;

    private final Views views;
    private final EventLog log;
    private final Clock clock;
    private final DryRun dryRun;
    private final ExecutorService executor = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("rebuild").daemon().factory());
    private final SequencedMap<String, Rebuild> known = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Rebuild> eldest) {
            return size() > REMEMBERED;
        }
    };
    private boolean rollingBack;

    public Rebuilds(Views views, EventLog log, Clock clock) {
        this.views = views;
        this.log = log;
        this.clock = clock;
        this.dryRun = new DryRun(views, log);
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
    /// @param views what is built
    /// @param talk the only talk that is folded anew, null for everything
    /// @param reason why it began without being asked for, null when somebody asked
    /// @param phase what is being done, for people
    /// @param done events dealt with; each view deals with each event
    /// @param total events there are to deal with
    /// @param eventsPerSecond at present; over the whole time once it has ended
    /// @param bytes of events that were read
    /// @param secondsLeft estimated; null before anything can be told
    /// @param generation that is in use now because of it, null while there is none
    /// @param differences of a dry run, the first hundred, a line each
    /// @param differenceCount all of them
    /// @param error why it failed and what to do, null otherwise
    public record Status(
            String id,
            State state,
            List<String> views,
            @Nullable String talk,
            boolean dryRun,
            @Nullable String reason,
            String phase,
            long done,
            long total,
            long eventsPerSecond,
            long bytes,
            @Nullable Long secondsLeft,
            Instant started,
            @Nullable Instant finished,
            @Nullable Integer generation,
            List<String> differences,
            long differenceCount,
            @Nullable String error) {

        /// Events of the log that every view has dealt with, were they built side by side.
        public long logged() {
            return done / Math.max(1, views.size());
        }

        /// How long it took, or takes so far.
        public Duration took(Instant now) {
            return Duration.between(started, finished == null ? now : finished);
        }
    }

    private static final class Rebuild {
        final String id;
        final RebuildRequest request;
        final List<ManagedView<?>> views;
        final Instant started;
        final long startedNanos = System.nanoTime();
        final BuildProgress progress = new BuildProgress();
        final Pace pace = new Pace(startedNanos);
        final long total;
        volatile String view = "";
        volatile State state = State.RUNNING;
        volatile @Nullable Instant finished;
        volatile long finishedNanos;
        volatile @Nullable Integer generation;
        volatile Differences differences = Differences.NONE;
        volatile @Nullable String error;

        Rebuild(String id, RebuildRequest request, List<ManagedView<?>> views, Instant started, long events) {
            this.id = id;
            this.request = request;
            this.views = views;
            this.started = started;
            this.total = events * views.size();
        }
    }

    /// Builds what can be served but is not as this version builds it; to be called once the views are served.
    public void startWhatIsOutdated() {
        var outdated =
                views.status().stream().filter(view -> view.outdated() != null).toList();
        if (!outdated.isEmpty()) {
            var names = outdated.stream().map(ViewStatus::name).toList();
            var reason = String.join(
                    " ",
                    outdated.stream()
                            .map(view -> String.valueOf(view.outdated()))
                            .toList());
            LOG.warn("{} Building anew: {}; what is there is served meanwhile.", reason, String.join(", ", names));
            start(UUID.randomUUID().toString(), new RebuildRequest(names, null, false, reason));
        }
    }

    /// Starts a rebuild of all views; see [#start(String, RebuildRequest)].
    public Status start(String id) {
        return start(id, RebuildRequest.everything());
    }

    /// Starts a rebuild.
    ///
    /// @throws Refused.NotNow while another one runs
    /// @throws Refused.NotFound when there is no such view or talk
    /// @throws Refused.Invalid for a dry run of one talk: whole views are compared
    public Status start(String id, RebuildRequest request) {
        var wanted = views.named(request.views());
        if (request.talk() != null) {
            if (request.dryRun()) {
                throw new Refused.Invalid(
                        "dryRun", "A dry run compares whole views. Leave out the talk, or do without the dry run.");
            }
            var stream = "talk:" + request.talk();
            if (!log.streams(stream, log.head()).contains(stream)) {
                throw new Refused.NotFound("There is no talk " + request.talk() + ".");
            }
        }
        synchronized (known) {
            refuseWhileBusy();
            var rebuild = new Rebuild(id, request, wanted, clock.instant(), log.head());
            known.put(id, rebuild);
            executor.execute(() -> run(rebuild));
            return status(rebuild);
        }
    }

    private void refuseWhileBusy() {
        if (rollingBack || known.values().stream().anyMatch(r -> r.state == State.RUNNING)) {
            throw new Refused.NotNow("A rebuild is already running. Wait for it, or cancel it first.");
        }
    }

    /// Serves the generation before again, brought up to the log first; doing it twice comes back to this one.
    ///
    /// @param names of views, empty for all that have one
    /// @throws Refused.NotNow while a rebuild runs, or when there is no generation before that can be served
    public void rollBack(List<String> names) {
        var wanted = views.named(names);
        synchronized (known) {
            refuseWhileBusy();
            rollingBack = true;
        }
        try {
            views.rollBack(wanted, !names.isEmpty());
        } finally {
            synchronized (known) {
                rollingBack = false;
            }
        }
    }

    public Optional<Status> find(String id) {
        synchronized (known) {
            return Optional.ofNullable(known.get(id)).map(Rebuilds::status);
        }
    }

    /// The rebuilds since the start, the latest first; the last fifty.
    public List<Status> all() {
        synchronized (known) {
            return known.sequencedValues().reversed().stream()
                    .map(Rebuilds::status)
                    .toList();
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
        try {
            if (rebuild.request.talk() != null) {
                refold(rebuild, "talk:" + rebuild.request.talk());
            } else if (rebuild.request.dryRun()) {
                compare(rebuild);
            } else {
                buildAndSwitch(rebuild);
            }
            end(rebuild, State.DONE, null);
            LOG.info("Rebuild of {} ended after {} ms", names(rebuild), millis(rebuild));
        } catch (RebuildCancelledException e) {
            end(rebuild, State.CANCELLED, null);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            end(rebuild, State.CANCELLED, null);
        } catch (RuntimeException | UnusableViewException e) {
            LOG.error("The rebuild failed; the live views are as they were", e);
            end(rebuild, State.FAILED, String.valueOf(e.getMessage()));
        }
    }

    private void buildAndSwitch(Rebuild rebuild) throws UnusableViewException {
        var generation = views.nextGeneration();
        var built = new ArrayList<Views.Built<?>>();
        try {
            for (var view : rebuild.views) {
                rebuild.view = view.name();
                built.add(Views.build(view, views.path(view, generation), log, log.head(), rebuild.progress));
            }
            rebuild.view = "switch";
            rebuild.progress.phase("catching up");
            built.forEach(view -> LiveView.catchUp(log, view.projection()));
            // The last moment to cancel.
            rebuild.progress.advanced(0, 0);
        } catch (RuntimeException | UnusableViewException e) {
            built.forEach(view -> view.projection().close());
            views.discard(generation);
            throw e;
        }
        views.switchTo(built, generation);
        rebuild.generation = generation;
    }

    private void compare(Rebuild rebuild) throws UnusableViewException, InterruptedException {
        for (var view : rebuild.views) {
            rebuild.view = view.name();
            rebuild.differences = rebuild.differences.and(dryRun.compare(view, rebuild.progress));
        }
    }

    private static void refold(Rebuild rebuild, String stream) throws InterruptedException {
        for (var view : rebuild.views) {
            rebuild.view = view.name();
            rebuild.progress.phase(stream);
            view.live().refold(stream);
        }
    }

    private void end(Rebuild rebuild, State state, @Nullable String error) {
        rebuild.error = error;
        rebuild.finishedNanos = System.nanoTime();
        rebuild.finished = clock.instant();
        rebuild.state = state;
    }

    private static List<String> names(Rebuild rebuild) {
        return rebuild.views.stream().map(ManagedView::name).toList();
    }

    private static long millis(Rebuild rebuild) {
        var end = rebuild.state == State.RUNNING ? System.nanoTime() : rebuild.finishedNanos;
        return (end - rebuild.startedNanos) / 1_000_000;
    }

    private static String phase(Rebuild rebuild) {
        var phase = rebuild.progress.phase();
        return rebuild.view.isEmpty() ? phase : rebuild.view + ": " + phase;
    }

    private static Status status(Rebuild rebuild) {
        var state = rebuild.state;
        var running = state == State.RUNNING;
        var talk = rebuild.request.talk();
        var total = talk == null ? rebuild.total : 0;
        // Transcripts are read where their talks are, so some events are counted by one view only.
        var done = state == State.DONE ? total : Math.min(rebuild.progress.events(), total);
        var perSecond =
                running ? rebuild.pace.at(System.nanoTime(), done) : done * 1_000 / Math.max(1, millis(rebuild));
        return new Status(
                rebuild.id,
                state,
                names(rebuild),
                talk,
                rebuild.request.dryRun(),
                rebuild.request.reason(),
                running ? phase(rebuild) : "ended",
                done,
                total,
                perSecond,
                rebuild.progress.bytes(),
                running && perSecond > 0 ? (Long) ((total - done) / perSecond) : null,
                rebuild.started,
                rebuild.finished,
                rebuild.generation,
                rebuild.differences.lines(),
                rebuild.differences.count(),
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
