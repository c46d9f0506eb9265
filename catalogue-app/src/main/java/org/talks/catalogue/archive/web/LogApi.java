package org.talks.catalogue.archive.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.talks.catalogue.account.CurrentActor;
import org.talks.catalogue.account.Role;
import org.talks.catalogue.api.Describes;
import org.talks.catalogue.archive.ArchiveException;
import org.talks.catalogue.archive.ExportFile;
import org.talks.catalogue.archive.LogExport;
import org.talks.catalogue.archive.LogImport;
import org.talks.catalogue.command.Refused;
import org.talks.catalogue.data.DataDirectory;
import org.talks.catalogue.eventstore.EventLog;
import org.talks.catalogue.eventstore.LogFile;

/// `GET /api/log?after=POSITION`: the log with everything in it, who did what included, as lines of JSON; an
/// answer without a manifest as its last line was cut off. `POST /api/log/imports?path=` takes in such a file of
/// this machine and answers when it is durable.
@RestController
@RequestMapping("/api/log")
final class LogApi {

    private final DataDirectory directory;
    private final EventLog log;
    private final LogImport imports;
    private final Clock clock;
    private final CurrentActor currentActor;

    LogApi(DataDirectory directory, EventLog log, LogImport imports, Clock clock, CurrentActor currentActor) {
        this.directory = directory;
        this.log = log;
        this.imports = imports;
        this.clock = clock;
        this.currentActor = currentActor;
    }

    @Describes(value = "The whole log with its chain, one event a line.", type = "application/x-ndjson")
    @GetMapping
    void export(@RequestParam(defaultValue = "0") long after, HttpServletResponse response) throws IOException {
        currentActor.require(Role.ADMINISTRATOR);
        if (after < 0 || after > log.head()) {
            throw new Refused.Invalid("after", "after must be a position of the log, from 0 to " + log.head() + ".");
        }
        response.setContentType("application/x-ndjson");
        response.setHeader("Content-Disposition", "attachment; filename=\"log-after-" + after + ".ndjson\"");
        try (var file = LogFile.open(directory.log());
                var out = new BufferedOutputStream(response.getOutputStream())) {
            new LogExport(clock).write(file, after, out, (phase, done, total) -> {});
        }
    }

    @PostMapping("/imports")
    LogImport.Taken take(@RequestParam String path) {
        if (!currentActor.require(Role.ADMINISTRATOR).isLocal()) {
            throw new AccessDeniedException("Only the operator of this machine may name its files.");
        }
        try {
            return imports.take(new ExportFile(Path.of(path)), (phase, done, total) -> {});
        } catch (InvalidPathException e) {
            throw new Refused.Invalid("path", path + " is no path: " + e.getMessage());
        }
    }

    @ExceptionHandler
    ProblemDetail refused(ArchiveException refusal) {
        var problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.UNPROCESSABLE_CONTENT, String.valueOf(refusal.getMessage()));
        problem.setType(URI.create("/problems/archive"));
        problem.setTitle("The export cannot be used");
        return problem;
    }
}
