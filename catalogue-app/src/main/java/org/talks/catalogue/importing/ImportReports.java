package org.talks.catalogue.importing;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.talks.catalogue.data.StateDatabase;
import org.talks.catalogue.importing.ImportReport.Absence;
import org.talks.catalogue.importing.ImportReport.Origin;
import org.talks.catalogue.importing.ImportReport.State;
import org.talks.catalogue.importing.ImportReport.Steps;
import org.talks.catalogue.importing.format.Rejection;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Keeps the reports of imports in `state.db`. An import that changes nothing leaves nothing but its report.
@Repository
class ImportReports {

    /// Reports of older versions lack what was added since.
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final StateDatabase state;

    ImportReports(StateDatabase state) {
        this.state = state;
    }

    /// What is kept as JSON beside the columns.
    private record Rest(
            String why,
            boolean dryRun,
            long position,
            @Nullable List<Rejection> warnings,
            @Nullable String error,
            @Nullable Origin origin,
            @Nullable Steps steps,
            @Nullable Absence absence) {}

    void save(ImportReport report) {
        state.doInTransaction(jdbc -> {
            var finished = report.finished();
            jdbc.sql("insert into import_report (id, started, finished, status, format, source_name, actor, counts,"
                            + " report) values (?,?,?,?,?,?,?,?,?) on conflict (id) do update set finished ="
                            + " excluded.finished, status = excluded.status, format = excluded.format, counts ="
                            + " excluded.counts, report = excluded.report")
                    .param(report.id())
                    .param(report.started().toEpochMilli())
                    .param(finished == null ? null : finished.toEpochMilli())
                    .param(report.state().name())
                    .param(report.format())
                    .param(report.name())
                    .param(report.actor())
                    .param(JSON.writeValueAsString(report.counts()))
                    .param(JSON.writeValueAsString(new Rest(
                            report.why(),
                            report.dryRun(),
                            report.position(),
                            report.warnings(),
                            report.error(),
                            report.origin(),
                            report.steps(),
                            report.absence())))
                    .update();
            jdbc.sql("delete from import_rejection where import_id = ?")
                    .param(report.id())
                    .update();
            var ordinal = 0;
            for (var rejection : report.rejections()) {
                jdbc.sql("insert into import_rejection (import_id, ordinal, place, value, reason, remedy)"
                                + " values (?,?,?,?,?,?)")
                        .params(
                                report.id(),
                                ordinal++,
                                rejection.place(),
                                rejection.value(),
                                rejection.reason(),
                                rejection.remedy())
                        .update();
            }
        });
    }

    /// How far the carrying out is; less than [#save], because it is said after every batch.
    void checkpoint(ImportReport report) {
        state.jdbc()
                .sql("update import_report set counts = ?, report = json_set(report, '$.steps.applied', ?,"
                        + " '$.position', ?) where id = ?")
                .params(
                        JSON.writeValueAsString(report.counts()),
                        report.steps().applied(),
                        report.position(),
                        report.id())
                .update();
    }

    /// Says of an import which other one took it back; null when none did, or that one was taken back itself.
    void markUndone(String id, @Nullable String by) {
        state.jdbc()
                .sql("update import_report set report = json_set(report, '$.origin.undoneBy', ?) where id = ?")
                .param(by)
                .param(id)
                .update();
    }

    /// Says that the bytes of a source are gone; their hash stays.
    void markRawDeleted(String hash) {
        state.jdbc()
                .sql("update import_report set report = json_set(report, '$.origin.rawKept', json('false'))"
                        + " where json_extract(report, '$.origin.hash') = ?")
                .param(hash)
                .update();
    }

    Optional<ImportReport> find(String id) {
        return query("where id = ?", List.of(id)).stream().findFirst();
    }

    /// Latest first.
    List<ImportReport> latest(int limit) {
        return query("order by started desc, id desc limit ?", List.of(limit));
    }

    /// Oldest first.
    List<ImportReport> in(State wanted) {
        return query("where status = ? order by started", List.of(wanted.name()));
    }

    /// Marks what was being read when the process ended; what was being carried out goes on.
    void markInterrupted() {
        state.jdbc()
                .sql("update import_report set status = ? where status = ?")
                .params(State.INTERRUPTED.name(), State.RUNNING.name())
                .update();
    }

    private List<ImportReport> query(String rest, List<Object> parameters) {
        return state.jdbc()
                .sql("select id, started, finished, status, format, source_name, actor, counts, report"
                        + " from import_report " + rest)
                .params(parameters)
                .query((row, n) -> {
                    var finished = row.getLong(3);
                    var kept = JSON.readValue(row.getString(9), Rest.class);
                    return new ImportReport(
                            row.getString(1),
                            State.valueOf(row.getString(4)),
                            row.getString(6),
                            row.getString(5),
                            kept.why(),
                            kept.dryRun(),
                            row.getString(7),
                            Instant.ofEpochMilli(row.getLong(2)),
                            finished == 0 ? null : Instant.ofEpochMilli(finished),
                            JSON.readValue(row.getString(8), ImportCounts.class),
                            kept.position(),
                            rejections(row.getString(1)),
                            Objects.requireNonNullElse(kept.warnings(), List.of()),
                            kept.error(),
                            kept.origin() == null
                                    ? new Origin(null, false, null, null, null, null, null)
                                    : kept.origin(),
                            kept.steps() == null ? new Steps(0, 0, 0, 0) : kept.steps(),
                            kept.absence() == null ? Absence.NONE : kept.absence());
                })
                .list();
    }

    private List<Rejection> rejections(String id) {
        return state.jdbc()
                .sql("select place, value, reason, remedy from import_rejection where import_id = ? order by ordinal")
                .param(id)
                .query((row, n) ->
                        new Rejection(row.getString(1), row.getString(2), row.getString(3), row.getString(4)))
                .list();
    }
}
