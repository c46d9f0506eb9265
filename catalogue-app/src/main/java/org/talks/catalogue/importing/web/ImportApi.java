package org.talks.catalogue.importing.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.talks.catalogue.account.CurrentActor;
import org.talks.catalogue.account.Role;
import org.talks.catalogue.api.Describes;
import org.talks.catalogue.command.Refused;
import org.talks.catalogue.importing.ImportMappings;
import org.talks.catalogue.importing.ImportReport;
import org.talks.catalogue.importing.Imports;
import org.talks.catalogue.importing.PlanEntry;
import org.talks.catalogue.importing.format.SourceFiles;
import org.talks.catalogue.importing.format.UnreadableSourceException;

/// `POST /api/imports` with the parts `file`, `format`, `zone`, `talk`, `mapping` and `dryRun` starts an import
/// and answers 202; the report is at its `Location` from then on. The operator at the command line may name a
/// file or directory of this machine by `path` instead.
@RestController
@RequestMapping("/api/imports")
final class ImportApi {

    private static final int LIMIT_MAX = 200;

    private final Imports imports;
    private final Spool spool;
    private final ImportMappings mappings;
    private final CurrentActor currentActor;

    ImportApi(Imports imports, Spool spool, ImportMappings mappings, CurrentActor currentActor) {
        this.imports = imports;
        this.spool = spool;
        this.mappings = mappings;
        this.currentActor = currentActor;
    }

    @Describes(value = "Starts an import; its report is at Location.", status = 202)
    @PostMapping
    ResponseEntity<ImportReport> start(
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(required = false) @Nullable String path,
            @RequestParam(required = false) @Nullable String format,
            @RequestParam(required = false) @Nullable String zone,
            @RequestParam(required = false) @Nullable String talk,
            @RequestParam(required = false) @Nullable String mapping,
            @RequestParam(defaultValue = "false") boolean dryRun) {
        var actor = currentActor.require(Role.ADMINISTRATOR);
        var options = new Imports.Options(blankToNull(format), blankToNull(zone), dryRun, blankToNull(talk));
        if (path != null && !actor.isLocal()) {
            throw new AccessDeniedException("Only the operator of this machine may name its files.");
        }
        var report = path == null
                ? spool.start(file, options, mapping, actor.id())
                : startLocal(path, options, mapping, actor.id());
        return accepted(report);
    }

    private ImportReport startLocal(String path, Imports.Options options, @Nullable String mapping, String actor) {
        try {
            var source = SourceFiles.of(Path.of(path));
            mappings.confirm(source, options.format(), mapping);
            return imports.start(source, options, actor, () -> {});
        } catch (UnreadableSourceException | IOException | InvalidPathException e) {
            throw new Refused.Invalid("path", path + " cannot be read: " + e.getMessage());
        }
    }

    /// Latest first.
    @Describes("Reports of imports, latest first.")
    @GetMapping
    List<ImportReport> latest(@RequestParam(defaultValue = "50") int limit) {
        return imports.latest(Math.clamp(limit, 1, LIMIT_MAX));
    }

    @Describes("The report of an import.")
    @GetMapping("/{id}")
    ImportReport one(@PathVariable String id) {
        return imports.find(id).orElseThrow(() -> new Refused.NotFound("There is no import " + id + "."));
    }

    /// What the plan tells: what is new, changed, gone, in conflict, perhaps here already.
    @Describes("What a plan would do: new, changed, gone, in conflict, perhaps here already.")
    @GetMapping("/{id}/plan")
    List<PlanEntry> plan(@PathVariable String id) {
        return imports.entries(id);
    }

    /// The commands of the plan in their order, one JSON object a line.
    @Describes(value = "The commands of a plan in order, one a line.", type = "application/x-ndjson")
    @GetMapping("/{id}/commands")
    void commands(@PathVariable String id, HttpServletResponse response) throws IOException {
        one(id);
        response.setContentType("application/x-ndjson");
        imports.copyCommands(id, response.getOutputStream());
    }

    /// @param gone what to do about many talks that are gone: `cancel` or `leave`
    @Describes(value = "Applies a plan.", status = 202)
    @PostMapping("/{id}/apply")
    ResponseEntity<ImportReport> apply(@PathVariable String id, @RequestParam(defaultValue = "") String gone) {
        var actor = currentActor.require(Role.ADMINISTRATOR);
        return accepted(imports.apply(id, ImportPages.gone(gone), actor.id()));
    }

    /// Takes it back; the answer's `Location` is the report of that.
    @Describes(value = "Takes an import back.", status = 202)
    @PostMapping("/{id}/undo")
    ResponseEntity<ImportReport> undo(@PathVariable String id) {
        return accepted(
                imports.undo(id, currentActor.require(Role.ADMINISTRATOR).id()));
    }

    /// Reads the same bytes again.
    @Describes(value = "Reads the same bytes again.", status = 202)
    @PostMapping("/{id}/again")
    ResponseEntity<ImportReport> again(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String format,
            @RequestParam(required = false) @Nullable String zone,
            @RequestParam(defaultValue = "true") boolean dryRun) {
        var actor = currentActor.require(Role.ADMINISTRATOR);
        return accepted(
                imports.again(id, new Imports.Options(blankToNull(format), blankToNull(zone), dryRun), actor.id()));
    }

    /// Takes the source's value of a conflict, or says that two things are the same.
    @Describes("Takes the source's value of a conflict, or says that two things are the same.")
    @PostMapping("/{id}/offers/{ordinal}")
    ImportReport accept(@PathVariable String id, @PathVariable int ordinal) {
        imports.accept(id, ordinal, currentActor.require(Role.ADMINISTRATOR).id());
        return one(id);
    }

    /// Discards a plan that waits.
    @Describes("Discards a plan that waits.")
    @DeleteMapping("/{id}")
    ImportReport discard(@PathVariable String id) {
        currentActor.require(Role.ADMINISTRATOR);
        return imports.discard(id);
    }

    /// Deletes what was read; its hash stays in the report.
    @Describes("Deletes what was read; its hash stays in the report.")
    @DeleteMapping("/{id}/raw")
    ImportReport deleteRaw(@PathVariable String id) throws IOException {
        currentActor.require(Role.ADMINISTRATOR);
        imports.deleteRaw(id);
        return one(id);
    }

    private static ResponseEntity<ImportReport> accepted(ImportReport report) {
        return ResponseEntity.accepted()
                .location(URI.create("/api/imports/" + report.id()))
                .body(report);
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
