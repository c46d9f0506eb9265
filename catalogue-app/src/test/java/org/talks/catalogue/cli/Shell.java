package org.talks.catalogue.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Runs the command line in this process, with an application that records what it is asked for.
final class Shell implements Application, Operations {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    final List<String> asked = new ArrayList<>();
    final Map<Path, RuntimeException> refusals = new HashMap<>();
    ImportResult imported = imported(State.DONE, Map.of("talksAdded", 38L), List.of());
    /// Whether another import was cut off, and is finished before what is asked for.
    boolean cutOff;
    List<ViewState> views = List.of(new ViewState("index", 10, 2, List.of()));
    RebuildResult rebuilt = new RebuildResult("1", State.DONE, "ended", 10, 10, 5, List.of(), 0, null);
    SearchResult found = new SearchResult(0, List.of());
    Verification verified = new Verification(true, 12, List.of(new Check("hash chain", true, "")));

    int run(String... arguments) {
        out.reset();
        err.reset();
        return new Cli(
                        new Terminal(
                                new PrintStream(out, true, StandardCharsets.UTF_8),
                                new PrintStream(err, true, StandardCharsets.UTF_8),
                                false,
                                System::nanoTime),
                        this)
                .run(arguments);
    }

    String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    static ImportResult imported(State state, Map<String, Long> counts, List<Remark> rejections) {
        return new ImportResult(
                "0198",
                state,
                "talks.csv",
                "csv",
                "Its head has a title.",
                false,
                counts,
                rejections,
                List.of(),
                state == State.FAILED ? "talks.csv is no archive." : null,
                null,
                null);
    }

    @Override
    public int serve(List<String> settings) {
        asked.add("serve " + String.join(" ", settings));
        return 4242;
    }

    @Override
    public <T> T use(Path data, Function<Operations, T> work) {
        asked.add("use " + data);
        return work.apply(this);
    }

    @Override
    public void keepQuiet() {
        asked.add("keep quiet");
    }

    @Override
    public void beBrief() {
        asked.add("be brief");
    }

    @Override
    public ImportResult importPath(ImportRequest request, Progress progress) {
        asked.add("import %s %s %s %s".formatted(request.path(), request.format(), request.zone(), request.dryRun()));
        var refusal = refusals.get(request.path());
        if (refusal != null) {
            throw refusal;
        }
        return imported;
    }

    @Override
    public List<ImportResult> imports() {
        return List.of(cutOff ? imported(State.DONE, Map.of("talksAdded", 7L), List.of()) : imported);
    }

    @Override
    public List<ImportResult> cutOff() {
        return cutOff ? List.of(imported(State.APPLYING, Map.of(), List.of())) : List.of();
    }

    @Override
    public List<PlanLine> plan(String importId) {
        asked.add("plan " + importId);
        return List.of(
                new PlanLine("CHANGED", "talk", "1", "Ants", List.of(new PlanChange("Title", "Ant", "Ants")), ""));
    }

    @Override
    public ImportResult decide(String importId, Decision decision, Progress progress) {
        asked.add(decision + " " + importId);
        return imported;
    }

    @Override
    public List<SourceResult> sources() {
        return List.of(new SourceResult("s1", "https://a.example/schedule.xml", 60, true, "Unchanged.", null));
    }

    @Override
    public SourceResult addSource(SourceRequest request) {
        asked.add("add " + request);
        return sources().getFirst();
    }

    @Override
    public SourceResult checkSource(String id, Progress progress) {
        asked.add("check " + id);
        return sources().getFirst();
    }

    @Override
    public void removeSource(String id) {
        asked.add("remove " + id);
    }

    @Override
    public List<ViewState> rollBack(@Nullable String view) {
        asked.add("roll back " + view);
        return views;
    }

    @Override
    public List<ViewState> retryParked() {
        asked.add("retry");
        return views;
    }

    @Override
    public RebuildResult rebuild(RebuildRequest request, Progress progress) {
        asked.add("rebuild" + (request.view() == null ? "" : " view " + request.view())
                + (request.talk() == null ? "" : " talk " + request.talk()) + (request.dryRun() ? " dry" : ""));
        return rebuilt;
    }

    @Override
    public SearchResult search(String words, int size) {
        asked.add("search " + words + " " + size);
        return found;
    }

    @Override
    public Verification verify(Progress progress) {
        asked.add("verify");
        return verified;
    }
}
