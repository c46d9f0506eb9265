package org.talks.catalogue.importing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.talks.catalogue.conference.ConferenceId;
import org.talks.catalogue.importing.format.TalkDraft;
import org.talks.catalogue.talk.TalkCommand;
import org.talks.catalogue.talk.TalkContent;
import org.talks.catalogue.talk.TalkId;
import org.talks.events.Credit;
import org.talks.events.Note;
import org.talks.events.Resource;
import org.talks.events.RichText;
import org.talks.events.Session;
import org.talks.events.TalkDetails;

/// The difference between a talk as a source delivers it and as the catalogue has it, as commands. A pure
/// function.
///
/// Sessions and resources of an import have ids made from the talk's source key and their own: they only need to
/// be unique within the talk, and so the same slot is found again when it moves.
final class TalkPlan {

    /// @param kept a person's change was left as it is
    record Planned(List<TalkCommand> commands, boolean kept) {}

    private TalkPlan() {}

    static TalkDetails details(TalkDraft draft, String conferenceId, List<Credit> speakers) {
        return new TalkDetails(
                conferenceId,
                draft.title(),
                draft.subtitle(),
                draft.summary(),
                draft.kind() == null ? TalkDetails.KIND_TALK : draft.kind(),
                draft.level(),
                draft.language(),
                draft.track(),
                draft.topics(),
                speakers,
                sessions(draft),
                resources(draft),
                draft.notes());
    }

    /// @param base the talk as this source alone would have it: the fold of its own events
    static Planned update(
            TalkDraft draft,
            String conferenceId,
            List<Credit> speakers,
            @Nullable TalkContent base,
            TalkContent current) {
        var id = new TalkId(current.talkId());
        var commands = new ArrayList<TalkCommand>();
        var merging = new Merging();
        var now = current.details();
        var was = base == null ? null : base.details();
        merging.field(
                conferenceId,
                was == null ? null : was.conferenceId(),
                now.conferenceId(),
                v -> commands.add(new TalkCommand.MoveTalk(id, new ConferenceId(v))));
        record Titles(String title, @Nullable String subtitle) {}
        merging.field(
                new Titles(draft.title(), draft.subtitle()),
                was == null ? null : new Titles(was.title(), was.subtitle()),
                new Titles(now.title(), now.subtitle()),
                v -> commands.add(new TalkCommand.RetitleTalk(id, v.title(), v.subtitle())));
        merging.field(
                said(draft.summary()),
                was == null ? null : said(was.summary()),
                said(now.summary()),
                v -> commands.add(new TalkCommand.RewriteSummary(id, v)));
        merging.field(
                draft.kind(),
                was == null ? TalkDetails.KIND_TALK : was.kind(),
                now.kind(),
                v -> commands.add(new TalkCommand.SetKind(id, v)));
        merging.field(
                draft.level(),
                was == null ? null : was.level(),
                now.level(),
                v -> commands.add(new TalkCommand.SetLevel(id, v)));
        merging.field(
                draft.language(),
                was == null ? null : was.language(),
                now.language(),
                v -> commands.add(new TalkCommand.SetLanguage(id, v)));
        merging.field(
                draft.track(),
                was == null ? null : was.track(),
                now.track(),
                v -> commands.add(new TalkCommand.SetTrack(id, v)));
        merging.field(
                said(draft.topics()),
                was == null ? null : said(was.topics()),
                said(now.topics()),
                v -> commands.add(new TalkCommand.SetTopics(id, v)));
        merging.field(
                said(speakers),
                was == null ? null : said(was.speakers()),
                said(now.speakers()),
                v -> commands.add(new TalkCommand.SetSpeakers(id, v)));
        parts(
                sessions(draft),
                was == null ? List.of() : was.sessions(),
                now.sessions(),
                Session::sessionId,
                merging,
                v -> commands.add(new TalkCommand.ScheduleSession(id, v)),
                v -> commands.add(new TalkCommand.RescheduleSession(id, v)),
                v -> commands.add(new TalkCommand.UnscheduleSession(id, v)));
        parts(
                resources(draft),
                was == null ? List.of() : was.resources(),
                now.resources(),
                Resource::resourceId,
                merging,
                v -> commands.add(new TalkCommand.AttachResource(id, v)),
                v -> commands.add(new TalkCommand.CorrectResource(id, v)),
                v -> commands.add(new TalkCommand.DetachResource(id, v)));
        parts(
                draft.notes(),
                was == null ? List.of() : was.notes(),
                now.notes(),
                Note::noteId,
                merging,
                v -> commands.add(new TalkCommand.TakeNote(id, v)),
                v -> commands.add(new TalkCommand.ReviseNote(id, v)),
                v -> {});
        var wasCancelled = base != null && base.cancelled();
        if (draft.cancelled() && !wasCancelled && !current.cancelled()) {
            commands.add(new TalkCommand.CancelTalk(id, null));
        } else if (!draft.cancelled() && wasCancelled && current.cancelled()) {
            commands.add(new TalkCommand.ReinstateTalk(id));
        }
        return new Planned(List.copyOf(commands), merging.kept());
    }

    private interface Removal {
        void remove(String id);
    }

    /// Parts with ids: new ones are added, changed ones corrected, and those that this source brought and no
    /// longer has are taken away, unless a person changed them.
    private static <T> void parts(
            List<T> delivered,
            List<T> base,
            List<T> current,
            Function<T, String> idOf,
            Merging merging,
            java.util.function.Consumer<T> add,
            java.util.function.Consumer<T> correct,
            Removal remove) {
        Map<String, T> was = byId(base, idOf);
        Map<String, T> now = byId(current, idOf);
        var seen = new HashMap<String, T>();
        for (var part : delivered) {
            var id = idOf.apply(part);
            seen.put(id, part);
            if (now.containsKey(id)) {
                merging.field(part, was.get(id), now.get(id), correct);
            } else if (!was.containsKey(id)) {
                add.accept(part);
            }
        }
        was.forEach((id, part) -> {
            if (!seen.containsKey(id) && part.equals(now.get(id))) {
                remove.remove(id);
            }
        });
    }

    private static <T> Map<String, T> byId(List<T> parts, Function<T, String> idOf) {
        var map = new LinkedHashMap<String, T>();
        parts.forEach(part -> map.put(idOf.apply(part), part));
        return map;
    }

    private static List<Session> sessions(TalkDraft draft) {
        return draft.sessions().stream()
                .map(s -> new Session(
                        partId(draft, "session", s.key()),
                        s.date(),
                        s.localTime(),
                        s.zone(),
                        s.durationSeconds(),
                        s.room()))
                .toList();
    }

    private static List<Resource> resources(TalkDraft draft) {
        return draft.resources().stream()
                .map(r -> new Resource(
                        partId(draft, "resource", r.kind() + " " + r.url()),
                        r.kind(),
                        r.url(),
                        r.label(),
                        r.language(),
                        r.licence(),
                        r.withSpeakerNotes(),
                        r.durationSeconds()))
                .toList();
    }

    private static String partId(TalkDraft draft, String kind, String key) {
        return UUID.nameUUIDFromBytes((draft.source() + "\n" + draft.key() + "\n" + kind + "\n" + key)
                        .getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    private static @Nullable RichText said(RichText text) {
        return text.isBlank() ? null : text;
    }

    private static <T> @Nullable List<T> said(List<T> list) {
        return list.isEmpty() ? null : list;
    }
}
