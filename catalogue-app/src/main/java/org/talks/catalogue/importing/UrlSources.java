package org.talks.catalogue.importing;

import com.fasterxml.uuid.Generators;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.talks.catalogue.command.Refused;
import org.talks.catalogue.data.DataDirectory;
import org.talks.catalogue.data.StateDatabase;
import org.talks.catalogue.importing.Imports.Options;
import org.talks.catalogue.importing.format.SourceFiles;
import org.talks.catalogue.importing.format.UnreadableSourceException;
import org.talks.catalogue.importing.remote.Fetching;

/// Addresses that are fetched on a schedule and on demand, and imported when they changed. One is fetched at a
/// time. Safe for use by any number of threads.
@Service
public final class UrlSources implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(UrlSources.class);

    /// Sources of one catalogue; each may be fetched every quarter of an hour.
    private static final int SOURCES_MAX = 500;

    /// More often would be a burden on whoever offers it.
    private static final int EVERY_MINUTES_MIN = 15;

    private static final int EVERY_MINUTES_MAX = 60 * 24 * 31;

    private static final String COLUMNS =
            "id, url, format, zone, every_minutes, apply, added, added_by, checked, outcome, import_id";

    private final StateDatabase state;
    private final Imports imports;
    private final DataDirectory directory;
    private final Clock clock;
    private final Fetching fetching;
    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("sources").daemon().factory());

    /// @param fetching decides which addresses may be asked
    UrlSources(StateDatabase state, Imports imports, DataDirectory directory, Clock clock, Fetching fetching) {
        this.state = state;
        this.imports = imports;
        this.directory = directory;
        this.clock = clock;
        this.fetching = fetching;
    }

    @EventListener(WebServerInitializedEvent.class)
    void beginWithTheServer() {
        imports.resumeInterrupted();
        var _ = worker.scheduleWithFixedDelay(this::checkDueForEver, 1, 1, TimeUnit.MINUTES);
    }

    /// A schedule ends with the first exception that leaves it.
    private void checkDueForEver() {
        try {
            checkDue();
        } catch (RuntimeException e) {
            LOG.error("The sources cannot be checked now", e);
        }
    }

    /// Keeps an address.
    ///
    /// @param everyMinutes 0 for only when somebody asks
    /// @throws Refused.Invalid when it is no address that is fetched, or the interval is out of bounds
    public UrlSource add(
            String url, @Nullable String format, @Nullable String zone, int everyMinutes, boolean apply, String actor) {
        var address = checkedAddress(url);
        if (everyMinutes != 0 && (everyMinutes < EVERY_MINUTES_MIN || everyMinutes > EVERY_MINUTES_MAX)) {
            throw new Refused.Invalid(
                    "everyMinutes",
                    "A source is fetched every " + EVERY_MINUTES_MIN + " minutes at most, and once a month at least; 0"
                            + " is only when somebody asks.");
        }
        if (format != null && imports.formats().stream().noneMatch(f -> f.id().equals(format))) {
            throw new Refused.Invalid("format", "There is no format " + format + ".");
        }
        if (all().size() >= SOURCES_MAX) {
            throw new Refused.NotNow("There are " + SOURCES_MAX + " sources already; remove one first.");
        }
        var id = Generators.timeBasedEpochGenerator().generate().toString();
        var added = state.jdbc()
                .sql("insert or ignore into import_source (id, url, format, zone, every_minutes, apply, added,"
                        + " added_by) values (?,?,?,?,?,?,?,?)")
                .param(id)
                .param(address)
                .param(format)
                .param(zone)
                .param(everyMinutes)
                .param(apply ? 1 : 0)
                .param(clock.millis())
                .param(actor)
                .update();
        if (added == 0) {
            throw new Refused.NotNow("This address is a source already.");
        }
        return find(id).orElseThrow();
    }

    private String checkedAddress(String url) {
        try {
            return fetching.allowedAddress(url).toString();
        } catch (IOException e) {
            throw new Refused.Invalid("url", String.valueOf(e.getMessage()));
        }
    }

    /// In the order in which they were added.
    public List<UrlSource> all() {
        return query("order by added", List.of());
    }

    public Optional<UrlSource> find(String id) {
        return query("where id = ?", List.of(id)).stream().findFirst();
    }

    /// What was imported from it stays.
    public void remove(String id) {
        if (state.jdbc().sql("delete from import_source where id = ?").param(id).update() == 0) {
            throw missing(id);
        }
    }

    /// Fetches it soon and returns at once.
    public void checkSoon(String id) {
        if (find(id).isEmpty()) {
            throw missing(id);
        }
        worker.execute(() -> check(id));
    }

    /// Fetches it, and begins an import when it changed.
    public UrlSource check(String id) {
        synchronized (fetching) {
            var source = find(id).orElseThrow(() -> missing(id));
            try {
                fetch(source);
            } catch (IOException | UnreadableSourceException | Refused e) {
                // Whoever asked is told, and so is the page of sources.
                LOG.info("Source {} cannot be fetched: {}", source.url(), e.toString());
                noteFailure(id, e);
            } catch (RuntimeException e) {
                LOG.warn("Source {} cannot be fetched", source.url(), e);
                noteFailure(id, e);
            }
        }
        return find(id).orElseThrow(() -> missing(id));
    }

    private void noteFailure(String id, Exception e) {
        note(id, "Not fetched: " + Objects.requireNonNullElse(e.getMessage(), "it was broken off."));
    }

    /// Fetches those whose time has come.
    void checkDue() {
        var now = clock.instant();
        for (var source : all()) {
            var checked = source.checked();
            if (source.everyMinutes() > 0
                    && (checked == null
                            || !checked.plus(Duration.ofMinutes(source.everyMinutes()))
                                    .isAfter(now))) {
                check(source.id());
            }
        }
    }

    private void fetch(UrlSource source) throws IOException, UnreadableSourceException {
        var known = wasInterrupted(source) ? new Fetching.Known(null, null, null) : known(source);
        var answer = fetching.fetch(Fetching.address(source.url()), known, directory.raw());
        var file = answer.file();
        if (file == null) {
            note(source.id(), "Unchanged.");
            return;
        }
        try {
            var report = imports.start(
                    SourceFiles.of(answer.name(), file),
                    new Options(source.format(), source.zone(), !source.apply()),
                    source.addedBy(),
                    source.id(),
                    () -> delete(file));
            state.jdbc()
                    .sql("update import_source set checked = ?, outcome = ?, etag = ?, last_modified = ?,"
                            + " body_hash = ?, import_id = ? where id = ?")
                    .param(clock.millis())
                    .param(source.apply() ? "Changed; imported." : "Changed; a plan was made.")
                    .param(answer.etag())
                    .param(answer.lastModified())
                    .param(answer.hash())
                    .param(report.id())
                    .param(source.id())
                    .update();
        } catch (IOException | UnreadableSourceException | RuntimeException e) {
            delete(file);
            throw e;
        }
    }

    /// Whether the catalogue stopped while it read what was fetched last, so that nobody has seen it.
    private boolean wasInterrupted(UrlSource source) {
        var last = source.importId();
        return last != null
                && imports.find(last)
                        .filter(report -> report.state() == ImportReport.State.INTERRUPTED)
                        .isPresent();
    }

    private Fetching.Known known(UrlSource source) {
        return state.jdbc()
                .sql("select etag, last_modified, body_hash from import_source where id = ?")
                .param(source.id())
                .query((row, n) -> new Fetching.Known(row.getString(1), row.getString(2), row.getString(3)))
                .single();
    }

    private void note(String id, String outcome) {
        state.jdbc()
                .sql("update import_source set checked = ?, outcome = ? where id = ?")
                .params(clock.millis(), outcome, id)
                .update();
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            file.toFile().deleteOnExit();
        }
    }

    private List<UrlSource> query(String rest, List<Object> parameters) {
        return state.jdbc()
                .sql("select " + COLUMNS + " from import_source " + rest)
                .params(parameters)
                .query((row, n) -> {
                    var checked = row.getLong(9);
                    return new UrlSource(
                            row.getString(1),
                            row.getString(2),
                            row.getString(3),
                            row.getString(4),
                            row.getInt(5),
                            row.getInt(6) == 1,
                            Instant.ofEpochMilli(row.getLong(7)),
                            row.getString(8),
                            checked == 0 ? null : Instant.ofEpochMilli(checked),
                            row.getString(10),
                            row.getString(11));
                })
                .list();
    }

    private static Refused.NotFound missing(String id) {
        return new Refused.NotFound("There is no source " + id + ".");
    }

    @Override
    public void destroy() {
        worker.shutdownNow();
    }
}
