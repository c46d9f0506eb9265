package org.talks.catalogue.replay;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.talks.catalogue.command.Refused;
import org.talks.catalogue.data.CurrentViews;
import org.talks.catalogue.data.DataDirectory;
import org.talks.catalogue.eventstore.EventLog;
import org.talks.catalogue.projection.BuildProgress;
import org.talks.catalogue.projection.LiveView;
import org.talks.catalogue.projection.ManagedView;
import org.talks.catalogue.projection.Projection;
import org.talks.catalogue.projection.UnusableViewException;
import org.talks.catalogue.projection.ViewStatus;

/// The two views of the catalogue and the generations they are served from. A view that cannot be used as it lies
/// on disk is built anew before anything is served.
public final class Views implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Views.class);

    static final String RELATIONAL = "relational";
    static final String INDEX = "index";

    /// How long somebody waits for a view that follows the log; it is milliseconds behind.
    static final Duration PATIENCE = Duration.ofSeconds(30);

    private final DataDirectory directory;
    private final EventLog log;
    private final ManagedView<?> relational;
    private final ManagedView<?> index;

    /// @param managed the two views, `relational` and `index`
    public Views(DataDirectory directory, EventLog log, List<ManagedView<?>> managed) {
        this.directory = directory;
        this.log = log;
        this.relational = named(managed, RELATIONAL);
        this.index = named(managed, INDEX);
    }

    private static ManagedView<?> named(List<ManagedView<?>> managed, String name) {
        return managed.stream()
                .filter(view -> view.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("there is no view " + name));
    }

    /// Opens the current generation of each view, builds what cannot be used, and begins to follow the log. What
    /// a rebuild left unfinished is discarded: it has no position to resume from. What is parked is tried again,
    /// because this version may read what the one before could not.
    public void start() {
        var stored = directory.currentViews().orElse(null);
        discardAllBut(stored == null ? Set.of() : inUse(stored));
        for (var entry : list(directory.views())) {
            if (Files.isDirectory(entry) && !isGeneration(entry)) {
                deleteTree(entry);
            }
        }
        var current = stored == null ? new CurrentViews(1, 1) : stored;
        var relationalGeneration = open(relational, current.relational(), stored != null);
        var indexGeneration = open(index, current.index(), stored != null);
        var now = new CurrentViews(
                relationalGeneration,
                indexGeneration,
                relationalGeneration == current.relational() ? current.previousRelational() : null,
                indexGeneration == current.index() ? current.previousIndex() : null);
        if (!now.equals(stored)) {
            directory.switchTo(now);
            discardAllBut(inUse(now));
        }
        for (var view : all()) {
            for (var parked : view.live().status().parked()) {
                retry(view, parked.stream());
            }
        }
    }

    private static Set<Integer> inUse(CurrentViews views) {
        var numbers = new HashSet<>(Set.of(views.relational()));
        numbers.add(views.index());
        if (views.previousRelational() != null) {
            numbers.add(views.previousRelational());
        }
        if (views.previousIndex() != null) {
            numbers.add(views.previousIndex());
        }
        return numbers;
    }

    /// Tries what is parked again.
    ///
    /// @param stream the only one, null for all
    /// @return how many are parked still
    /// @throws Refused.NotFound when that one is not parked
    public int retryParked(@Nullable String stream) {
        var tried = 0;
        var left = 0;
        for (var view : all()) {
            for (var parked : view.live().status().parked()) {
                if (stream == null || stream.equals(parked.stream())) {
                    tried++;
                    left += retry(view, parked.stream()) ? 0 : 1;
                }
            }
        }
        if (stream != null && tried == 0) {
            throw new Refused.NotFound("Nothing named " + stream + " is parked.");
        }
        return left;
    }

    private static boolean retry(ManagedView<?> view, String stream) {
        try {
            view.live().refold(stream);
            LOG.info("View {} shows {} again", view.name(), stream);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (RuntimeException e) {
            LOG.warn("View {} still leaves out {}: {}", view.name(), stream, e.getMessage());
            return false;
        }
    }

    /// The number of the generation that [Rebuilds#rollBack] would go back to, empty when there is none.
    public Optional<Integer> previous(String view) {
        return directory.currentViews().flatMap(views -> Optional.ofNullable(previous(views, view)));
    }

    private static @Nullable Integer previous(CurrentViews views, String view) {
        return view.equals(RELATIONAL) ? views.previousRelational() : views.previousIndex();
    }

    /// Serves the generations before, and keeps the present ones to come back to.
    ///
    /// @param strict whether each of the views must have one; otherwise at least one must
    void rollBack(List<ManagedView<?>> wanted, boolean strict) {
        var current = directory.currentViews().orElseGet(() -> new CurrentViews(1, 1));
        var opened = new ArrayList<Switching>();
        try {
            for (var view : wanted) {
                var number = previous(current, view.name());
                if (number != null) {
                    opened.add(new Switching(openPrevious(view, number), number));
                } else if (strict) {
                    throw new Refused.NotNow(
                            "There is no generation before the present one of view " + view.name() + ".");
                }
            }
            if (opened.isEmpty()) {
                throw new Refused.NotNow("There is no generation before the present one.");
            }
            opened.forEach(view -> LiveView.catchUp(log, view.built().projection()));
        } catch (RuntimeException e) {
            opened.forEach(view -> view.built().projection().close());
            throw e;
        }
        var now = current;
        for (var view : opened) {
            now = switched(now, view.built().managed(), view.generation());
        }
        directory.switchTo(now);
        opened.forEach(view -> view.built().serve(view.generation()));
    }

    private record Switching(Built<?> built, int generation) {}

    private <P extends Projection> Built<P> openPrevious(ManagedView<P> view, int number) {
        try {
            return new Built<>(view, view.kind().open(path(view, number), log));
        } catch (UnusableViewException e) {
            throw new Refused.NotNow("Generation " + number + " of view " + view.name() + " cannot be served any more: "
                    + e.getMessage() + " The present one stays.");
        }
    }

    private static CurrentViews switched(CurrentViews current, ManagedView<?> view, int generation) {
        return isRelational(view)
                ? new CurrentViews(generation, current.index(), current.relational(), current.previousIndex())
                : new CurrentViews(current.relational(), generation, current.previousRelational(), current.index());
    }

    public List<ViewStatus> status() {
        return List.of(relational.live().status(), index.live().status());
    }

    /// What of a view lies on disk.
    ///
    /// @param bytes all its files together
    /// @param built when its generation was begun
    public record Stored(long bytes, Instant built) {}

    /// What lies on disk of a view that [#status] names.
    public Stored stored(ViewStatus status) {
        var view = status.name().equals(relational.name()) ? relational : index;
        var path = path(view, status.generation());
        try (var files = Files.list(path)) {
            var bytes =
                    files.filter(Files::isRegularFile).mapToLong(Views::size).sum();
            return new Stored(
                    bytes,
                    Files.readAttributes(path, BasicFileAttributes.class)
                            .creationTime()
                            .toInstant());
        } catch (IOException e) {
            throw new UncheckedIOException("The files of view " + status.name() + " cannot be read.", e);
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            // Merged away by the index between being listed and being measured.
            return 0;
        }
    }

    /// Content hash of each view, in the order of [#status].
    public List<String> contentHashes() {
        return List.of(
                relational.live().read(Projection::contentHash), index.live().read(Projection::contentHash));
    }

    /// Waits until readers of both views see a position.
    ///
    /// @return whether they do within the time
    public boolean await(long position, Duration atMost) throws InterruptedException {
        var deadline = System.nanoTime() + atMost.toNanos();
        return relational.live().await(position, atMost)
                && index.live().await(position, Duration.ofNanos(Math.max(0, deadline - System.nanoTime())));
    }

    List<ManagedView<?>> all() {
        return List.of(relational, index);
    }

    Path path(ManagedView<?> view, int generation) {
        var root = directory.generation(generation);
        return isRelational(view) ? root : root.resolve("index");
    }

    /// Where a view is built to be compared and thrown away.
    ///
    /// @param purpose no number, so never taken for a generation
    Path scratch(String purpose, ManagedView<?> view) {
        return directory.views().resolve(purpose).resolve(view.name());
    }

    void discardScratch(String purpose) {
        deleteTree(directory.views().resolve(purpose));
    }

    /// The views with these names, in the order in which they are built; all when none is named.
    ///
    /// @throws Refused.NotFound when there is no such view
    List<ManagedView<?>> named(List<String> names) {
        for (var name : names) {
            if (all().stream().noneMatch(view -> view.name().equals(name))) {
                throw new Refused.NotFound(
                        "There is no view " + name + "; there are " + RELATIONAL + " and " + INDEX + ".");
            }
        }
        return all().stream()
                .filter(view -> names.isEmpty() || names.contains(view.name()))
                .toList();
    }

    private static boolean isRelational(ManagedView<?> view) {
        return view.name().equals(RELATIONAL);
    }

    /// A number that no generation on disk has.
    int nextGeneration() {
        return generationsOnDisk().stream().max(Comparator.naturalOrder()).orElse(0) + 1;
    }

    /// Makes a built generation the one that is served, and remembers it.
    void switchTo(List<Built<?>> built, int generation) {
        var now = directory.currentViews().orElseGet(() -> new CurrentViews(1, 1));
        for (var view : built) {
            now = switched(now, view.managed(), generation);
        }
        // On disk first: a crash in between starts with the new generation, which is complete.
        directory.switchTo(now);
        built.forEach(view -> view.serve(generation));
        // The generation before stays until the next switch.
        discardAllBut(inUse(now));
    }

    /// A built projection, still closed to readers.
    record Built<P extends Projection>(ManagedView<P> managed, P projection) {
        void serve(int generation) {
            managed.live().serve(generation, projection);
        }
    }

    static <P extends Projection> Built<P> build(
            ManagedView<P> view, Path path, EventLog log, long upToPosition, BuildProgress progress)
            throws UnusableViewException {
        return new Built<>(view, view.kind().build(path, log, upToPosition, progress));
    }

    void discard(int generation) {
        deleteTree(directory.generation(generation));
    }

    private <P extends Projection> int open(ManagedView<P> view, int generation, boolean known) {
        try {
            if (known || log.head() == 0) {
                view.live().serve(generation, view.kind().open(path(view, generation), log));
                return generation;
            }
            LOG.info(
                    "View {} is not there; building it from the log",
                    view.kind().name());
        } catch (UnusableViewException e) {
            LOG.warn(
                    "{} Building view {} anew from the log.",
                    e.getMessage(),
                    view.kind().name());
        }
        var number = nextGeneration();
        try {
            var started = System.nanoTime();
            var built = view.kind().build(path(view, number), log, log.head(), new BuildProgress());
            view.live().serve(number, built);
            LOG.info(
                    "View {} was built up to position {} in {} ms",
                    view.kind().name(),
                    built.position(),
                    (System.nanoTime() - started) / 1_000_000);
            return number;
        } catch (UnusableViewException e) {
            throw new IllegalStateException("View " + view.kind().name() + " cannot be built: " + e.getMessage(), e);
        }
    }

    private Set<Integer> generationsOnDisk() {
        return list(directory.views()).stream()
                .filter(Views::isGeneration)
                .map(entry -> Integer.valueOf(String.valueOf(entry.getFileName())))
                .collect(Collectors.toSet());
    }

    private static boolean isGeneration(Path entry) {
        return String.valueOf(entry.getFileName()).matches("\\d{1,9}");
    }

    private static List<Path> list(Path views) {
        try (var entries = Files.list(views)) {
            return entries.toList();
        } catch (IOException e) {
            throw new IllegalStateException("The views' directory cannot be read: " + e.getMessage(), e);
        }
    }

    private void discardAllBut(Set<Integer> keep) {
        for (var number : generationsOnDisk()) {
            if (!keep.contains(number)) {
                LOG.info("Generation {} of the views is not in use and is deleted", number);
                discard(number);
            }
        }
    }

    private static void deleteTree(Path root) {
        if (!Files.exists(root)) {
            return;
        }
        var paths = new ArrayList<Path>();
        try (var tree = Files.walk(root)) {
            tree.forEach(paths::add);
            for (var path : paths.reversed()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            // An old generation that stays costs disk space and nothing else; the next start tries again.
            LOG.warn("{} cannot be deleted: {}", root, e.getMessage());
        }
    }

    @Override
    public void close() {
        relational.live().close();
        index.live().close();
    }
}
