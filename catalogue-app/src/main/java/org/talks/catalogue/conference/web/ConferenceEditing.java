package org.talks.catalogue.conference.web;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.talks.catalogue.command.CatalogueCommand;
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
import org.talks.catalogue.pages.Part;
import org.talks.catalogue.pages.SourceForms;
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

/// Every part of a conference that can be edited, with its form and its commands.
@Component
final class ConferenceEditing implements EditedKind<ConferenceContent> {

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

    @Override
    public Blank blank(String key, Typed asked) {
        var form = ConferenceForms.details(
                new Editing("/conferences", null, key), ConferenceDetails.named(""), series(), "", true);
        return new Blank(
                Wording.text("conference.register-a-conference"),
                new Ref("/conferences", Wording.text("nav.conferences")),
                new Form("/conferences/new", form.submit(), form.cancel(), null, key, form.fields(), null, false));
    }

    @Override
    public List<CatalogueCommand> added(String id, Typed typed) {
        return List.of(new RegisterConference(new ConferenceId(id), details(typed, ConferenceDetails.named("")), null));
    }

    private String path(ConferenceContent conference) {
        return collection() + conference.conferenceId();
    }

    @Override
    public String title(Part part) {
        return switch (part.name()) {
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
    public @Nullable Form form(Part part, ConferenceContent conference, Editing editing) {
        if (part.removal()) {
            return null;
        }
        var item = part.item();
        return switch (part.name()) {
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
            case "sources" -> SourceForms.form(editing, Wording.text("conference.what-the-source-calls-it"));
            case "cancel" -> ConferenceForms.cancel(editing);
            case "remove" -> ConferenceForms.remove(editing);
            case "reinstate" -> editing.form("reinstate", Wording.text("conference.take-place-after-all"));
            case "restore" -> editing.form("restore", Wording.text("conference.restore-conference"));
            default -> throw unknown(part);
        };
    }

    @Override
    public @Nullable Listing items(Part part, ConferenceContent conference, Editing editing) {
        return switch (part.name()) {
            case "notes" ->
                new Listing(
                        NoteForms.items(conference.notes(), editing), Wording.text("conference.nobody-took-notes-yet"));
            case "sources" ->
                SourceForms.listing(conference.sources(), Wording.text("conference.no-source-knows-it"), editing);
            default -> null;
        };
    }

    @Override
    public List<CatalogueCommand> commands(Part part, ConferenceContent conference, Typed typed) {
        var id = new ConferenceId(conference.conferenceId());
        var item = part.item();
        if (part.removal()) {
            return switch (part.name()) {
                case "notes" -> List.of(new WithdrawConferenceNote(id, String.valueOf(item)));
                case "sources" -> List.of(new UnlinkConferenceFromSource(id, part.of(conference.sources())));
                default -> throw unknown(part);
            };
        }
        return switch (part.name()) {
            case "details" -> List.of(new CorrectConferenceDetails(id, details(typed, conference.details())));
            case "notes" ->
                List.of(
                        item == null
                                ? new TakeConferenceNote(id, NoteForms.read(typed, typed.newId(), null))
                                : new ReviseConferenceNote(
                                        id, NoteForms.read(typed, item, NoteForms.found(conference.note(item)))));
            case "sources" -> List.of(new LinkConferenceToSource(id, SourceForms.read(typed)));
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
}
