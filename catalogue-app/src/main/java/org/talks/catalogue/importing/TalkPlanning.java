package org.talks.catalogue.importing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.talks.catalogue.eventstore.EventLog;
import org.talks.catalogue.eventstore.RecordedEvent;
import org.talks.catalogue.eventstore.SourceRegistry;
import org.talks.catalogue.importing.ImportProgress.Fate;
import org.talks.catalogue.importing.PlanEntry.Kind;
import org.talks.catalogue.importing.format.Rejection;
import org.talks.catalogue.importing.format.TalkDraft;
import org.talks.catalogue.talk.TalkCommand;
import org.talks.catalogue.talk.TalkCommand.AddTalk;
import org.talks.catalogue.talk.TalkCommand.SuppressTalk;
import org.talks.catalogue.talk.TalkContent;
import org.talks.catalogue.talk.TalkId;
import org.talks.events.Credit;
import org.talks.events.SourceKey;
import org.talks.events.TalkEvent.TalkCancelled;

/// Plans the talks of a source: new ones are added, known ones changed where the source changed and nobody else
/// did. For one import and one thread.
final class TalkPlanning {

    private final EventLog log;
    private final Neighbours neighbours;
    private final ConferencePlanning conferences;
    private final SpeakerPlanning speakers;
    private final Digests digests;
    private final Delivered delivered;
    private final Drafted drafted;
    private final ImportProgress progress;

    private final Map<SourceKey, String> newTalks = new HashMap<>();

    TalkPlanning(
            EventLog log,
            Neighbours neighbours,
            ConferencePlanning conferences,
            Digests digests,
            Delivered delivered,
            Drafted drafted,
            ImportProgress progress) {
        this.log = log;
        this.neighbours = neighbours;
        this.conferences = conferences;
        this.speakers = new SpeakerPlanning(log, drafted, progress);
        this.digests = digests;
        this.delivered = delivered;
        this.drafted = drafted;
        this.progress = progress;
    }

    /// Plans a talk, after its conference.
    void plan(TalkDraft draft, SourceRegistry.Answers answers) {
        var key = new SourceKey(draft.source(), draft.key());
        var stream = answers.streamOf("talk", key);
        delivered.talk(draft.source(), draft.key());
        var conferenceId = conferences.idFor(draft);
        if (conferenceId != null) {
            conferences.wantZone(draft, conferenceId);
        }
        if (stream != null) {
            delivered.known();
        }
        var digest = digests.of(draft);
        if (stream != null && Objects.equals(answers.delivered("talk", key), digest)) {
            progress.talk(Fate.UNCHANGED);
            return;
        }
        if (conferenceId == null) {
            progress.rejected(new Rejection(
                    draft.place(),
                    draft.conferenceKey(),
                    "The talk belongs to a conference that the source does not describe.",
                    "Import the file that holds the conference, too."));
            return;
        }
        if (stream == null && newTalks.containsKey(key)) {
            progress.rejected(new Rejection(
                    draft.place(),
                    draft.key(),
                    "Another talk of this source has the same key.",
                    "Give each talk a key of its own; the first one was taken."));
            return;
        }
        var credits = speakers.credits(draft, answers);
        if (stream == null) {
            add(draft, key, conferenceId, credits, digest);
        } else {
            update(draft, stream, conferenceId, credits, digest, answers);
        }
    }

    private void add(TalkDraft draft, SourceKey key, String conferenceId, List<Credit> credits, String digest) {
        var id = Streams.newId();
        newTalks.put(key, id);
        drafted.step(new Step(
                new AddTalk(new TalkId(id), TalkPlan.details(draft, conferenceId, credits), key),
                null,
                draft.source(),
                digest,
                draft.place()));
        if (draft.cancelled()) {
            drafted.step(new Step(
                    new TalkCommand.CancelTalk(new TalkId(id), null), null, draft.source(), digest, draft.place()));
        }
        drafted.entry(Kind.NEW, "talk", id, draft.title(), List.of(), draft.place());
        progress.talk(Fate.ADDED);
        var same = neighbours.talkLike(conferenceId, draft);
        if (same != null) {
            progress.duplicate();
            drafted.entry(
                    Kind.DUPLICATE,
                    "talk",
                    same.id(),
                    draft.title(),
                    List.of(),
                    draft.place(),
                    "The conference has “" + same.title() + "” already.",
                    null,
                    new Step(
                            new TalkCommand.LinkTalkToSource(new TalkId(same.id()), key),
                            null,
                            draft.source(),
                            null,
                            draft.place()));
        }
    }

    private void update(
            TalkDraft draft,
            String stream,
            String conferenceId,
            List<Credit> credits,
            String digest,
            SourceRegistry.Answers answers) {
        var history = log.stream(stream, Long.MAX_VALUE);
        var current = Folds.talk(history, null);
        var gone = current == null || current.suppressed();
        if (current == null || gone || (current.withdrawn() && !Folds.takenOutByImport(history))) {
            // Taken out by a person: it stays so, however often the source delivers it.
            progress.kept();
            progress.talk(Fate.UNCHANGED);
            return;
        }
        var planned = TalkPlan.update(draft, conferenceId, credits, Folds.talk(history, draft.source()), current);
        var version = (long) history.size();
        var changes = new ArrayList<PlanEntry.Change>();
        if (current.withdrawn()) {
            if (planned.changes().stream().noneMatch(change -> change.part().equals("speakers"))) {
                speakers.bringBack(current.speakers(), draft, answers);
            }
            drafted.step(new Step(
                    new TalkCommand.RestoreTalk(current.id()), version, draft.source(), digest, draft.place()));
            changes.add(new PlanEntry.Change("existence", Wording.label("existence"), "no", "yes"));
        }
        var due = due(draft, conferenceId, credits, current);
        for (var change : planned.changes()) {
            drafted.step(new Step(change.command(), version, draft.source(), digest, draft.place()));
            changes.add(Wording.change(change.part(), current, due, this::name));
        }
        for (var offer : planned.offers()) {
            drafted.entry(
                    Kind.CONFLICT,
                    "talk",
                    current.talkId(),
                    current.title(),
                    List.of(Wording.change(offer.part(), current, due, this::name)),
                    draft.place(),
                    "",
                    Folds.lastOf(offer.part(), history),
                    new Step(offer.command(), null, draft.source(), null, draft.place()));
        }
        if (!planned.offers().isEmpty()) {
            progress.kept();
        }
        if (changes.isEmpty()) {
            progress.talk(Fate.UNCHANGED);
        } else {
            drafted.entry(Kind.CHANGED, "talk", current.talkId(), current.title(), changes, draft.place());
            progress.talk(Fate.CHANGED);
        }
    }

    /// The talk as the source has it, to tell what becomes of each part.
    private static TalkContent due(TalkDraft draft, String conferenceId, List<Credit> credits, TalkContent current) {
        var added = TalkContent.added(current.talkId(), TalkPlan.details(draft, conferenceId, credits), null);
        return draft.cancelled() ? TalkContent.after(added, new TalkCancelled(current.talkId(), null)) : added;
    }

    private String name(String id) {
        var speaker = speakers.nameOf(id);
        if (speaker != null) {
            return speaker;
        }
        var conference = conferences.nameOf(id);
        return conference != null ? conference : neighbours.nameOf(id);
    }

    /// Plans that a talk of the source stays out of sight.
    void hide(String source, String hiddenKey, String reason, SourceRegistry.Answers answers) {
        var key = new SourceKey(source, hiddenKey);
        var stream = answers.streamOf("talk", key);
        var known = newTalks.get(key);
        var id = stream == null ? known : Streams.id(stream);
        if (id == null) {
            return;
        }
        progress.hidden();
        delivered.talk(source, hiddenKey);
        if (stream != null) {
            List<RecordedEvent> history = log.stream(stream, Long.MAX_VALUE);
            var base = Folds.talk(history, source);
            if (base != null && base.suppressed()) {
                // Done once; should a person have released it since, that stands.
                return;
            }
        }
        drafted.step(new Step(new SuppressTalk(new TalkId(id), reason), null, source, null, hiddenKey));
    }
}
