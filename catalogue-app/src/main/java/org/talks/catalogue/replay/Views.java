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
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.talks.catalogue.data.CurrentViews;
import org.talks.catalogue.data.DataDirectory;
import org.talks.catalogue.eventstore.EventLog;
import org.talks.catalogue.projection.BuildProgress;
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

    /// Where a view is built to be compared and thrown away; no number, so never taken for a generation.
    private static final String SCRATCH = "verifying";

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

    /// Opens the current generation of each view, builds what cannot be used, and begins to follow the log.
    public void start() {
        var stored = directory.currentViews().orElse(null);
        var current = stored == null ? new CurrentViews(1, 1) : stored;
        discardAllBut(Stream.of(current.relational(), current.index())
                .flatMap(number -> Stream.of(number, number - 1))
                .collect(Collectors.toSet()));
        var relationalGeneration = open(relational, current.relational(), stored != null);
        var indexGeneration = open(index, current.index(), stored != null);
        var now = new CurrentViews(relationalGeneration, indexGeneration);
        if (!now.equals(stored)) {
            directory.switchTo(now);
        }
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

    Path scratch(ManagedView<?> view) {
        return directory.views().resolve(SCRATCH).resolve(view.name());
    }

    void discardScratch() {
        deleteTree(directory.views().resolve(SCRATCH));
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
        var current = directory.currentViews().orElseGet(() -> new CurrentViews(1, 1));
        var relationalGeneration = current.relational();
        var indexGeneration = current.index();
        for (var view : built) {
            if (isRelational(view.managed())) {
                relationalGeneration = generation;
            } else {
                indexGeneration = generation;
            }
        }
        // On disk first: a crash in between starts with the new generation, which is complete.
        directory.switchTo(new CurrentViews(relationalGeneration, indexGeneration));
        built.forEach(view -> view.serve(generation));
        // The generation before stays until the next switch.
        discardAllBut(Stream.of(relationalGeneration, indexGeneration, current.relational(), current.index())
                .collect(Collectors.toSet()));
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
        var numbers = new HashSet<Integer>();
        try (var entries = Files.newDirectoryStream(directory.views())) {
            for (var entry : entries) {
                var name = String.valueOf(entry.getFileName());
                if (name.matches("\\d{1,9}")) {
                    numbers.add(Integer.parseInt(name));
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException("The views' directory cannot be read: " + e.getMessage(), e);
        }
        return numbers;
    }

    private void discardAllBut(Set<Integer> keep) {
        for (var number : generationsOnDisk()) {
            if (!keep.contains(number)) {
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
