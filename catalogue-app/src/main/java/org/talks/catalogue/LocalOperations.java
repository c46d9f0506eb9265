package org.talks.catalogue;

import com.fasterxml.uuid.Generators;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.talks.catalogue.cli.CannotException;
import org.talks.catalogue.cli.Operations;
import org.talks.catalogue.importing.ImportMappings;
import org.talks.catalogue.importing.ImportReport;
import org.talks.catalogue.importing.Imports;
import org.talks.catalogue.importing.UrlSource;
import org.talks.catalogue.importing.UrlSources;
import org.talks.catalogue.importing.format.SourceFiles;
import org.talks.catalogue.importing.format.UnreadableSourceException;
import org.talks.catalogue.replay.Rebuilds;
import org.talks.catalogue.replay.Views;
import org.talks.catalogue.searching.TalkSearch;
import org.talks.search.SearchRequest;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// What the command line does in this process, when no server runs on the data directory.
@Component
final class LocalOperations implements Operations {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /// How long the views may take to show what was imported.
    private static final Duration CATCH_UP = Duration.ofMinutes(10);

    private static final String ACTOR = "local";

    /// Imports that are listed.
    private static final int LATEST = 50;

    private static final Duration LOOK = Duration.ofMillis(20);

    private final Imports imports;
    private final UrlSources sources;
    private final ImportMappings mappings;
    private final Rebuilds rebuilds;
    private final Views views;
    private final TalkSearch search;
    private final org.talks.catalogue.replay.Verification verification;

    LocalOperations(
            Imports imports,
            UrlSources sources,
            ImportMappings mappings,
            Rebuilds rebuilds,
            Views views,
            TalkSearch search,
            org.talks.catalogue.replay.Verification verification) {
        this.verification = verification;
        this.imports = imports;
        this.sources = sources;
        this.mappings = mappings;
        this.rebuilds = rebuilds;
        this.views = views;
        this.search = search;
    }

    @Override
    public ImportResult importPath(ImportRequest request, Progress progress) {
        try {
            var source = SourceFiles.of(request.path());
            mappings.confirm(source, request.format(), request.mapping());
            var options = new Imports.Options(request.format(), request.zone(), request.dryRun(), request.talk());
            return awaited(imports.start(source, options, ACTOR, () -> {}), progress);
        } catch (IOException | UnreadableSourceException e) {
            throw new CannotException(request.path() + " cannot be imported: " + e.getMessage());
        }
    }

    private ImportResult awaited(ImportReport started, Progress progress) {
        try {
            var report = started;
            while (report.running()) {
                Thread.sleep(LOOK);
                report = imports.find(started.id()).orElse(report);
                progress.at(
                        report.state() == ImportReport.State.APPLYING
                                ? new Step(
                                        "recording",
                                        report.steps().applied(),
                                        report.steps().planned(),
                                        "changes")
                                : new Step("reading", report.counts().places(), 0, "files and records"));
            }
            progress.at(new Step("updating the views", 0, 0, "events"));
            if (!views.await(report.position(), CATCH_UP)) {
                throw new CannotException(
                        "The import is recorded, but the views do not catch up. See the views' state.");
            }
            return result(report);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotException("The import was interrupted; the next one goes on from there.");
        }
    }

    @Override
    public List<ImportResult> imports() {
        return imports.latest(LATEST).stream().map(LocalOperations::result).toList();
    }

    @Override
    public List<ImportResult> cutOff() {
        // Nothing else is at work on this data directory.
        return imports().stream().filter(i -> i.state() == State.APPLYING).toList();
    }

    @Override
    public List<PlanLine> plan(String importId) {
        return imports.entries(importId).stream()
                .map(e -> new PlanLine(
                        e.kind().name(),
                        e.thing(),
                        e.id(),
                        e.name(),
                        e.changes().stream()
                                .map(c -> new PlanChange(c.label(), c.before(), c.after()))
                                .toList(),
                        e.note()))
                .toList();
    }

    @Override
    public ImportResult decide(String importId, Decision decision, Progress progress) {
        return switch (decision) {
            case APPLY -> awaited(imports.apply(importId, Imports.Gone.UNLESS_MANY, ACTOR), progress);
            case APPLY_AND_CANCEL_GONE -> awaited(imports.apply(importId, Imports.Gone.CANCEL, ACTOR), progress);
            case APPLY_AND_LEAVE_GONE -> awaited(imports.apply(importId, Imports.Gone.LEAVE, ACTOR), progress);
            case UNDO -> awaited(imports.undo(importId, ACTOR), progress);
            case DISCARD -> result(imports.discard(importId));
        };
    }

    @Override
    public List<SourceResult> sources() {
        return sources.all().stream().map(LocalOperations::result).toList();
    }

    @Override
    public SourceResult addSource(SourceRequest request) {
        return result(sources.add(
                request.url(), request.format(), request.zone(), request.everyMinutes(), request.apply(), ACTOR));
    }

    @Override
    public SourceResult checkSource(String id, Progress progress) {
        var source = sources.check(id);
        if (source.importId() != null) {
            imports.find(source.importId()).ifPresent(report -> awaited(report, progress));
        }
        return result(source);
    }

    @Override
    public void removeSource(String id) {
        sources.remove(id);
    }

    private static SourceResult result(UrlSource source) {
        return new SourceResult(
                source.id(), source.url(), source.everyMinutes(), source.apply(), source.outcome(), source.importId());
    }

    @Override
    public RebuildResult rebuild(RebuildRequest request, Progress progress) {
        var id = Generators.timeBasedEpochGenerator().generate().toString();
        var wanted = org.talks.catalogue.replay.RebuildRequest.of(request.view(), request.talk(), request.dryRun());
        var status = rebuilds.start(id, wanted);
        try {
            while (status.state() == Rebuilds.State.RUNNING) {
                Thread.sleep(LOOK);
                status = rebuilds.find(id).orElse(status);
                progress.at(new Step(status.phase(), status.done(), status.total(), "events"));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            rebuilds.cancel(id);
        }
        return new RebuildResult(
                id,
                State.valueOf(status.state().name()),
                status.phase(),
                status.done(),
                status.total(),
                status.eventsPerSecond(),
                status.differences(),
                status.differenceCount(),
                status.error());
    }

    @Override
    public List<ViewState> rollBack(@Nullable String view) {
        rebuilds.rollBack(view == null ? List.of() : List.of(view));
        return viewStates();
    }

    @Override
    public List<ViewState> retryParked() {
        views.retryParked(null);
        return viewStates();
    }

    private List<ViewState> viewStates() {
        return views.status().stream()
                .map(view -> new ViewState(
                        view.name(),
                        view.position(),
                        view.generation(),
                        view.parked().stream()
                                .map(p -> new Parked(p.stream(), p.position(), p.reason()))
                                .toList()))
                .toList();
    }

    @Override
    public SearchResult search(String words, int size) {
        var all = SearchRequest.forText(words);
        var found = search.search(
                new SearchRequest(all.text(), Map.of(), all.facets(), 0, all.order(), size, null, false, false));
        return new SearchResult(
                found.total(),
                found.hits().stream()
                        .map(hit -> new Hit(
                                hit.id(),
                                hit.title(),
                                hit.speakers().stream()
                                        .map(s -> new Named(s.id(), s.name()))
                                        .toList(),
                                new Named(
                                        hit.conference().id(), hit.conference().name())))
                        .toList());
    }

    @Override
    public Verification verify(Progress progress) {
        var result = verification.verify((phase, done, total) -> progress.at(new Step(phase, done, total, "events")));
        return new Verification(
                result.ok(),
                result.events(),
                result.checks().stream()
                        .map(c -> new Check(c.name(), c.ok(), c.detail()))
                        .toList());
    }

    private static ImportResult result(ImportReport report) {
        var counts = new TreeMap<String, Long>(
                JSON.convertValue(report.counts(), new TypeReference<Map<String, Long>>() {}));
        return new ImportResult(
                report.id(),
                State.valueOf(report.state().name()),
                report.name(),
                report.format(),
                report.why(),
                report.dryRun(),
                counts,
                report.rejections().stream()
                        .map(r -> new Remark(r.place(), r.value(), r.reason(), r.remedy()))
                        .toList(),
                report.warnings().stream()
                        .map(r -> new Remark(r.place(), r.value(), r.reason(), r.remedy()))
                        .toList(),
                report.error(),
                new Absence(report.absence().withoutZone(), report.absence().confirm()),
                new Origin(report.origin().undoes()));
    }
}
