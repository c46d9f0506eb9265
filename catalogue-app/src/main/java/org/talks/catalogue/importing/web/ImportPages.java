package org.talks.catalogue.importing.web;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.talks.catalogue.account.Accounts;
import org.talks.catalogue.account.Actor;
import org.talks.catalogue.account.CurrentActor;
import org.talks.catalogue.account.Role;
import org.talks.catalogue.command.Refused;
import org.talks.catalogue.importing.ImportReport;
import org.talks.catalogue.importing.Imports;
import org.talks.catalogue.pages.Answers;
import org.talks.catalogue.web.Fragment;
import org.talks.catalogue.web.PageController;
import org.talks.catalogue.web.Paging;
import org.talks.catalogue.web.Visit;

/// Uploading a file, watching its import, reading what came of it.
@PageController
final class ImportPages {

    private static final int PAST = 50;

    private final Imports imports;
    private final Spool spool;
    private final Accounts accounts;
    private final CurrentActor currentActor;

    ImportPages(Imports imports, Spool spool, Accounts accounts, CurrentActor currentActor) {
        this.imports = imports;
        this.spool = spool;
        this.accounts = accounts;
        this.currentActor = currentActor;
    }

    @GetMapping("/import")
    ResponseEntity<Fragment> form() {
        return Answers.seeOther("/imports");
    }

    @GetMapping("/import/{id}")
    ResponseEntity<Fragment> report(@PathVariable String id) {
        return Answers.seeOther("/imports/" + find(id).id());
    }

    @GetMapping("/imports")
    ImportsPage imports(Visit visit) {
        return page(visit, "", "", null, null);
    }

    @PostMapping("/imports")
    ResponseEntity<Fragment> start(
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "") String format,
            @RequestParam(defaultValue = "") String zone,
            @RequestParam(defaultValue = "") String talk,
            @RequestParam(defaultValue = "false") boolean preview,
            Visit visit) {
        if (!zone.isBlank() && !isZone(zone.strip())) {
            return refused(page(visit, format, zone, null, "There is no time zone " + zone.strip() + "."));
        }
        try {
            var report = spool.start(
                    file,
                    new Imports.Options(
                            format.isBlank() ? null : format,
                            zone.isBlank() ? null : zone.strip(),
                            preview,
                            talk.isBlank() ? null : TalkAddress.id(talk)),
                    null,
                    actor());
            return Answers.seeOther("/imports/" + report.id());
        } catch (Refused refusal) {
            return refused(page(visit, format, zone, refusal.getMessage(), null));
        }
    }

    @PostMapping("/imports/{id}/apply")
    ResponseEntity<Fragment> apply(@PathVariable String id) {
        var report = spool.apply(id, actor())
                .orElseThrow(() -> new Refused.NotNow("The file of this preview is gone. Send it again."));
        return Answers.seeOther("/imports/" + report.id());
    }

    @GetMapping("/imports/{id}")
    ImportPage one(@PathVariable String id, Visit visit) {
        return page(id, visit);
    }

    @GetMapping("/imports/{id}/status")
    Fragment status(@PathVariable String id, Visit visit) {
        return page(id, visit).statusFragment();
    }

    private ImportPage page(String id, Visit visit) {
        var report = find(id);
        return ImportReading.page(visit, report, name(report.actor()), spool.holds(id));
    }

    private ImportReport find(String id) {
        return imports.find(id).orElseThrow(() -> new Refused.NotFound("There is no import " + id + "."));
    }

    private String actor() {
        return currentActor.require(Role.ADMINISTRATOR).id();
    }

    private String name(String actor) {
        return actor.equals(Actor.LOCAL.id())
                ? Actor.LOCAL.name()
                : accounts.find(actor).map(account -> account.name()).orElse(actor);
    }

    private static boolean isZone(String zone) {
        try {
            return ZoneId.of(zone).getId().contains("/");
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static ResponseEntity<Fragment> refused(Fragment page) {
        return ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT).body(page);
    }

    private ImportsPage page(
            Visit visit, String format, String zone, @Nullable String fileError, @Nullable String zoneError) {
        return new ImportsPage(
                visit,
                imports.formats().stream()
                        .map(f -> new ImportsPage.Format(f.id(), f.title()))
                        .toList(),
                format,
                zone,
                fileError,
                zoneError,
                UploadLimits.words(),
                past(),
                Paging.NONE);
    }

    private List<ImportsPage.Past> past() {
        return imports.latest(PAST).stream()
                .map(report -> ImportReading.past(report, name(report.actor())))
                .toList();
    }
}
