package org.talks.catalogue.talk.web;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.talks.catalogue.command.CatalogueCommand;
import org.talks.catalogue.command.Refused;
import org.talks.catalogue.command.StreamKind;
import org.talks.catalogue.conference.ConferenceId;
import org.talks.catalogue.conference.Conferences;
import org.talks.catalogue.pages.Addresses;
import org.talks.catalogue.pages.EditedKind;
import org.talks.catalogue.pages.NoteForms;
import org.talks.catalogue.pages.Part;
import org.talks.catalogue.pages.SourceForms;
import org.talks.catalogue.pages.Typed;
import org.talks.catalogue.talk.TalkCommand;
import org.talks.catalogue.talk.TalkCommand.AddTalk;
import org.talks.catalogue.talk.TalkCommand.AttachResource;
import org.talks.catalogue.talk.TalkCommand.CancelTalk;
import org.talks.catalogue.talk.TalkCommand.CorrectResource;
import org.talks.catalogue.talk.TalkCommand.DetachResource;
import org.talks.catalogue.talk.TalkCommand.LinkTalkToSource;
import org.talks.catalogue.talk.TalkCommand.MarkDifferentTalk;
import org.talks.catalogue.talk.TalkCommand.MarkSameTalk;
import org.talks.catalogue.talk.TalkCommand.MoveTalk;
import org.talks.catalogue.talk.TalkCommand.ReinstateTalk;
import org.talks.catalogue.talk.TalkCommand.ReleaseTalk;
import org.talks.catalogue.talk.TalkCommand.RescheduleSession;
import org.talks.catalogue.talk.TalkCommand.RestoreTalk;
import org.talks.catalogue.talk.TalkCommand.RetitleTalk;
import org.talks.catalogue.talk.TalkCommand.ReviseNote;
import org.talks.catalogue.talk.TalkCommand.RewriteSummary;
import org.talks.catalogue.talk.TalkCommand.ScheduleSession;
import org.talks.catalogue.talk.TalkCommand.SetKind;
import org.talks.catalogue.talk.TalkCommand.SetLanguage;
import org.talks.catalogue.talk.TalkCommand.SetLevel;
import org.talks.catalogue.talk.TalkCommand.SetTopics;
import org.talks.catalogue.talk.TalkCommand.SetTrack;
import org.talks.catalogue.talk.TalkCommand.SuppressTalk;
import org.talks.catalogue.talk.TalkCommand.TakeNote;
import org.talks.catalogue.talk.TalkCommand.UnlinkTalkFromSource;
import org.talks.catalogue.talk.TalkCommand.UnscheduleSession;
import org.talks.catalogue.talk.TalkCommand.WithdrawNote;
import org.talks.catalogue.talk.TalkCommand.WithdrawTalk;
import org.talks.catalogue.talk.TalkContent;
import org.talks.catalogue.talk.TalkId;
import org.talks.catalogue.talk.TalkLists;
import org.talks.catalogue.text.Texts;
import org.talks.catalogue.web.Dates;
import org.talks.catalogue.web.Durations;
import org.talks.catalogue.web.Edits;
import org.talks.catalogue.web.Paths;
import org.talks.catalogue.web.Ref;
import org.talks.catalogue.web.Wording;
import org.talks.catalogue.web.form.Editing;
import org.talks.catalogue.web.form.Field;
import org.talks.catalogue.web.form.Form;
import org.talks.catalogue.web.form.ItemsPage;
import org.talks.events.Resource;
import org.talks.events.RichText;
import org.talks.events.Session;
import org.talks.events.TalkDetails;
import org.talks.events.TalkEvent;

/// Every part of a talk that can be edited, with its form and its commands.
@Component
final class TalkEditing implements EditedKind<TalkContent> {

    private static final int KNOWN_TOPICS = 12;
    private static final int KEY = 2_000;

    private final StreamKind<TalkCommand, TalkEvent, TalkContent> kind;
    private final TalkLists talks;
    private final Conferences conferences;
    private final Billing billing;

    TalkEditing(
            StreamKind<TalkCommand, TalkEvent, TalkContent> kind,
            TalkLists talks,
            Conferences conferences,
            Billing billing) {
        this.kind = kind;
        this.talks = talks;
        this.conferences = conferences;
        this.billing = billing;
    }

    @Override
    public StreamKind<TalkCommand, TalkEvent, TalkContent> kind() {
        return kind;
    }

    @Override
    public String collection() {
        return "/talks/";
    }

    @Override
    public Ref ref(TalkContent talk) {
        return new Ref(Paths.talk(talk.talkId(), talk.title()), talk.title());
    }

    @Override
    public List<Ref> parts(TalkContent talk) {
        return TalkForms.parts(path(talk));
    }

    Edits edits(TalkContent talk) {
        var path = path(talk) + "/edit/";
        return new Edits(
                parts(talk),
                List.of(
                        new Ref(path + "move", Wording.text("talk.move-to-another-conference")),
                        new Ref(path + "same", Wording.text("talk.also-given-elsewhere")),
                        new Ref(path + "sources", Wording.text("importing.sources")),
                        talk.cancelled()
                                ? new Ref(path + "reinstate", Wording.text("conference.take-place-after-all"))
                                : new Ref(path + "cancel", Wording.text("talk.cancel")),
                        talk.withdrawn()
                                ? new Ref(path + "restore", Wording.text("conference.restore"))
                                : new Ref(path + "withdraw", Wording.text("pages.withdraw")),
                        new Ref(path + "suppress", Wording.text("talk.suppress"))));
    }

    private String path(TalkContent talk) {
        return collection() + talk.talkId();
    }

    @Override
    public Blank blank(String key, Typed asked) {
        return new Blank(
                Wording.text("conference.add-a-talk"),
                new Ref("/conferences", Wording.text("nav.conferences")),
                TalkForms.blank(key, asked.text("conference"), conferences()));
    }

    /// The rest is edited on its page.
    @Override
    public List<CatalogueCommand> added(String id, Typed typed) {
        var details = new TalkDetails(
                new ConferenceId(typed.text("conference")).value(),
                typed.text("title"),
                null,
                typed.rich("summary", RichText.EMPTY),
                typed.text("kind"),
                null,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
        return List.of(new AddTalk(new TalkId(id), details, null));
    }

    @Override
    public String title(Part part) {
        return switch (part.name()) {
            case "title" -> Wording.text("talk.retitle-a-talk");
            case "summary" -> Wording.text("talk.rewrite-the-summary");
            case "details" -> Wording.text("conference.details");
            case "speakers" -> Wording.text("nav.speakers");
            case "sessions" -> Wording.text("talk.sessions");
            case "resources" -> Wording.text("talk.resources");
            case "notes" -> Wording.text("search.in.notes");
            case "move" -> Wording.text("talk.move-to-another-conference");
            case "same" -> Wording.text("talk.also-given-elsewhere");
            case "sources" -> Wording.text("importing.sources");
            case "cancel" -> Wording.text("talk.cancel-a-talk");
            case "reinstate" -> Wording.text("conference.take-place-after-all");
            case "withdraw" -> Wording.text("talk.withdraw-a-talk");
            case "restore" -> Wording.text("talk.restore-a-talk");
            case "suppress" -> Wording.text("talk.suppress-a-talk");
            case "release" -> Wording.text("talk.release-a-talk");
            default -> throw unknown(part);
        };
    }

    @Override
    public @Nullable Form form(Part part, TalkContent talk, Editing editing) {
        var details = talk.details();
        if (part.removal()) {
            return null;
        }
        var item = part.item();
        return switch (part.name()) {
            case "title" -> TalkForms.title(editing, details.title(), details.subtitle());
            case "summary" -> TalkForms.summary(editing, Texts.markdown(details.summary()));
            case "details" ->
                TalkForms.details(
                        editing,
                        details.kind(),
                        details.level(),
                        details.language(),
                        details.track(),
                        details.topics(),
                        talks.topics(KNOWN_TOPICS).stream()
                                .map(TalkLists.TopicCount::topic)
                                .toList());
            case "speakers" -> TalkForms.speakers(editing, billing.billed(talk), List.of());
            case "sessions" -> TalkForms.session(editing, item == null ? null : NoteForms.found(talk.session(item)));
            case "resources" -> TalkForms.resource(editing, item == null ? null : NoteForms.found(talk.resource(item)));
            case "notes" ->
                TalkForms.note(
                        editing, item, NoteForms.fields(item == null ? null : NoteForms.found(talk.note(item)), true));
            case "move" ->
                editing.form(
                        "move",
                        Wording.text("talk.move-talk"),
                        Field.choice(
                                "conference", Wording.text("facet.conference"), talk.conferenceId(), conferences()));
            case "same" ->
                editing.form(
                        "same",
                        Wording.text("talk.mark-as-the-same"),
                        Field.text("other", Wording.text("talk.address-of-the-other-talks-page"), "", KEY)
                                .asRequired());
            case "sources" -> SourceForms.form(editing, Wording.text("conference.what-the-source-calls-it"));
            case "cancel" -> TalkForms.cancel(editing);
            case "withdraw" -> TalkForms.withdraw(editing);
            case "suppress" -> TalkForms.suppress(editing);
            case "reinstate" -> editing.form("reinstate", Wording.text("conference.take-place-after-all"));
            case "restore" -> editing.form("restore", Wording.text("talk.restore-talk"));
            case "release" -> editing.form("release", Wording.text("talk.release-talk"));
            default -> throw unknown(part);
        };
    }

    @Override
    public @Nullable Listing items(Part part, TalkContent talk, Editing editing) {
        return switch (part.name()) {
            case "sessions" ->
                new Listing(
                        talk.sessions().stream().map(s -> session(s, editing)).toList(),
                        Wording.text("talk.it-is-not-scheduled-yet"));
            case "resources" ->
                new Listing(
                        talk.resources().stream().map(r -> resource(r, editing)).toList(),
                        Wording.text("talk.nothing-is-attached-yet"));
            case "notes" ->
                new Listing(NoteForms.items(talk.notes(), editing), Wording.text("conference.nobody-took-notes-yet"));
            case "same" ->
                new Listing(
                        talk.sameAs().stream().map(id -> same(id, editing)).toList(),
                        Wording.text("talk.it-was-given-once-as-far"));
            case "sources" ->
                SourceForms.listing(talk.sources(), Wording.text("conference.no-source-knows-it"), editing);
            default -> null;
        };
    }

    @Override
    public List<CatalogueCommand> commands(Part part, TalkContent talk, Typed typed) {
        var id = new TalkId(talk.talkId());
        var item = part.item();
        if (part.removal()) {
            return List.of(remove(part, id, talk));
        }
        return switch (part.name()) {
            case "title" -> List.of(new RetitleTalk(id, typed.text("title"), typed.orNull("subtitle")));
            case "summary" ->
                List.of(new RewriteSummary(
                        id, typed.rich("summary", talk.details().summary())));
            case "details" ->
                List.of(
                        new SetKind(id, typed.text("kind")),
                        new SetLevel(id, typed.orNull("level")),
                        new SetLanguage(id, typed.orNull("language")),
                        new SetTrack(id, typed.orNull("track")),
                        new SetTopics(id, typed.lines("topics")));
            case "speakers" -> billing.commands(talk, typed);
            case "sessions" -> {
                var before = item == null ? null : NoteForms.found(talk.session(item));
                var session = session(typed, item == null ? typed.newId() : item, before);
                yield List.of(item == null ? new ScheduleSession(id, session) : new RescheduleSession(id, session));
            }
            case "resources" -> {
                var before = item == null ? null : NoteForms.found(talk.resource(item));
                var resource = resource(typed, item == null ? typed.newId() : item, before);
                yield List.of(item == null ? new AttachResource(id, resource) : new CorrectResource(id, resource));
            }
            case "notes" ->
                List.of(
                        item == null
                                ? new TakeNote(id, NoteForms.read(typed, typed.newId(), null))
                                : new ReviseNote(id, NoteForms.read(typed, item, NoteForms.found(talk.note(item)))));
            case "move" -> List.of(new MoveTalk(id, new ConferenceId(typed.text("conference"))));
            case "same" ->
                List.of(new MarkSameTalk(
                        id,
                        new TalkId(Addresses.id(typed.text("other"))
                                .orElseThrow(() ->
                                        new Refused.Invalid("other", "This is not the address of a talk's page.")))));
            case "sources" -> List.of(new LinkTalkToSource(id, SourceForms.read(typed)));
            case "cancel" -> List.of(new CancelTalk(id, typed.orNull("reason")));
            case "reinstate" -> List.of(new ReinstateTalk(id));
            case "withdraw" -> List.of(new WithdrawTalk(id, typed.orNull("reason")));
            case "restore" -> List.of(new RestoreTalk(id));
            case "suppress" -> List.of(new SuppressTalk(id, typed.text("reason")));
            case "release" -> List.of(new ReleaseTalk(id));
            default -> throw unknown(part);
        };
    }

    private CatalogueCommand remove(Part part, TalkId id, TalkContent talk) {
        var item = String.valueOf(part.item());
        return switch (part.name()) {
            case "sessions" -> new UnscheduleSession(id, item);
            case "resources" -> new DetachResource(id, item);
            case "notes" -> new WithdrawNote(id, item);
            case "same" -> new MarkDifferentTalk(id, new TalkId(item));
            case "sources" -> new UnlinkTalkFromSource(id, part.of(talk.sources()));
            default -> throw unknown(part);
        };
    }

    private static Session session(Typed typed, String id, @Nullable Session before) {
        return new Session(
                id,
                typed.date("session.date"),
                typed.orNull("session.localTime"),
                typed.orNull("session.zone"),
                typed.seconds("session.minutes", before == null ? null : before.durationSeconds()),
                typed.orNull("session.room"));
    }

    private static Resource resource(Typed typed, String id, @Nullable Resource before) {
        return new Resource(
                id,
                typed.text("resource.kind"),
                typed.text("resource.url").strip(),
                typed.orNull("resource.label"),
                typed.orNull("resource.language"),
                typed.orNull("resource.licence"),
                typed.checked("resource.withSpeakerNotes"),
                typed.seconds("resource.minutes", before == null ? null : before.durationSeconds()));
    }

    private static ItemsPage.Item session(Session session, Editing editing) {
        var words = new ArrayList<String>();
        words.add(session.date() == null ? Wording.text("talk.no-date-yet") : Dates.day(session.date()));
        if (session.localTime() != null) {
            words.add(session.localTime());
        }
        return NoteForms.item(
                "sessions/" + session.sessionId(),
                String.join(", ", words),
                session.room() == null ? "" : session.room(),
                Wording.text("talk.unschedule"),
                editing);
    }

    private static ItemsPage.Item resource(Resource resource, Editing editing) {
        var detail = new ArrayList<String>();
        if (resource.label() != null) {
            detail.add(TalkReading.host(resource.url()));
        }
        if (resource.durationSeconds() != null) {
            detail.add(Durations.words(resource.durationSeconds()));
        }
        return NoteForms.item(
                "resources/" + resource.resourceId(),
                TalkReading.heading(resource),
                String.join(" · ", detail),
                Wording.text("talk.detach"),
                editing);
    }

    private ItemsPage.Item same(String id, Editing editing) {
        var other = talks.find(id);
        var title = other == null || !other.visible() ? Wording.text("talk.a-talk-that-is-not-shown") : other.title();
        return NoteForms.removable("same/" + id, title, id, Wording.text("talk.is-another-talk"), editing);
    }

    private List<Field.Option> conferences() {
        return conferences.all().stream()
                .map(c -> new Field.Option(c.id(), c.name()))
                .sorted(java.util.Comparator.comparing(Field.Option::label, String.CASE_INSENSITIVE_ORDER))
                .toList();
    }
}
