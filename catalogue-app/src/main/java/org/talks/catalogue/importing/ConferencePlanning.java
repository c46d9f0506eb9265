package org.talks.catalogue.importing;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.talks.catalogue.conference.ConferenceCommand;
import org.talks.catalogue.conference.ConferenceId;
import org.talks.catalogue.eventstore.EventLog;
import org.talks.catalogue.eventstore.SourceRegistry;
import org.talks.catalogue.importing.ImportProgress.Fate;
import org.talks.catalogue.importing.PlanEntry.Kind;
import org.talks.catalogue.importing.format.ConferenceDraft;
import org.talks.catalogue.importing.format.TalkDraft;
import org.talks.events.ConferenceDetails;
import org.talks.events.SourceKey;

/// Plans the conferences of a source: new ones are registered, known ones corrected where the source changed. For
/// one import and one thread.
final class ConferencePlanning {

    private final EventLog log;
    private final Neighbours neighbours;
    private final SeriesPlanning series;
    private final @Nullable String zone;
    private final Digests digests;
    private final Delivered delivered;
    private final Drafted drafted;
    private final ImportProgress progress;

    private final Map<SourceKey, String> conferences = new HashMap<>();
    private final Map<String, String> conferenceNames = new HashMap<>();
    private final Map<String, String> withoutZone = new HashMap<>();
    private final Set<String> zonesWanted = new LinkedHashSet<>();

    /// @param zone of conferences that name none
    ConferencePlanning(
            EventLog log,
            Neighbours neighbours,
            @Nullable String zone,
            Digests digests,
            Delivered delivered,
            Drafted drafted,
            ImportProgress progress) {
        this.log = log;
        this.neighbours = neighbours;
        this.series = new SeriesPlanning(log, drafted);
        this.zone = zone;
        this.digests = digests;
        this.delivered = delivered;
        this.drafted = drafted;
        this.progress = progress;
    }

    /// Id of the conference that a talk says it belongs to; null when the source did not describe it.
    @Nullable
    String idFor(TalkDraft draft) {
        return conferences.get(new SourceKey(draft.source(), draft.conferenceKey()));
    }

    /// What a conference of this import is called; null when it is none of them.
    @Nullable
    String nameOf(String conferenceId) {
        return conferenceNames.get(conferenceId);
    }

    /// Notes that a talk has a clock time and nobody knows the zone of its conference.
    void wantZone(TalkDraft draft, String conferenceId) {
        var name = withoutZone.get(conferenceId);
        if (name != null && draft.sessions().stream().anyMatch(s -> s.localTime() != null && s.zone() == null)) {
            zonesWanted.add(name);
        }
    }

    /// Conferences with clock times of which nobody knows the zone.
    List<String> zonesWanted() {
        return List.copyOf(zonesWanted);
    }

    /// Plans a conference; talks of it can be planned from then on. Files of one import that describe the same
    /// conference may differ, as notes on two days of it do: the first one counts, so that importing all of them
    /// again changes nothing.
    void plan(ConferenceDraft delivered, SourceRegistry.Answers answers) {
        var draft = withZone(delivered);
        var key = new SourceKey(draft.source(), draft.key());
        if (conferences.containsKey(key)) {
            return;
        }
        var digest = digests.of(draft);
        var stream = answers.streamOf("conference", key);
        if (stream == null) {
            register(draft, key, digest, answers);
            return;
        }
        var id = Streams.id(stream);
        conferences.put(key, id);
        conferenceNames.put(id, draft.name());
        this.delivered.conference(draft.source(), id);
        if (Objects.equals(answers.delivered("conference", key), digest)) {
            if (draft.zone() == null && zoneOf(stream) == null) {
                withoutZone.put(id, draft.name());
            }
            progress.conference(Fate.UNCHANGED);
            return;
        }
        correct(draft, stream, digest, answers);
    }

    private void register(ConferenceDraft draft, SourceKey key, String digest, SourceRegistry.Answers answers) {
        var id = Streams.newId();
        conferences.put(key, id);
        conferenceNames.put(id, draft.name());
        if (draft.zone() == null) {
            withoutZone.put(id, draft.name());
        }
        var details = ConferencePlan.details(draft, series.of(draft, answers));
        drafted.step(new Step(
                new ConferenceCommand.RegisterConference(new ConferenceId(id), details, key),
                null,
                draft.source(),
                digest,
                draft.place()));
        drafted.entry(Kind.NEW, "conference", id, draft.name(), List.of(), draft.place());
        progress.conference(Fate.ADDED);
        var same = neighbours.conferenceLike(draft);
        if (same != null) {
            progress.duplicate();
            drafted.entry(
                    Kind.DUPLICATE,
                    "conference",
                    same.id(),
                    draft.name(),
                    List.of(),
                    draft.place(),
                    "The catalogue has “" + same.name() + "” already.",
                    null,
                    new Step(
                            new ConferenceCommand.LinkConferenceToSource(new ConferenceId(same.id()), key),
                            null,
                            draft.source(),
                            null,
                            draft.place()));
        }
    }

    private void correct(ConferenceDraft draft, String stream, String digest, SourceRegistry.Answers answers) {
        var id = new ConferenceId(Streams.id(stream));
        var history = log.stream(stream, Long.MAX_VALUE);
        var current = Folds.conference(history, null);
        var base = Folds.conference(history, draft.source());
        var seriesId = series.of(draft, answers);
        if (current == null || (current.removed() && !Folds.takenOutByImport(history))) {
            progress.kept();
            return;
        }
        var version = (long) history.size();
        if (current.removed()) {
            series.bringBack(current.details().seriesId(), draft, answers);
            drafted.step(new Step(
                    new ConferenceCommand.RestoreConference(id), version, draft.source(), null, draft.place()));
        }
        var now = current.details();
        if (draft.zone() == null && now.zone() == null) {
            withoutZone.put(id.value(), draft.name());
        }
        var planned = ConferencePlan.update(
                ConferencePlan.details(draft, seriesId), base == null ? null : base.details(), now);
        if (!planned.offered().equals(planned.details())) {
            progress.kept();
            drafted.entry(
                    Kind.CONFLICT,
                    "conference",
                    id.value(),
                    now.name(),
                    Wording.changes(planned.details(), planned.offered()),
                    draft.place(),
                    "",
                    Folds.lastOf("details", history),
                    new Step(
                            new ConferenceCommand.CorrectConferenceDetails(id, planned.offered()),
                            null,
                            draft.source(),
                            null,
                            draft.place()));
        }
        if (planned.details().equals(now) && !current.removed()) {
            progress.conference(Fate.UNCHANGED);
            return;
        }
        drafted.entry(
                Kind.CHANGED,
                "conference",
                id.value(),
                now.name(),
                Wording.changes(now, planned.details()),
                draft.place());
        if (!planned.details().equals(now)) {
            drafted.step(new Step(
                    new ConferenceCommand.CorrectConferenceDetails(id, planned.details()),
                    version,
                    draft.source(),
                    digest,
                    draft.place()));
        }
        progress.conference(Fate.CHANGED);
    }

    private @Nullable String zoneOf(String stream) {
        var content = Folds.conference(log.stream(stream, Long.MAX_VALUE), null);
        var details = content == null ? ConferenceDetails.named("") : content.details();
        return details.zone();
    }

    private ConferenceDraft withZone(ConferenceDraft d) {
        return d.zone() != null || zone == null
                ? d
                : new ConferenceDraft(
                        d.source(),
                        d.key(),
                        d.name(),
                        d.series(),
                        d.startDate(),
                        d.endDate(),
                        d.city(),
                        d.country(),
                        zone,
                        d.website(),
                        d.languages(),
                        d.description(),
                        d.place());
    }
}
