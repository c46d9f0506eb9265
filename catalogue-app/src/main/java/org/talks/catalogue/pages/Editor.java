package org.talks.catalogue.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.RequestContextUtils;
import org.talks.catalogue.account.CurrentActor;
import org.talks.catalogue.account.Role;
import org.talks.catalogue.api.CommandSender;
import org.talks.catalogue.command.CatalogueCommand;
import org.talks.catalogue.command.Conflict;
import org.talks.catalogue.command.Refused;
import org.talks.catalogue.command.StreamKind;
import org.talks.catalogue.eventstore.CommandContext.IdempotencyKey;
import org.talks.catalogue.eventstore.EventLog;
import org.talks.catalogue.eventstore.Receipt;
import org.talks.catalogue.eventstore.RecordedEvent;
import org.talks.catalogue.web.Flash;
import org.talks.catalogue.web.Fragment;
import org.talks.catalogue.web.Visit;
import org.talks.catalogue.web.Wording;
import org.talks.catalogue.web.form.Editing;
import org.talks.catalogue.web.form.Field;
import org.talks.catalogue.web.form.Form;
import org.talks.catalogue.web.form.FormPage;
import org.talks.catalogue.web.form.ItemsPage;
import org.talks.events.CatalogueEvent;

/// Shows the forms of things and carries out what is typed into them. Things are read from their streams, so that
/// a form shows what stands at this moment. What was typed is never lost: a refused form comes back with it, and
/// so does a conflict.
@Component
public final class Editor {

    private static final Pattern VERSIONS = Pattern.compile("(\\d{1,9})-(\\d{1,9})");

    private final EventLog log;
    private final CommandSender sender;
    private final CurrentActor currentActor;
    private final Conflicts conflicts;

    Editor(EventLog log, CommandSender sender, CurrentActor currentActor, Conflicts conflicts) {
        this.log = log;
        this.sender = sender;
        this.currentActor = currentActor;
        this.conflicts = conflicts;
    }

    /// A thing as its stream tells it.
    private record Thing<S>(String id, S content, List<RecordedEvent> events) {
        long version() {
            return events.getLast().version();
        }
    }

    public <S> Fragment show(EditedKind<S> kind, String id, Part part, Visit visit) {
        currentActor.require(Role.EDITOR);
        var thing = read(kind, id);
        var editing = new Editing(kind.collection() + id, thing.version(), CommandSender.newId());
        var form = kind.form(part, thing.content(), editing);
        return page(kind, part, thing.content(), editing, form, visit);
    }

    public <S> ResponseEntity<Fragment> save(
            EditedKind<S> kind,
            String id,
            Part part,
            Typed typed,
            Visit visit,
            HttpServletRequest request,
            HttpServletResponse response) {
        currentActor.require(Role.EDITOR);
        var thing = read(kind, id);
        var content = thing.content();
        var expected = expected(typed);
        var key = typed.orNull("idempotencyKey");
        var editing = new Editing(kind.collection() + id, expected, key == null ? CommandSender.newId() : key);
        var empty = kind.form(part, content, editing);
        var form = empty == null ? null : typed.into(empty);
        if (form != null && typed.has("preview")) {
            return ResponseEntity.ok(page(kind, part, content, editing, form, visit));
        }
        try {
            var receipts = send(stream(kind, id), kind.commands(part, content, typed), expected, key);
            return saved(kind, id, receipts, Wording.text("pages.saved"), request, response);
        } catch (Conflict conflict) {
            if (form == null) {
                throw conflict;
            }
            var theirs = read(kind, id);
            var before = fold(kind.kind(), theirs.events(), conflict.expectedVersion());
            return ResponseEntity.status(HttpStatus.CONFLICT)
                    .body(conflicts.page(
                            visit,
                            kind.title(part),
                            kind.ref(theirs.content()),
                            conflict,
                            theirs.events(),
                            form(kind, part, before == null ? content : before, editing, form),
                            form(kind, part, theirs.content(), editing, form),
                            form));
        } catch (Refused refusal) {
            if (form == null || refusal instanceof Refused.NotFound) {
                throw refusal;
            }
            return ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT)
                    .body(page(kind, part, content, editing, refused(form, refusal), visit));
        }
    }

    /// Takes back what was recorded on a thing between two versions of it, both included, last first.
    ///
    /// @param versions `12-13`
    public <S> ResponseEntity<Fragment> undo(
            EditedKind<S> kind, String id, String versions, HttpServletRequest request, HttpServletResponse response) {
        currentActor.require(Role.EDITOR);
        var range = VERSIONS.matcher(versions);
        if (!range.matches()) {
            throw new Refused.Invalid("command", "That names nothing that could be undone.");
        }
        var from = Long.parseLong(range.group(1));
        var to = Long.parseLong(range.group(2));
        var commands = inverse(kind.kind(), read(kind, id).events(), from, to);
        return saved(
                kind,
                id,
                send(stream(kind, id), commands, to, null),
                Wording.text("history.undone"),
                request,
                response);
    }

    /// The form that makes a new thing.
    public <S> Fragment blank(EditedKind<S> kind, Typed asked, Visit visit) {
        currentActor.require(Role.EDITOR);
        var blank = kind.blank(CommandSender.newId(), asked);
        return page(blank, blank.form(), visit);
    }

    /// Records something new and leads to its page.
    public <S> ResponseEntity<Fragment> add(
            EditedKind<S> kind, Typed typed, Visit visit, HttpServletRequest request, HttpServletResponse response) {
        currentActor.require(Role.EDITOR);
        var id = typed.newId();
        var blank = kind.blank(id, typed);
        var form = typed.into(blank.form());
        if (typed.has("preview")) {
            return ResponseEntity.ok(page(blank, form, visit));
        }
        try {
            var receipts = send(stream(kind, id), kind.added(id, typed), null, typed.orNull("idempotencyKey"));
            return saved(kind, id, receipts, Wording.text("pages.added"), request, response);
        } catch (Refused refusal) {
            return ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT)
                    .body(page(blank, refused(form, refusal), visit));
        }
    }

    private static FormPage page(EditedKind.Blank blank, Form form, Visit visit) {
        return new FormPage(visit, blank.title(), blank.of(), List.of(), form, List.of());
    }

    /// The form with what a refusal says, each error beside its field.
    private static Form refused(Form form, Refused refusal) {
        var errors = new LinkedHashMap<String, String>();
        for (var error : refusal.fields()) {
            errors.putIfAbsent(field(form, error.field()), error.message());
        }
        var message = refusal.fields().size() < 2
                ? String.valueOf(refusal.getMessage())
                : Wording.text("form.fields-need-a-correction", refusal.fields().size()) + " "
                        + refusal.fields().stream()
                                .map(error -> Wording.said(error.message()))
                                .collect(Collectors.joining(" "));
        return form.refused(message, errors);
    }

    /// The form's name for a command's field: lengths are typed in minutes, texts are fields of their own, and
    /// what is new may be asked for without saying of what.
    private static String field(Form form, String name) {
        var names = form.fields().stream().flatMap(Field::names).collect(Collectors.toSet());
        return Stream.of(
                        name,
                        name.replace("durationSeconds", "minutes"),
                        name.replaceAll("\\.text$", ""),
                        name.replaceAll("^details\\.", ""),
                        name.replaceAll("\\[\\d+]$", ""))
                .filter(names::contains)
                .findFirst()
                .orElse(name);
    }

    private <S> Fragment page(
            EditedKind<S> kind, Part part, S content, Editing editing, @Nullable Form form, Visit visit) {
        var listing = kind.items(part, content, editing);
        if (listing != null) {
            return new ItemsPage(
                    visit,
                    kind.title(part),
                    kind.ref(content),
                    listing.items(),
                    listing.empty(),
                    form,
                    kind.parts(content));
        }
        if (form == null) {
            throw new Refused.NotFound("There is no form " + part.name() + ".");
        }
        return new FormPage(visit, kind.title(part), kind.ref(content), List.of(), form, kind.parts(content));
    }

    /// The form as it was with another content; what was typed where the part was not there then.
    private static <S> Form form(EditedKind<S> kind, Part part, S content, Editing editing, Form typed) {
        try {
            var form = kind.form(part, content, editing);
            return form == null ? typed : form;
        } catch (Refused.NotFound e) {
            return typed;
        }
    }

    private List<Receipt> send(
            String stream, List<CatalogueCommand> commands, @Nullable Long expected, @Nullable String key) {
        return sender.sendTogether(commands.stream()
                .map(command -> new CommandSender.Order(
                        command,
                        // What is registered along the way has no version that anybody has seen.
                        command.stream().equals(stream) ? expected : null,
                        key == null ? null : idempotency(key, command)))
                .toList());
    }

    /// Pressing twice does it once; sending something else with the same form does something else.
    private static IdempotencyKey idempotency(String key, CatalogueCommand command) {
        try {
            var said = command.toString();
            var digest = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(said.getBytes(StandardCharsets.UTF_8)))
                    .substring(0, 32);
            return new IdempotencyKey((key.length() > 100 ? key.substring(0, 100) : key) + "." + digest, said);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }

    private <S> ResponseEntity<Fragment> saved(
            EditedKind<S> kind,
            String id,
            List<Receipt> receipts,
            String message,
            HttpServletRequest request,
            HttpServletResponse response) {
        var stream = stream(kind, id);
        var own = receipts.stream().filter(r -> r.stream().equals(stream)).toList();
        var events = own.stream().mapToInt(Receipt::events).sum();
        var path = kind.ref(read(kind, id).content()).href();
        var position = receipts.stream().mapToLong(Receipt::position).max().orElse(0);
        var to = position == 0 ? path : path + "?minPosition=" + position;
        var flash = events == 0
                ? new Flash(Wording.text("pages.nothing-was-different-so-nothing-was"), null)
                : new Flash(message, undo(kind.collection() + id, own, events));
        RequestContextUtils.getOutputFlashMap(request).put(Flash.class.getName(), flash);
        RequestContextUtils.saveOutputFlashMap(to, request, response);
        return Answers.seeOther(to);
    }

    private static Flash.Undo undo(String path, List<Receipt> own, int events) {
        var last = own.stream().mapToLong(Receipt::version).max().orElse(0);
        return new Flash.Undo(path + "/undo", (last - events + 1) + "-" + last);
    }

    private static String stream(EditedKind<?> kind, String id) {
        return kind.kind().prefix() + ":" + id;
    }

    private <S> Thing<S> read(EditedKind<S> kind, String id) {
        var events = log.stream(stream(kind, id), log.head());
        var content = fold(kind.kind(), events, Long.MAX_VALUE);
        if (content == null) {
            throw new Refused.NotFound("There is no " + kind.kind().prefix() + " " + id + ".");
        }
        return new Thing<>(id, content, events);
    }

    private static <C extends CatalogueCommand, E extends CatalogueEvent, S> @Nullable S fold(
            StreamKind<C, E, S> kind, List<RecordedEvent> events, long upToVersion) {
        S content = null;
        for (var recorded : events) {
            if (recorded.version() <= upToVersion) {
                content = kind.decider().evolve(content, kind.events().cast(recorded.event()));
            }
        }
        return content;
    }

    private static <C extends CatalogueCommand, E extends CatalogueEvent, S> List<CatalogueCommand> inverse(
            StreamKind<C, E, S> kind, List<RecordedEvent> events, long from, long to) {
        var byVersion = new TreeMap<Long, List<C>>();
        S content = null;
        for (var recorded : events) {
            var event = kind.events().cast(recorded.event());
            if (recorded.version() >= from && recorded.version() <= to) {
                byVersion.put(recorded.version(), kind.decider().undo(event, content));
            }
            content = kind.decider().evolve(content, event);
        }
        var commands = new ArrayList<CatalogueCommand>();
        for (Map.Entry<Long, List<C>> undone : byVersion.descendingMap().entrySet()) {
            commands.addAll(undone.getValue());
        }
        return commands;
    }

    private static @Nullable Long expected(Typed typed) {
        var version = typed.orNull("expectedVersion");
        if (version == null) {
            return null;
        }
        if (!version.matches("\\d{1,9}")) {
            throw new Refused.Invalid("expectedVersion", "The form is damaged. Load the page again.");
        }
        return Long.valueOf(version);
    }
}
