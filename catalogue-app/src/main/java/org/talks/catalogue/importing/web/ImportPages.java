package org.talks.catalogue.importing.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.talks.catalogue.account.Accounts;
import org.talks.catalogue.account.Actor;
import org.talks.catalogue.account.CurrentActor;
import org.talks.catalogue.account.Role;
import org.talks.catalogue.command.Refused;
import org.talks.catalogue.importing.ImportReport;
import org.talks.catalogue.importing.Imports;
import org.talks.catalogue.importing.PlanEntry;
import org.talks.catalogue.pages.Answers;
import org.talks.catalogue.web.Flash;
import org.talks.catalogue.web.Fragment;
import org.talks.catalogue.web.PageController;
import org.talks.catalogue.web.Paging;
import org.talks.catalogue.web.Visit;
import org.talks.catalogue.web.Wording;

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
            @RequestParam(defaultValue = "true") boolean preview,
            Visit visit) {
        if (!zone.isBlank() && !Zones.known(zone.strip())) {
            return refused(page(visit, format, zone, null, Zones.refusal(zone.strip())));
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

    /// @param gone what to do about many talks that are gone: `cancel` or `leave`
    @PostMapping("/imports/{id}/apply")
    ResponseEntity<Fragment> apply(@PathVariable String id, @RequestParam(defaultValue = "") String gone) {
        imports.apply(id, gone(gone), actor());
        return Answers.seeOther("/imports/" + id);
    }

    static Imports.Gone gone(String wanted) {
        return switch (wanted) {
            case "cancel" -> Imports.Gone.CANCEL;
            case "leave" -> Imports.Gone.LEAVE;
            default -> Imports.Gone.UNLESS_MANY;
        };
    }

    @PostMapping("/imports/{id}/discard")
    ResponseEntity<Fragment> discard(@PathVariable String id) {
        actor();
        imports.discard(id);
        return Answers.seeOther("/imports/" + id);
    }

    /// Reads the same bytes again, with another format or zone.
    @PostMapping("/imports/{id}/again")
    ResponseEntity<Fragment> again(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String format,
            @RequestParam(defaultValue = "") String zone,
            Visit visit) {
        if (!zone.isBlank() && !Zones.known(zone.strip())) {
            return refused(page(id, visit).refusing(format, zone, Zones.refusal(zone.strip())));
        }
        var report = imports.again(id, options(format, zone), actor());
        return Answers.seeOther("/imports/" + report.id());
    }

    @PostMapping("/imports/{id}/undo")
    ResponseEntity<Fragment> undo(@PathVariable String id) {
        return Answers.seeOther("/imports/" + imports.undo(id, actor()).id());
    }

    /// Takes the source's value of a conflict, or says that two things are the same and reads the source again.
    @PostMapping("/imports/{id}/offers/{ordinal}")
    ResponseEntity<Fragment> accept(@PathVariable String id, @PathVariable int ordinal, RedirectAttributes redirect) {
        var actor = actor();
        imports.accept(id, ordinal, actor);
        redirect.addFlashAttribute("flash", new Flash(Wording.text("importing.recorded"), null));
        return readAgain(id, actor);
    }

    /// Says that all things that are perhaps here already are.
    @PostMapping("/imports/{id}/same")
    ResponseEntity<Fragment> same(@PathVariable String id) {
        var actor = actor();
        for (var entry : imports.entries(id)) {
            if (entry.kind() == PlanEntry.Kind.DUPLICATE && entry.offered()) {
                imports.accept(id, entry.ordinal(), actor);
            }
        }
        return readAgain(id, actor);
    }

    private ResponseEntity<Fragment> readAgain(String id, String actor) {
        var report = find(id);
        if (report.state() != ImportReport.State.PLANNED || !report.origin().rawKept()) {
            return Answers.seeOther("/imports/" + id);
        }
        var options = new Imports.Options(
                report.origin().wantedFormat(), report.origin().zone(), true);
        return Answers.seeOther("/imports/" + imports.again(id, options, actor).id());
    }

    /// What was read, for administrators.
    @GetMapping("/imports/{id}/raw")
    ResponseEntity<Resource> raw(@PathVariable String id) {
        actor();
        var file = imports.rawOf(id).orElseThrow(() -> new Refused.NotFound("What was read is no longer there."));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment")
                .body(new FileSystemResource(file));
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
        return new ImportReading(report, report.running() ? List.of() : imports.entries(id), formats(), this::name)
                .page(visit);
    }

    private static Imports.Options options(String format, String zone) {
        return new Imports.Options(format.isBlank() ? null : format, zone.isBlank() ? null : zone.strip(), true);
    }

    private List<ImportsPage.Format> formats() {
        return imports.formats().stream()
                .map(f -> new ImportsPage.Format(f.id(), f.title()))
                .toList();
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

    /// @throws Refused.Invalid when it is none, and not blank
    static void requireZone(@Nullable String zone) {
        if (zone != null && !zone.isBlank() && !Zones.known(zone.strip())) {
            throw new Refused.Invalid("zone", "There is no time zone " + zone.strip() + ". Europe/Dublin is one.");
        }
    }

    private static ResponseEntity<Fragment> refused(Fragment page) {
        return ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT).body(page);
    }

    private ImportsPage page(
            Visit visit, String format, String zone, @Nullable String fileError, @Nullable String zoneError) {
        return new ImportsPage(
                visit, formats(), format, zone, fileError, zoneError, UploadLimits.words(), past(), Paging.NONE);
    }

    private List<ImportsPage.Past> past() {
        return imports.latest(PAST).stream()
                .map(report -> ImportReading.past(report, name(report.actor())))
                .toList();
    }
}
