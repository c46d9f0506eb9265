package org.talks.catalogue.conference.web;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.talks.catalogue.command.CatalogueCommand;
import org.talks.catalogue.command.Refused;
import org.talks.catalogue.command.StreamKind;
import org.talks.catalogue.conference.ConferenceCommand;
import org.talks.catalogue.conference.ConferenceCommand.CancelConference;
import org.talks.catalogue.conference.ConferenceCommand.CorrectConferenceDetails;
import org.talks.catalogue.conference.ConferenceCommand.LinkConferenceToSource;
import org.talks.catalogue.conference.ConferenceCommand.RegisterConference;
import org.talks.catalogue.conference.ConferenceCommand.ReinstateConference;
import org.talks.catalogue.conference.ConferenceCommand.RemoveConference;
import org.talks.catalogue.conference.ConferenceCommand.RestoreConference;
import org.talks.catalogue.conference.ConferenceCommand.ReviseConferenceNote;
import org.talks.catalogue.conference.ConferenceCommand.TakeConferenceNote;
import org.talks.catalogue.conference.ConferenceCommand.UnlinkConferenceFromSource;
import org.talks.catalogue.conference.ConferenceCommand.WithdrawConferenceNote;
import org.talks.catalogue.conference.ConferenceContent;
import org.talks.catalogue.conference.ConferenceId;
import org.talks.catalogue.conference.view.ConferenceViews;
import org.talks.catalogue.pages.EditedKind;
import org.talks.catalogue.pages.NoteForms;
import org.talks.catalogue.pages.Typed;
import org.talks.catalogue.text.Texts;
import org.talks.catalogue.web.Edits;
import org.talks.catalogue.web.Paths;
import org.talks.catalogue.web.Ref;
import org.talks.catalogue.web.Wording;
import org.talks.catalogue.web.form.Editing;
import org.talks.catalogue.web.form.Field;
import org.talks.catalogue.web.form.Form;
import org.talks.events.ConferenceDetails;
import org.talks.events.ConferenceEvent;
import org.talks.events.SourceKey;

/// Every part of a conference that can be edited, with its form and its commands.
@Component
final class ConferenceEditing implements EditedKind<ConferenceContent> {

    private static final int SOURCE = 200;
    private static final int KEY = 2_000;

    private final StreamKind<ConferenceCommand, ConferenceEvent, ConferenceContent> kind;
    private final ConferenceViews conferences;

    ConferenceEditing(
            StreamKind<ConferenceCommand, ConferenceEvent, ConferenceContent> kind, ConferenceViews conferences) {
        this.kind = kind;
        this.conferences = conferences;
    }

    @Override
    public StreamKind<ConferenceCommand, ConferenceEvent, ConferenceContent> kind() {
        return kind;
    }

    @Override
    public String collection() {
        return "/conferences/";
    }

    @Override
    public Ref ref(ConferenceContent conference) {
        return new Ref(Paths.conference(conference.conferenceId(), conference.name()), conference.name());
    }

    @Override
    public List<Ref> parts(ConferenceContent conference) {
        return ConferenceForms.parts(path(conference));
    }

    Edits edits(ConferenceContent conference) {
        var path = path(conference) + "/edit/";
        return new Edits(
                parts(conference),
                List.of(
                        new Ref(
                                "/talks/new?conference=" + conference.conferenceId(),
                                Wording.text("conference.add-a-talk")),
                        new Ref(path + "sources", Wording.text("importing.sources")),
                        conference.cancelled()
                                ? new Ref(path + "reinstate", Wording.text("conference.take-place-after-all"))
                                : new Ref(path + "cancel", Wording.text("conference.cancel")),
                        conference.removed()
                                ? new Ref(path + "restore", Wording.text("conference.restore"))
                                : new Ref(path + "remove", Wording.text("conference.remove"))));
    }

    /// The form to register one.
    Form blank(String key) {
        var form = ConferenceForms.details(
                new Editing("/conferences", null, key), ConferenceDetails.named(""), series(), "", true);
        return new Form("/conferences/new", form.submit(), form.cancel(), null, key, form.fields(), null, false);
    }

    List<CatalogueCommand> added(String id, Typed typed) {
        return List.of(new RegisterConference(new ConferenceId(id), details(typed, ConferenceDetails.named("")), null));
    }

    private String path(ConferenceContent conference) {
        return collection() + conference.conferenceId();
    }

    @Override
    public String title(String part) {
        return switch (top(part)) {
            case "details" -> Wording.text("conference.details-of-a-conference");
            case "notes" -> Wording.text("search.in.notes");
            case "sources" -> Wording.text("importing.sources");
            case "cancel" -> Wording.text("conference.cancel-a-conference");
            case "reinstate" -> Wording.text("conference.take-place-after-all");
            case "remove" -> Wording.text("conference.remove-a-conference");
            case "restore" -> Wording.text("conference.restore-a-conference");
            default -> throw unknown(part);
        };
    }

    @Override
    public @Nullable Form form(String part, ConferenceContent conference, Editing editing) {
        if (part.endsWith("/remove")) {
            return null;
        }
        var item = item(part);
        return switch (top(part)) {
            case "details" ->
                ConferenceForms.details(
                        editing,
                        conference.details(),
                        series(),
                        Texts.markdown(conference.details().description()),
                        false);
            case "notes" ->
                ConferenceForms.note(
                        editing,
                        item,
                        NoteForms.fields(item == null ? null : NoteForms.found(conference.note(item)), false));
            case "sources" ->
                editing.form(
                        "sources",
                        Wording.text("conference.link-to-source"),
                        Field.text("source.source", Wording.text("facet.source"), "", SOURCE)
                                .asRequired()
                                .hint(Wording.text("conference.such-as-pyvideo")),
                        Field.text("source.key", Wording.text("conference.key"), "", KEY)
                                .asRequired()
                                .hint(Wording.text("conference.what-the-source-calls-it")));
            case "cancel" -> ConferenceForms.cancel(editing);
            case "remove" -> ConferenceForms.remove(editing);
            case "reinstate" -> editing.form("reinstate", Wording.text("conference.take-place-after-all"));
            case "restore" -> editing.form("restore", Wording.text("conference.restore-conference"));
            default -> throw unknown(part);
        };
    }

    @Override
    public @Nullable Listing items(String part, ConferenceContent conference, Editing editing) {
        return switch (part) {
            case "notes" ->
                new Listing(
                        NoteForms.items(conference.notes(), editing), Wording.text("conference.nobody-took-notes-yet"));
            case "sources" ->
                new Listing(
                        conference.sources().stream()
                                .map(s -> NoteForms.removable(
                                        "sources/" + conference.sources().indexOf(s),
                                        s.source(),
                                        s.key(),
                                        Wording.text("conference.unlink"),
                                        editing))
                                .toList(),
                        Wording.text("conference.no-source-knows-it"));
            default -> null;
        };
    }

    @Override
    public List<CatalogueCommand> commands(String part, ConferenceContent conference, Typed typed) {
        var id = new ConferenceId(conference.conferenceId());
        var item = item(part);
        if (part.endsWith("/remove") && item != null) {
            return switch (top(part)) {
                case "notes" -> List.of(new WithdrawConferenceNote(id, item));
                case "sources" ->
                    List.of(new UnlinkConferenceFromSource(
                            id,
                            NoteForms.found(conference.sources().stream()
                                    .filter(s -> item.equals(
                                            String.valueOf(conference.sources().indexOf(s))))
                                    .findFirst()
                                    .orElse(null))));
                default -> throw unknown(part);
            };
        }
        return switch (top(part)) {
            case "details" -> List.of(new CorrectConferenceDetails(id, details(typed, conference.details())));
            case "notes" ->
                List.of(
                        item == null
                                ? new TakeConferenceNote(id, NoteForms.read(typed, typed.newId(), null))
                                : new ReviseConferenceNote(
                                        id, NoteForms.read(typed, item, NoteForms.found(conference.note(item)))));
            case "sources" ->
                List.of(new LinkConferenceToSource(
                        id,
                        new SourceKey(
                                typed.text("source.source").strip(),
                                typed.text("source.key").strip())));
            case "cancel" -> List.of(new CancelConference(id, typed.orNull("reason")));
            case "reinstate" -> List.of(new ReinstateConference(id));
            case "remove" -> List.of(new RemoveConference(id, typed.orNull("reason")));
            case "restore" -> List.of(new RestoreConference(id));
            default -> throw unknown(part);
        };
    }

    private static ConferenceDetails details(Typed typed, ConferenceDetails before) {
        return new ConferenceDetails(
                typed.text("details.name"),
                typed.orNull("details.seriesId"),
                typed.date("details.startDate"),
                typed.date("details.endDate"),
                typed.orNull("details.city"),
                typed.orNull("details.country"),
                typed.orNull("details.zone"),
                typed.orNull("details.website"),
                Arrays.stream(typed.text("details.languages").split("[,\\s]+", -1))
                        .filter(tag -> !tag.isBlank())
                        .toList(),
                typed.rich("details.description", before.description()));
    }

    private List<Field.Option> series() {
        return conferences.allSeries().stream()
                .filter(s -> !s.removed())
                .map(s -> new Field.Option(s.seriesId(), s.name()))
                .sorted(Comparator.comparing(Field.Option::label, String.CASE_INSENSITIVE_ORDER))
                .toList();
    }

    private static String top(String part) {
        var end = part.indexOf('/');
        return end < 0 ? part : part.substring(0, end);
    }

    private static @Nullable String item(String part) {
        var start = part.indexOf('/');
        if (start < 0) {
            return null;
        }
        var end = part.endsWith("/remove") ? part.lastIndexOf('/') : part.length();
        return end > start ? part.substring(start + 1, end) : null;
    }

    private static Refused unknown(String part) {
        return new Refused.NotFound("A conference has no part " + part + ".");
    }
}
