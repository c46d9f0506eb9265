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

    /// What one part becomes.
    ///
    /// @param part as events name it: `title`, `session:0198…`
    record Change(String part, TalkCommand command) {}

    /// @param changes what becomes as the source says
    /// @param offers what somebody else changed since, so that it stays
    record Planned(List<Change> changes, List<Change> offers) {}

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
        var now = current.details();
        var was = base == null ? null : base.details();
        var plan = new Collected();
        plan.field(
                "conference",
                conferenceId,
                was == null ? null : was.conferenceId(),
                now.conferenceId(),
                v -> new TalkCommand.MoveTalk(id, new ConferenceId(v)));
        record Titles(String title, @Nullable String subtitle) {}
        plan.field(
                "title",
                new Titles(draft.title(), draft.subtitle()),
                was == null ? null : new Titles(was.title(), was.subtitle()),
                new Titles(now.title(), now.subtitle()),
                v -> new TalkCommand.RetitleTalk(id, v.title(), v.subtitle()));
        plan.field(
                "summary",
                said(draft.summary()),
                was == null ? null : said(was.summary()),
                said(now.summary()),
                v -> new TalkCommand.RewriteSummary(id, v));
        plan.field(
                "kind",
                draft.kind(),
                was == null ? TalkDetails.KIND_TALK : was.kind(),
                now.kind(),
                v -> new TalkCommand.SetKind(id, v));
        plan.field(
                "level",
                draft.level(),
                was == null ? null : was.level(),
                now.level(),
                v -> new TalkCommand.SetLevel(id, v));
        plan.field(
                "language",
                draft.language(),
                was == null ? null : was.language(),
                now.language(),
                v -> new TalkCommand.SetLanguage(id, v));
        plan.field(
                "track",
                draft.track(),
                was == null ? null : was.track(),
                now.track(),
                v -> new TalkCommand.SetTrack(id, v));
        plan.field(
                "topics",
                said(draft.topics()),
                was == null ? null : said(was.topics()),
                said(now.topics()),
                v -> new TalkCommand.SetTopics(id, v));
        plan.field(
                "speakers",
                said(speakers),
                was == null ? null : said(was.speakers()),
                said(now.speakers()),
                v -> new TalkCommand.SetSpeakers(id, v));
        plan.parts(
                "session",
                sessions(draft),
                was == null ? List.of() : was.sessions(),
                now.sessions(),
                Session::sessionId,
                v -> new TalkCommand.ScheduleSession(id, v),
                v -> new TalkCommand.RescheduleSession(id, v),
                v -> new TalkCommand.UnscheduleSession(id, v));
        plan.parts(
                "resource",
                resources(draft),
                was == null ? List.of() : was.resources(),
                now.resources(),
                Resource::resourceId,
                v -> new TalkCommand.AttachResource(id, v),
                v -> new TalkCommand.CorrectResource(id, v),
                v -> new TalkCommand.DetachResource(id, v));
        plan.parts(
                "note",
                draft.notes(),
                was == null ? List.of() : was.notes(),
                now.notes(),
                Note::noteId,
                v -> new TalkCommand.TakeNote(id, v),
                v -> new TalkCommand.ReviseNote(id, v),
                null);
        var wasCancelled = base != null && base.cancelled();
        if (draft.cancelled() && !wasCancelled && !current.cancelled()) {
            plan.changes.add(new Change("cancellation", new TalkCommand.CancelTalk(id, null)));
        } else if (!draft.cancelled() && wasCancelled && current.cancelled()) {
            plan.changes.add(new Change("cancellation", new TalkCommand.ReinstateTalk(id)));
        }
        return new Planned(List.copyOf(plan.changes), List.copyOf(plan.offers));
    }

    private static final class Collected {
        final List<Change> changes = new ArrayList<>();
        final List<Change> offers = new ArrayList<>();

        <T> void field(
                String part,
                @Nullable T delivered,
                @Nullable T base,
                @Nullable T current,
                Function<T, TalkCommand> command) {
            Merging.field(
                    delivered,
                    base,
                    current,
                    v -> changes.add(new Change(part, command.apply(v))),
                    v -> offers.add(new Change(part, command.apply(v))));
        }

        /// Parts with ids: new ones are added, changed ones corrected, and those that this source brought and no
        /// longer has are taken away, unless a person changed them.
        ///
        /// @param remove null when they are never taken away
        <T> void parts(
                String kind,
                List<T> delivered,
                List<T> base,
                List<T> current,
                Function<T, String> idOf,
                Function<T, TalkCommand> add,
                Function<T, TalkCommand> correct,
                @Nullable Function<String, TalkCommand> remove) {
            Map<String, T> was = byId(base, idOf);
            Map<String, T> now = byId(current, idOf);
            var seen = new HashMap<String, T>();
            for (var part : delivered) {
                var id = idOf.apply(part);
                seen.put(id, part);
                if (now.containsKey(id)) {
                    field(kind + ":" + id, part, was.get(id), now.get(id), correct);
                } else if (!was.containsKey(id)) {
                    changes.add(new Change(kind + ":" + id, add.apply(part)));
                }
            }
            if (remove != null) {
                was.forEach((id, part) -> {
                    if (!seen.containsKey(id) && part.equals(now.get(id))) {
                        changes.add(new Change(kind + ":" + id, remove.apply(id)));
                    }
                });
            }
        }
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
