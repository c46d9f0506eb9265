package org.talks.catalogue.importing;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.talks.catalogue.command.CatalogueCommand;
import org.talks.catalogue.conference.ConferenceCommand;
import org.talks.catalogue.conference.ConferenceId;
import org.talks.catalogue.eventstore.EventLog;
import org.talks.catalogue.eventstore.RecordedEvent;
import org.talks.catalogue.eventstore.SourceRegistry;
import org.talks.catalogue.importing.ImportProgress.Fate;
import org.talks.catalogue.importing.PlanEntry.Kind;
import org.talks.catalogue.importing.format.ConferenceDraft;
import org.talks.catalogue.importing.format.DraftSink;
import org.talks.catalogue.importing.format.Rejection;
import org.talks.catalogue.importing.format.TalkDraft;
import org.talks.catalogue.importing.format.TranscriptDraft;
import org.talks.catalogue.series.SeriesCommand.RegisterSeries;
import org.talks.catalogue.series.SeriesCommand.RestoreSeries;
import org.talks.catalogue.series.SeriesId;
import org.talks.catalogue.talk.TalkCommand;
import org.talks.catalogue.talk.TalkCommand.AddTalk;
import org.talks.catalogue.talk.TalkCommand.SuppressTalk;
import org.talks.catalogue.talk.TalkContent;
import org.talks.catalogue.talk.TalkId;
import org.talks.events.ConferenceDetails;
import org.talks.events.Credit;
import org.talks.events.SourceKey;

/// Takes drafts and plans each against the catalogue; changes nothing. For one import and one thread.
///
/// Drafts are gathered and planned together, so that what is asked of the registries is asked of one moment and
/// an unchanged delivery costs one look-up: its digest was recorded with the events it led to.
final class Planner implements DraftSink {

    private static final TimeBasedEpochGenerator IDS = Generators.timeBasedEpochGenerator();

    /// Drafts planned together.
    private static final int GATHERED = 100;

    /// Series are known by name across all sources.
    private static final String SERIES_SOURCE = "series-name";

    private static final String TRANSCRIPT_SOURCE = "transcript";

    private sealed interface Item {}

    private record ConferenceItem(ConferenceDraft draft) implements Item {}

    private record TalkItem(TalkDraft draft) implements Item {}

    private record HiddenItem(String source, String key, String reason) implements Item {}

    private final SourceRegistry sources;
    private final EventLog log;
    private final Neighbours neighbours;
    private final @Nullable String zone;
    private final Function<TranscriptDraft, TranscriptPlacing.Placed> transcripts;
    private final ImportProgress progress;
    private final Drafted drafted;
    private final SpeakerPlanning speakers;

    private final List<Item> gathered = new ArrayList<>(GATHERED);
    private final Map<SourceKey, String> conferences = new HashMap<>();
    private final Map<String, String> conferenceNames = new HashMap<>();
    private final Map<SourceKey, String> newTalks = new HashMap<>();
    private final Map<String, String> series = new HashMap<>();
    private final Map<String, String> conferencesWithoutZone = new HashMap<>();
    private final Set<String> zonesWanted = new LinkedHashSet<>();
    private final Delivered delivered = new Delivered();
    private final MessageDigest sha256;
    private @Nullable String incomplete;

    /// @param zone of conferences that name none
    /// @param transcripts finds the talk of a transcript
    Planner(
            SourceRegistry sources,
            EventLog log,
            Neighbours neighbours,
            @Nullable String zone,
            Function<TranscriptDraft, TranscriptPlacing.Placed> transcripts,
            Drafted drafted,
            ImportProgress progress) {
        this.sources = sources;
        this.log = log;
        this.neighbours = neighbours;
        this.zone = zone;
        this.transcripts = transcripts;
        this.drafted = drafted;
        this.progress = progress;
        this.speakers = new SpeakerPlanning(log, drafted, progress);
        try {
            this.sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }

    /// What the source has, so that what it no longer has can be told.
    static final class Delivered {
        /// Streams of conferences that were in the catalogue before.
        final Map<String, Set<String>> conferencesBySource = new LinkedHashMap<>();

        final Map<String, Set<String>> talkKeysBySource = new HashMap<>();

        /// Talks that were in the catalogue before.
        long known;
    }

    @Override
    public void conference(ConferenceDraft conference) {
        gather(new ConferenceItem(conference));
    }

    @Override
    public void talk(TalkDraft talk) {
        gather(new TalkItem(talk));
    }

    @Override
    public void hidden(String source, String key, String reason) {
        gather(new HiddenItem(source, key, reason));
    }

    /// Planned at once: it belongs to a talk that the catalogue shows already.
    @Override
    public void transcript(TranscriptDraft transcript) {
        switch (transcripts.apply(transcript)) {
            case TranscriptPlacing.Found(var command, var talk, var before) -> {
                drafted.step(new Step(command, null, TRANSCRIPT_SOURCE, null, transcript.place()));
                drafted.entry(
                        Kind.CHANGED,
                        "talk",
                        command.talk().value(),
                        talk,
                        List.of(new PlanEntry.Change(
                                "transcript",
                                Wording.label("transcript"),
                                before,
                                TranscriptPlacing.words(transcript.cues().size()))),
                        transcript.place());
                progress.talk(Fate.CHANGED);
            }
            case TranscriptPlacing.Unchanged() -> progress.talk(Fate.UNCHANGED);
            case TranscriptPlacing.NotFound(var why) -> progress.rejected(why);
        }
    }

    @Override
    public void rejected(Rejection rejection) {
        if (incomplete == null) {
            incomplete = "Some records could not be read, so what is missing may be among them.";
        }
        progress.rejected(rejection);
    }

    @Override
    public void warning(Rejection warning) {
        progress.warned(warning);
    }

    @Override
    public void ignored(String place, String reason) {
        progress.ignored();
    }

    @Override
    public void partial(String reason) {
        incomplete = reason;
        progress.warned(new Rejection("", "", reason, ""));
    }

    @Override
    public void progressed(String place) {
        progress.place();
    }

    /// Plans what is still gathered; to be called once at the end of the input.
    void finish() {
        planGathered();
    }

    /// Conferences with clock times of which nobody knows the zone.
    List<String> withoutZone() {
        return List.copyOf(zonesWanted);
    }

    /// Why absence from the source says nothing; null when the source told all it has.
    @Nullable
    String incomplete() {
        return incomplete;
    }

    Delivered delivered() {
        return delivered;
    }

    static String newId() {
        return IDS.generate().toString();
    }

    static String id(String stream) {
        return stream.substring(stream.indexOf(':') + 1);
    }

    private void gather(Item item) {
        gathered.add(item);
        if (gathered.size() >= GATHERED) {
            planGathered();
        }
    }

    private void planGathered() {
        sources.<Boolean>ask(answers -> {
            for (var item : gathered) {
                switch (item) {
                    case ConferenceItem(var draft) -> plan(withZone(draft), answers);
                    case TalkItem(var draft) -> plan(draft, answers);
                    case HiddenItem hidden -> plan(hidden, answers);
                }
            }
            return true;
        });
        gathered.clear();
    }

    private void plan(ConferenceDraft draft, SourceRegistry.Answers answers) {
        var key = new SourceKey(draft.source(), draft.key());
        var digest = digest(draft.toString());
        var stream = answers.streamOf("conference", key);
        if (stream == null) {
            if (!conferences.containsKey(key)) {
                register(draft, key, digest, answers);
            }
            return;
        }
        var id = id(stream);
        conferences.put(key, id);
        conferenceNames.put(id, draft.name());
        delivered
                .conferencesBySource
                .computeIfAbsent(draft.source(), s -> new HashSet<>())
                .add(id);
        if (Objects.equals(answers.delivered("conference", key), digest)) {
            if (draft.zone() == null && zoneOf(stream) == null) {
                conferencesWithoutZone.put(id, draft.name());
            }
            progress.conference(Fate.UNCHANGED);
            return;
        }
        correct(draft, stream, digest, answers);
    }

    private void register(ConferenceDraft draft, SourceKey key, String digest, SourceRegistry.Answers answers) {
        var id = newId();
        conferences.put(key, id);
        conferenceNames.put(id, draft.name());
        if (draft.zone() == null) {
            conferencesWithoutZone.put(id, draft.name());
        }
        var details = ConferencePlan.details(draft, series(draft, answers));
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
        var id = new ConferenceId(id(stream));
        var history = log.stream(stream, Long.MAX_VALUE);
        var current = Folds.conference(history, null);
        var base = Folds.conference(history, draft.source());
        var seriesId = series(draft, answers);
        if (current == null || (current.removed() && !Folds.takenOutByImport(history))) {
            progress.kept();
            return;
        }
        var version = (long) history.size();
        if (current.removed()) {
            drafted.step(new Step(
                    new ConferenceCommand.RestoreConference(id), version, draft.source(), null, draft.place()));
        }
        var now = current.details();
        if (draft.zone() == null && now.zone() == null) {
            conferencesWithoutZone.put(id.value(), draft.name());
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

    private @Nullable String series(ConferenceDraft draft, SourceRegistry.Answers answers) {
        var name = draft.series();
        if (name == null || name.isBlank()) {
            return null;
        }
        var folded = SourceRegistry.foldedName(name);
        var known = series.get(folded);
        if (known != null) {
            return known;
        }
        var key = new SourceKey(SERIES_SOURCE, folded);
        var stream = answers.streamOf("series", key);
        if (stream != null) {
            if (!answers.exists(stream)) {
                if (!Folds.takenOutByImport(log.stream(stream, Long.MAX_VALUE))) {
                    return null;
                }
                add(new RestoreSeries(new SeriesId(id(stream))), draft.source(), draft.place());
            }
            series.put(folded, id(stream));
            return id(stream);
        }
        var id = newId();
        series.put(folded, id);
        add(new RegisterSeries(new SeriesId(id), name, null, key), draft.source(), draft.place());
        return id;
    }

    private void plan(TalkDraft draft, SourceRegistry.Answers answers) {
        var key = new SourceKey(draft.source(), draft.key());
        var stream = answers.streamOf("talk", key);
        delivered
                .talkKeysBySource
                .computeIfAbsent(draft.source(), s -> new HashSet<>())
                .add(draft.key());
        var conferenceId = conferences.get(new SourceKey(draft.source(), draft.conferenceKey()));
        if (conferenceId != null) {
            wantZone(draft, conferenceId);
        }
        if (stream != null) {
            delivered.known++;
        }
        var digest = digest(withoutPlace(draft));
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
            update(draft, stream, conferenceId, credits, digest);
        }
    }

    private void wantZone(TalkDraft draft, String conferenceId) {
        var name = conferencesWithoutZone.get(conferenceId);
        if (name != null && draft.sessions().stream().anyMatch(s -> s.localTime() != null && s.zone() == null)) {
            zonesWanted.add(name);
        }
    }

    private void add(TalkDraft draft, SourceKey key, String conferenceId, List<Credit> credits, String digest) {
        var id = newId();
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

    private void update(TalkDraft draft, String stream, String conferenceId, List<Credit> credits, String digest) {
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
        return draft.cancelled()
                ? TalkContent.after(added, new org.talks.events.TalkEvent.TalkCancelled(current.talkId(), null))
                : added;
    }

    private String name(String id) {
        var speaker = speakers.nameOf(id);
        if (speaker != null) {
            return speaker;
        }
        var conference = conferenceNames.get(id);
        return conference != null ? conference : neighbours.nameOf(id);
    }

    private void plan(HiddenItem hidden, SourceRegistry.Answers answers) {
        var key = new SourceKey(hidden.source(), hidden.key());
        var stream = answers.streamOf("talk", key);
        var known = newTalks.get(key);
        var id = stream == null ? known : id(stream);
        if (id == null) {
            return;
        }
        progress.hidden();
        delivered
                .talkKeysBySource
                .computeIfAbsent(hidden.source(), s -> new HashSet<>())
                .add(hidden.key());
        if (stream != null) {
            List<RecordedEvent> history = log.stream(stream, Long.MAX_VALUE);
            var base = Folds.talk(history, hidden.source());
            if (base != null && base.suppressed()) {
                // Done once; should a person have released it since, that stands.
                return;
            }
        }
        add(new SuppressTalk(new TalkId(id), hidden.reason()), hidden.source(), hidden.key());
    }

    private void add(CatalogueCommand command, String source, String place) {
        drafted.step(new Step(command, null, source, null, place));
    }

    private String digest(String delivery) {
        return HexFormat.of().formatHex(sha256.digest(delivery.getBytes(StandardCharsets.UTF_8)));
    }

    /// The same record in another file is the same delivery.
    private static String withoutPlace(TalkDraft draft) {
        var text = draft.toString();
        return text.substring(0, text.length() - draft.place().length() - 1);
    }
}
