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

    private static final Duration LOOK = Duration.ofMillis(200);

    private final Imports imports;
    private final ImportMappings mappings;
    private final Rebuilds rebuilds;
    private final Views views;
    private final TalkSearch search;
    private final org.talks.catalogue.replay.Verification verification;

    LocalOperations(
            Imports imports,
            ImportMappings mappings,
            Rebuilds rebuilds,
            Views views,
            TalkSearch search,
            org.talks.catalogue.replay.Verification verification) {
        this.verification = verification;
        this.imports = imports;
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
            var started = imports.start(source, options, "local", () -> {});
            var report = started;
            while (report.running()) {
                Thread.sleep(LOOK);
                report = imports.find(started.id()).orElse(report);
                progress.at(new Step("importing", report.counts().places(), 0, "files and records"));
            }
            progress.at(new Step("updating the views", 0, 0, "events"));
            if (!views.await(report.position(), CATCH_UP)) {
                throw new CannotException(
                        "The import is recorded, but the views do not catch up. See the views' state.");
            }
            return result(report);
        } catch (IOException | UnreadableSourceException e) {
            throw new CannotException(request.path() + " cannot be imported: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotException("The import was interrupted; importing the same again goes on from there.");
        }
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
                report.error());
    }
}
