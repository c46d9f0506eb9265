package org.talks.catalogue.importing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.talks.catalogue.data.StateDatabase;
import org.talks.catalogue.importing.ImportReport.State;
import org.talks.catalogue.importing.format.Rejection;
import tools.jackson.databind.json.JsonMapper;

/// Keeps the reports of imports in `state.db`. An import that changes nothing leaves nothing but its report.
@Repository
class ImportReports {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final StateDatabase state;

    ImportReports(StateDatabase state) {
        this.state = state;
    }

    /// What is kept as JSON beside the columns.
    private record Rest(
            String why,
            boolean dryRun,
            long position,
            List<Rejection> warnings,
            @Nullable String error) {}

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
                            report.why(), report.dryRun(), report.position(), report.warnings(), report.error())))
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

    Optional<ImportReport> find(String id) {
        return query("where id = ?", List.of(id)).stream().findFirst();
    }

    /// Latest first.
    List<ImportReport> latest(int limit) {
        return query("order by started desc limit ?", List.of(limit));
    }

    /// Marks what was running when the process ended.
    void markInterrupted() {
        state.jdbc()
                .sql("update import_report set status = ? where status = ?")
                .params(State.INTERRUPTED.name(), State.RUNNING.name())
                .update();
    }

    private List<ImportReport> query(String rest, List<Object> parameters) {
        var reports = new ArrayList<ImportReport>();
        for (var report : state.jdbc()
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
                            List.of(),
                            kept.warnings(),
                            kept.error());
                })
                .list()) {
            reports.add(withRejections(report));
        }
        return reports;
    }

    private ImportReport withRejections(ImportReport r) {
        var rejections = state.jdbc()
                .sql("select place, value, reason, remedy from import_rejection where import_id = ? order by ordinal")
                .param(r.id())
                .query((row, n) ->
                        new Rejection(row.getString(1), row.getString(2), row.getString(3), row.getString(4)))
                .list();
        return new ImportReport(
                r.id(),
                r.state(),
                r.name(),
                r.format(),
                r.why(),
                r.dryRun(),
                r.actor(),
                r.started(),
                r.finished(),
                r.counts(),
                r.position(),
                rejections,
                r.warnings(),
                r.error());
    }
}
