package org.talks.catalogue.speaker.web;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.talks.catalogue.command.CatalogueCommand;
import org.talks.catalogue.command.Refused;
import org.talks.catalogue.command.StreamKind;
import org.talks.catalogue.pages.Addresses;
import org.talks.catalogue.pages.EditedKind;
import org.talks.catalogue.pages.NoteForms;
import org.talks.catalogue.pages.Part;
import org.talks.catalogue.pages.SourceForms;
import org.talks.catalogue.pages.Typed;
import org.talks.catalogue.searching.TalkSearch;
import org.talks.catalogue.speaker.SpeakerCommand;
import org.talks.catalogue.speaker.SpeakerCommand.AddAlias;
import org.talks.catalogue.speaker.SpeakerCommand.CorrectSpeakerDetails;
import org.talks.catalogue.speaker.SpeakerCommand.LinkSpeakerToSource;
import org.talks.catalogue.speaker.SpeakerCommand.MergeSpeaker;
import org.talks.catalogue.speaker.SpeakerCommand.RegisterSpeaker;
import org.talks.catalogue.speaker.SpeakerCommand.RemoveAlias;
import org.talks.catalogue.speaker.SpeakerCommand.RemoveSpeaker;
import org.talks.catalogue.speaker.SpeakerCommand.RenameSpeaker;
import org.talks.catalogue.speaker.SpeakerCommand.RestoreSpeaker;
import org.talks.catalogue.speaker.SpeakerCommand.UnlinkSpeakerFromSource;
import org.talks.catalogue.speaker.SpeakerCommand.UnmergeSpeaker;
import org.talks.catalogue.speaker.SpeakerContent;
import org.talks.catalogue.speaker.SpeakerId;
import org.talks.catalogue.speaker.Speakers;
import org.talks.catalogue.text.Texts;
import org.talks.catalogue.web.Edits;
import org.talks.catalogue.web.Paths;
import org.talks.catalogue.web.Ref;
import org.talks.catalogue.web.Wording;
import org.talks.catalogue.web.form.Editing;
import org.talks.catalogue.web.form.Field;
import org.talks.catalogue.web.form.Form;
import org.talks.events.Link;
import org.talks.events.SpeakerDetails;
import org.talks.events.SpeakerEvent;

/// Every part of a speaker that can be edited, with its form and its commands.
@Component
final class SpeakerEditing implements EditedKind<SpeakerContent> {

    private static final int NAME = 300;
    private static final int KEY = 2_000;
    private static final int SIMILAR = 20;

    private final StreamKind<SpeakerCommand, SpeakerEvent, SpeakerContent> kind;
    private final Speakers speakers;
    private final TalkSearch search;

    SpeakerEditing(
            StreamKind<SpeakerCommand, SpeakerEvent, SpeakerContent> kind, Speakers speakers, TalkSearch search) {
        this.kind = kind;
        this.speakers = speakers;
        this.search = search;
    }

    @Override
    public StreamKind<SpeakerCommand, SpeakerEvent, SpeakerContent> kind() {
        return kind;
    }

    @Override
    public String collection() {
        return "/speakers/";
    }

    @Override
    public Ref ref(SpeakerContent speaker) {
        // Once merged, their page is the other's: leading there at once keeps the word of success, and its Undo.
        var other = speaker.mergedInto() == null ? null : speakers.find(speaker.mergedInto());
        var shown = other == null ? speaker : other;
        return new Ref(Paths.speaker(shown.speakerId(), shown.name()), shown.name());
    }

    @Override
    public List<Ref> parts(SpeakerContent speaker) {
        return SpeakerForms.parts(collection() + speaker.speakerId());
    }

    Edits edits(SpeakerContent speaker) {
        var path = collection() + speaker.speakerId() + "/edit/";
        var more = new ArrayList<Ref>();
        for (var merged : speakers.withMerged(speaker.speakerId())) {
            var other = merged.equals(speaker.speakerId()) ? null : speakers.find(merged);
            if (other != null) {
                more.add(
                        new Ref(collection() + merged + "/edit/unmerge", Wording.text("speaker.is-not", other.name())));
            }
        }
        more.add(new Ref(path + "sources", Wording.text("importing.sources")));
        more.add(new Ref(path + "remove", Wording.text("speaker.remove")));
        return new Edits(parts(speaker), more);
    }

    @Override
    public Blank blank(String key, Typed asked) {
        return new Blank(
                Wording.text("speaker.register-a-speaker"),
                new Ref("/speakers", Wording.text("nav.speakers")),
                new Form(
                        "/speakers/new",
                        Wording.text("speaker.register-speaker"),
                        "/speakers",
                        null,
                        key,
                        List.of(
                                Field.text("name", Wording.text("account.name"), "", NAME)
                                        .asRequired(),
                                Field.text("details.affiliation", Wording.text("history.affiliation"), "", NAME),
                                Field.markdown("details.bio", Wording.text("speaker.about"), "")),
                        null,
                        false));
    }

    @Override
    public List<CatalogueCommand> added(String id, Typed typed) {
        return List.of(new RegisterSpeaker(
                new SpeakerId(id), typed.text("name"), List.of(), details(typed, SpeakerDetails.NONE), null));
    }

    @Override
    public String title(Part part) {
        return switch (part.name()) {
            case "name" -> Wording.text("speaker.rename-a-speaker");
            case "details" -> Wording.text("speaker.details-of-a-speaker");
            case "aliases" -> Wording.text("speaker.aliases");
            case "merge" -> Wording.text("speaker.merge-two-speakers");
            case "unmerge" -> Wording.text("speaker.take-two-speakers-apart");
            case "sources" -> Wording.text("importing.sources");
            case "remove" -> Wording.text("speaker.remove-a-speaker");
            case "restore" -> Wording.text("speaker.restore-a-speaker");
            default -> throw unknown(part);
        };
    }

    @Override
    public @Nullable Form form(Part part, SpeakerContent speaker, Editing editing) {
        if (part.removal()) {
            return null;
        }
        return switch (part.name()) {
            case "name" -> SpeakerForms.name(editing, speaker.name());
            case "details" ->
                SpeakerForms.details(
                        editing,
                        Texts.markdown(speaker.details().bio()),
                        speaker.details().affiliation(),
                        speaker.details().links());
            case "aliases" -> SpeakerForms.alias(editing);
            case "merge" -> merge(speaker, editing);
            case "unmerge" -> editing.form("unmerge", Wording.text("speaker.take-apart"));
            case "sources" -> SourceForms.form(editing, Wording.text("speaker.what-the-source-calls-them"));
            case "remove" -> SpeakerForms.remove(editing);
            case "restore" -> editing.form("restore", Wording.text("speaker.restore-speaker"));
            default -> throw unknown(part);
        };
    }

    @Override
    public @Nullable Listing items(Part part, SpeakerContent speaker, Editing editing) {
        return switch (part.name()) {
            case "aliases" ->
                new Listing(
                        speaker.aliases().stream()
                                .map(alias -> NoteForms.removable(
                                        "aliases/" + speaker.aliases().indexOf(alias),
                                        alias,
                                        "",
                                        Wording.text("speaker.remove"),
                                        editing))
                                .toList(),
                        Wording.text("speaker.they-are-found-by-their-name"));
            case "sources" ->
                SourceForms.listing(speaker.sources(), Wording.text("speaker.no-source-knows-them"), editing);
            default -> null;
        };
    }

    @Override
    public List<CatalogueCommand> commands(Part part, SpeakerContent speaker, Typed typed) {
        var id = new SpeakerId(speaker.speakerId());
        if (part.removal()) {
            return List.of(
                    switch (part.name()) {
                        case "aliases" -> new RemoveAlias(id, part.of(speaker.aliases()));
                        case "sources" -> new UnlinkSpeakerFromSource(id, part.of(speaker.sources()));
                        default -> throw unknown(part);
                    });
        }
        return List.of(
                switch (part.name()) {
                    case "name" -> new RenameSpeaker(id, typed.text("name"), typed.checked("keepOldNameFindable"));
                    case "details" -> new CorrectSpeakerDetails(id, details(typed, speaker.details()));
                    case "aliases" -> new AddAlias(id, typed.text("alias"));
                    case "merge" ->
                        new MergeSpeaker(
                                id,
                                new SpeakerId(Addresses.id(typed.text("address"))
                                        .or(() -> Addresses.id(typed.text("into")))
                                        .orElseThrow(() -> new Refused.Invalid(
                                                "into", Wording.text("speaker.choose-who-it-is-or-type")))));
                    case "unmerge" -> new UnmergeSpeaker(id);
                    case "sources" -> new LinkSpeakerToSource(id, SourceForms.read(typed));
                    case "remove" -> new RemoveSpeaker(id, typed.orNull("reason"));
                    case "restore" -> new RestoreSpeaker(id);
                    default -> throw unknown(part);
                });
    }

    /// People whose name ends alike, since first names are what differs between two records of a person.
    private Form merge(SpeakerContent speaker, Editing editing) {
        var words = speaker.name().strip().split("\\s+", -1);
        var options = new ArrayList<Field.Option>();
        options.add(new Field.Option("", Wording.text("speaker.somebody-else-by-address")));
        search.suggest(words[words.length - 1], SIMILAR).stream()
                .filter(s -> s.kind().equals("speaker") && !s.id().equals(speaker.speakerId()))
                .forEach(s -> options.add(new Field.Option(s.id(), s.text() + " (" + s.detail() + ")")));
        var form = SpeakerForms.merge(editing, options);
        var fields = new ArrayList<>(form.fields());
        fields.add(Field.text("address", Wording.text("speaker.or-the-address-of-their-page"), "", KEY));
        return new Form(
                form.action(),
                form.submit(),
                form.cancel(),
                form.expectedVersion(),
                form.idempotencyKey(),
                fields,
                form.error(),
                form.grave());
    }

    private static SpeakerDetails details(Typed typed, SpeakerDetails before) {
        var links = typed.lines("details.links").stream()
                .map(line -> line.split("\\s+", 2))
                .map(link -> new Link(link[0], link.length == 1 ? null : link[1]))
                .toList();
        return new SpeakerDetails(typed.rich("details.bio", before.bio()), typed.orNull("details.affiliation"), links);
    }
}
