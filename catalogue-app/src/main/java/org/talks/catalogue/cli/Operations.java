package org.talks.catalogue.cli;

import static java.util.Objects.requireNonNullElse;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the command line can have done. The application implements it as a bean; beside a running server the same
/// questions go over HTTP, so that the records here are also what the API answers with (fields that they do not
/// name are passed over). Every call returns when all is done.
///
/// A [CannotException], a refusal or any other exception ends the verb with its message.
public interface Operations {

    /// Imports what lies at a path, on the calling thread; the views show it when this returns.
    ImportResult importPath(ImportRequest request, Progress progress);

    /// The latest imports, newest first.
    List<ImportResult> imports();

    /// Imports that another process was cut off in; the next one begins when they are finished. None beside a server,
    /// which finishes them when it starts.
    default List<ImportResult> cutOff() {
        return List.of();
    }

    /// What the plan of an import tells, in its order.
    List<PlanLine> plan(String importId);

    /// Has something done about an import; returns what came of it, for an undo the import that undid.
    ImportResult decide(String importId, Decision decision, Progress progress);

    /// Addresses that are fetched again and again.
    List<SourceResult> sources();

    SourceResult addSource(SourceRequest request);

    /// Fetches it now; what it led to goes on by itself in a server, and is done when this returns otherwise.
    SourceResult checkSource(String id, Progress progress);

    void removeSource(String id);

    /// Builds views anew and switches to them.
    RebuildResult rebuild(RebuildRequest request, Progress progress);

    /// Serves the generation before.
    ///
    /// @param view null for all
    List<ViewState> rollBack(@Nullable String view);

    /// Tries again what is left out of the views because an event of it could not be applied.
    List<ViewState> retryParked();

    /// The best hits.
    ///
    /// @param size how many at most
    SearchResult search(String words, int size);

    /// Checks the log's hash chain, and the views against the log.
    Verification verify(Progress progress);

    /// Told how far the work is; may be called very often and from one thread at a time.
    @FunctionalInterface
    interface Progress {
        void at(Step step);
    }

    /// @param phase what is being done: `importing`, `reading the log`
    /// @param total 0 while it is not known
    /// @param unit what is counted, in the plural: `events`
    record Step(String phase, long done, long total, String unit) {}

    /// @param path absolute
    /// @param format id of the format, null to recognise it
    /// @param zone IANA zone for conferences that name none
    /// @param dryRun to say what would change and change nothing
    /// @param talk id of the talk that a transcript belongs to, null to go by the name of its file
    /// @param mapping what the columns of a table mean, `proposed` to agree with the proposal; null when that was
    ///     said before
    record ImportRequest(
            Path path,
            @Nullable String format,
            @Nullable String zone,
            boolean dryRun,
            @Nullable String talk,
            @Nullable String mapping) {}

    /// How something that takes its time stands.
    enum State {
        RUNNING,
        PLANNED,
        APPLYING,
        DONE,
        DISCARDED,
        FAILED,
        CANCELLED,
        INTERRUPTED
    }

    /// `GET /api/imports/{id}`
    ///
    /// @param why how the format was recognised
    /// @param counts by name: `talksAdded`, `rejected`, `events` …
    /// @param rejections the first of them; `counts` has them all
    /// @param error why the whole import failed, null otherwise
    record ImportResult(
            String id,
            State state,
            String name,
            @Nullable String format,
            String why,
            boolean dryRun,
            Map<String, Long> counts,
            List<Remark> rejections,
            List<Remark> warnings,
            @Nullable String error,
            @Nullable Absence absence,
            @Nullable Origin origin) {

        public ImportResult {
            why = requireNonNullElse(why, "");
            counts = Map.copyOf(requireNonNullElse(counts, Map.of()));
            rejections = List.copyOf(requireNonNullElse(rejections, List.of()));
            warnings = List.copyOf(requireNonNullElse(warnings, List.of()));
        }

        long count(String name) {
            return counts.getOrDefault(name, 0L);
        }

        /// Whether it took another import back.
        boolean undoes() {
            return origin != null && origin.undoes() != null;
        }
    }

    /// @param undoes id of the import that it took back
    record Origin(@Nullable String undoes) {}

    /// What a source does not say.
    ///
    /// @param withoutZone names of conferences with clock times and no time zone
    /// @param confirm whether so much is gone that a person must say yes to it
    record Absence(List<String> withoutZone, boolean confirm) {
        public Absence {
            withoutZone = List.copyOf(requireNonNullElse(withoutZone, List.of()));
        }
    }

    /// What may be done about an import.
    enum Decision {
        APPLY,
        APPLY_AND_CANCEL_GONE,
        APPLY_AND_LEAVE_GONE,
        DISCARD,
        UNDO
    }

    /// `GET /api/imports/{id}/plan`
    ///
    /// @param kind `NEW`, `CHANGED`, `GONE`, `CONFLICT`, `DUPLICATE`
    record PlanLine(String kind, String thing, String id, String name, List<PlanChange> changes, String note) {
        public PlanLine {
            changes = List.copyOf(requireNonNullElse(changes, List.of()));
            note = requireNonNullElse(note, "");
        }
    }

    record PlanChange(String label, String before, String after) {}

    /// @param everyMinutes 0 for only when asked
    record SourceRequest(
            String url, @Nullable String format, @Nullable String zone, int everyMinutes, boolean apply) {}

    /// `GET /api/sources`
    record SourceResult(
            String id,
            String url,
            int everyMinutes,
            boolean apply,
            String outcome,
            @Nullable String importId) {}

    /// Something that was not taken as it was.
    ///
    /// @param place file, and line, path or id within
    record Remark(String place, String value, String reason, String remedy) {}

    /// @param view null for all
    /// @param talk id of the only talk, null for everything
    /// @param dryRun to build, compare, and switch to nothing
    record RebuildRequest(@Nullable String view, @Nullable String talk, boolean dryRun) {}

    /// `GET /api/rebuilds/{id}`
    ///
    /// @param done events dealt with, of `total`
    /// @param eventsPerSecond at present; over the whole time once it has ended
    /// @param differences that a dry run found, the first of `differenceCount`
    record RebuildResult(
            String id,
            State state,
            String phase,
            long done,
            long total,
            long eventsPerSecond,
            List<String> differences,
            long differenceCount,
            @Nullable String error) {
        public RebuildResult {
            differences = List.copyOf(requireNonNullElse(differences, List.of()));
        }
    }

    /// `GET /api/views`
    ///
    /// @param parked what it leaves out
    record ViewState(String name, long position, int generation, List<Parked> parked) {
        public ViewState {
            parked = List.copyOf(requireNonNullElse(parked, List.of()));
        }
    }

    /// @param position of the event that cannot be applied
    record Parked(String stream, long position, String reason) {}

    /// `GET /api/talks?q=`
    record SearchResult(long total, List<Hit> hits) {
        public SearchResult {
            hits = List.copyOf(requireNonNullElse(hits, List.of()));
        }
    }

    record Hit(
            String id,
            String title,
            List<Named> speakers,
            @Nullable Named conference) {
        public Hit {
            speakers = List.copyOf(requireNonNullElse(speakers, List.of()));
        }
    }

    record Named(String id, String name) {}

    /// `POST /api/verifications`
    ///
    /// @param ok whether every check is
    /// @param events in the log
    record Verification(boolean ok, long events, List<Check> checks) {
        public Verification {
            checks = List.copyOf(requireNonNullElse(checks, List.of()));
        }
    }

    /// @param name what was checked: `hash chain`, `relational view`, `search index`
    /// @param detail a sentence; where and how it differs
    record Check(String name, boolean ok, String detail) {}
}
