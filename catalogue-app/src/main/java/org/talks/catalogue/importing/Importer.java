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
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.talks.catalogue.command.CatalogueCommand;
import org.talks.catalogue.command.Refused;
import org.talks.catalogue.conference.ConferenceCommand;
import org.talks.catalogue.conference.ConferenceContent;
import org.talks.catalogue.conference.ConferenceId;
import org.talks.catalogue.eventstore.CommandContext;
import org.talks.catalogue.eventstore.CommandContext.Origin;
import org.talks.catalogue.eventstore.Commands;
import org.talks.catalogue.eventstore.EventLog;
import org.talks.catalogue.eventstore.RecordedEvent;
import org.talks.catalogue.eventstore.SourceRegistry;
import org.talks.catalogue.importing.ImportProgress.Fate;
import org.talks.catalogue.importing.format.ConferenceDraft;
import org.talks.catalogue.importing.format.DraftSink;
import org.talks.catalogue.importing.format.Rejection;
import org.talks.catalogue.importing.format.TalkDraft;
import org.talks.catalogue.importing.format.TranscriptDraft;
import org.talks.catalogue.series.SeriesCommand.RegisterSeries;
import org.talks.catalogue.series.SeriesId;
import org.talks.catalogue.speaker.SpeakerCommand.LinkSpeakerToSource;
import org.talks.catalogue.speaker.SpeakerCommand.RegisterSpeaker;
import org.talks.catalogue.speaker.SpeakerId;
import org.talks.catalogue.talk.TalkCommand;
import org.talks.catalogue.talk.TalkCommand.AddTalk;
import org.talks.catalogue.talk.TalkCommand.SuppressTalk;
import org.talks.catalogue.talk.TalkContent;
import org.talks.catalogue.talk.TalkId;
import org.talks.events.ConferenceDetails;
import org.talks.events.ConferenceEvent;
import org.talks.events.Credit;
import org.talks.events.SourceKey;
import org.talks.events.SpeakerDetails;
import org.talks.events.TalkEvent;

/// Takes drafts, plans each against the catalogue and carries the commands out in batches. For one run and one
/// thread.
///
/// Drafts are gathered and planned together, so that what is asked of the registries is asked of one moment and
/// an unchanged delivery costs one look-up: its digest was recorded with the events it led to.
final class Importer implements DraftSink {

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

    /// A command with what to say where, should it be refused.
    private record Step(CatalogueCommand command, Origin origin, String place) {}

    private final Commands commands;
    private final SourceRegistry sources;
    private final EventLog log;
    private final String importId;
    private final String actor;
    private final @Nullable String zone;
    private final boolean dryRun;
    private final Function<TranscriptDraft, TranscriptPlacing.Placed> transcripts;
    private final ImportProgress progress;

    private final List<Item> gathered = new ArrayList<>(GATHERED);
    private final Map<SourceKey, String> conferences = new HashMap<>();
    private final Map<SourceKey, String> talks = new HashMap<>();
    private final Map<SourceKey, String> speakers = new HashMap<>();
    private final Map<String, Set<String>> speakersByName = new HashMap<>();
    private final Map<String, String> series = new HashMap<>();
    private final List<Step> steps = new ArrayList<>();
    private final MessageDigest sha256;

    Importer(
            Commands commands,
            SourceRegistry sources,
            EventLog log,
            String importId,
            String actor,
            @Nullable String zone,
            boolean dryRun,
            Function<TranscriptDraft, TranscriptPlacing.Placed> transcripts,
            ImportProgress progress) {
        this.commands = commands;
        this.sources = sources;
        this.log = log;
        this.importId = importId;
        this.actor = actor;
        this.zone = zone;
        this.dryRun = dryRun;
        this.transcripts = transcripts;
        this.progress = progress;
        try {
            this.sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
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

    /// Placed at once: it belongs to a talk that the catalogue shows already.
    @Override
    public void transcript(TranscriptDraft transcript) {
        switch (transcripts.apply(transcript)) {
            case TranscriptPlacing.Found(var command) ->
                add(command, new Origin(importId, TRANSCRIPT_SOURCE, null), transcript.place());
            case TranscriptPlacing.NotFound(var why) -> progress.rejected(why);
        }
        // Transcripts are large; they are not kept until there are many.
        carryOut();
    }

    @Override
    public void rejected(Rejection rejection) {
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
    public void progressed(String place) {
        progress.place();
    }

    /// Plans and carries out what is still gathered; to be called once at the end.
    void finish() {
        planGathered();
        carryOut();
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
                    case ConferenceItem(var draft) -> plan(draft, answers);
                    case TalkItem(var draft) -> plan(draft, answers);
                    case HiddenItem hidden -> plan(hidden, answers);
                }
            }
            return true;
        });
        gathered.clear();
        if (steps.size() >= Commands.BATCH_MAX) {
            carryOut();
        }
    }

    private void carryOut() {
        for (int from = 0; from < steps.size(); from += Commands.BATCH_MAX) {
            carryOut(steps.subList(from, Math.min(steps.size(), from + Commands.BATCH_MAX)));
        }
        steps.clear();
    }

    private void carryOut(List<Step> batch) {
        if (dryRun) {
            return;
        }
        var envelopes = batch.stream()
                .map(step -> new Commands.Envelope(
                        step.command(), new CommandContext(actor, importId, null, null, step.origin())))
                .toList();
        var outcomes = commands.sendAll(envelopes);
        for (int i = 0; i < outcomes.size(); i++) {
            var receipt = outcomes.get(i).receipt();
            var refusal = outcomes.get(i).refusal();
            if (receipt != null) {
                progress.recorded(receipt.events(), receipt.position());
            } else if (refusal != null) {
                progress.rejected(rejection(batch.get(i), refusal));
            }
        }
    }

    private static Rejection rejection(Step step, Refused refusal) {
        var fields = refusal.fields().stream()
                .map(f -> f.field() + ": " + f.message())
                .collect(Collectors.joining(" "));
        return new Rejection(
                step.place(),
                step.command().getClass().getSimpleName(),
                fields.isEmpty() ? String.valueOf(refusal.getMessage()) : fields,
                "Mend the record in the source and import it again.");
    }

    private void plan(ConferenceDraft draft, SourceRegistry.Answers answers) {
        var key = new SourceKey(draft.source(), draft.key());
        var origin = origin(draft.source(), draft.toString());
        var stream = answers.streamOf("conference", key);
        if (stream == null) {
            var known = conferences.get(key);
            if (known != null) {
                return;
            }
            var id = newId();
            conferences.put(key, id);
            var details = ConferencePlan.details(withZone(draft), series(draft, origin, answers));
            add(new ConferenceCommand.RegisterConference(new ConferenceId(id), details, key), origin, draft.place());
            progress.conference(Fate.ADDED);
            return;
        }
        var id = id(stream);
        conferences.put(key, id);
        if (java.util.Objects.equals(answers.delivered("conference", key), origin.delivered())) {
            progress.conference(Fate.UNCHANGED);
            return;
        }
        var history = log.stream(stream, Long.MAX_VALUE);
        var current = foldConference(history, null);
        var base = foldConference(history, draft.source());
        var delivered = ConferencePlan.details(withZone(draft), series(draft, origin, answers));
        if (current == null || current.removed()) {
            progress.kept();
            return;
        }
        var planned = ConferencePlan.update(delivered, details(base), current.details());
        if (planned.kept()) {
            progress.kept();
        }
        if (planned.details().equals(current.details())) {
            progress.conference(Fate.UNCHANGED);
        } else {
            add(
                    new ConferenceCommand.CorrectConferenceDetails(new ConferenceId(id), planned.details()),
                    origin,
                    draft.place());
            progress.conference(Fate.CHANGED);
        }
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

    private @Nullable String series(ConferenceDraft draft, Origin origin, SourceRegistry.Answers answers) {
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
                return null;
            }
            series.put(folded, id(stream));
            return id(stream);
        }
        var id = newId();
        series.put(folded, id);
        add(new RegisterSeries(new SeriesId(id), name, null, key), origin, draft.place());
        return id;
    }

    private void plan(TalkDraft draft, SourceRegistry.Answers answers) {
        var key = new SourceKey(draft.source(), draft.key());
        var stream = answers.streamOf("talk", key);
        var origin = origin(draft.source(), withoutPlace(draft));
        if (stream != null && java.util.Objects.equals(answers.delivered("talk", key), origin.delivered())) {
            progress.talk(Fate.UNCHANGED);
            return;
        }
        var conferenceId = conferences.get(new SourceKey(draft.source(), draft.conferenceKey()));
        if (conferenceId == null) {
            progress.rejected(new Rejection(
                    draft.place(),
                    draft.conferenceKey(),
                    "The talk belongs to a conference that the source does not describe.",
                    "Import the file that holds the conference, too."));
            return;
        }
        var credits = credits(draft, origin, answers);
        if (stream == null) {
            if (talks.containsKey(key)) {
                progress.rejected(new Rejection(
                        draft.place(),
                        draft.key(),
                        "Another talk of this source has the same key.",
                        "Give each talk a key of its own; the first one was taken."));
                return;
            }
            var id = newId();
            talks.put(key, id);
            add(
                    new AddTalk(new TalkId(id), TalkPlan.details(draft, conferenceId, credits), key),
                    origin,
                    draft.place());
            if (draft.cancelled()) {
                add(new TalkCommand.CancelTalk(new TalkId(id), null), origin, draft.place());
            }
            progress.talk(Fate.ADDED);
            return;
        }
        update(draft, stream, conferenceId, credits, origin);
    }

    private void update(TalkDraft draft, String stream, String conferenceId, List<Credit> credits, Origin origin) {
        var history = log.stream(stream, Long.MAX_VALUE);
        var current = foldTalk(history, null);
        if (current == null || current.withdrawn() || current.suppressed()) {
            // Taken out by a person: it stays so, however often the source delivers it.
            progress.kept();
            progress.talk(Fate.UNCHANGED);
            return;
        }
        var planned = TalkPlan.update(draft, conferenceId, credits, foldTalk(history, draft.source()), current);
        planned.commands().forEach(command -> add(command, origin, draft.place()));
        if (planned.kept()) {
            progress.kept();
            progress.warned(new Rejection(
                    draft.place(),
                    draft.title(),
                    "A person changed the same fields since the last import; the person's version was kept.",
                    "Open the talk to compare."));
        }
        progress.talk(planned.commands().isEmpty() ? Fate.UNCHANGED : Fate.CHANGED);
    }

    private void plan(HiddenItem hidden, SourceRegistry.Answers answers) {
        var key = new SourceKey(hidden.source(), hidden.key());
        var stream = answers.streamOf("talk", key);
        var known = talks.get(key);
        var id = stream == null ? known : id(stream);
        if (id == null) {
            return;
        }
        progress.hidden();
        if (stream != null) {
            var base = foldTalk(log.stream(stream, Long.MAX_VALUE), hidden.source());
            if (base != null && base.suppressed()) {
                // Done once; should a person have released it since, that stands.
                return;
            }
        }
        add(
                new SuppressTalk(new TalkId(id), hidden.reason()),
                new Origin(importId, hidden.source(), null),
                hidden.key());
    }

    private List<Credit> credits(TalkDraft draft, Origin origin, SourceRegistry.Answers answers) {
        var credits = new LinkedHashMap<String, Credit>();
        for (var speaker : draft.speakers()) {
            var id = speaker(draft, speaker, origin, answers);
            credits.putIfAbsent(id, new Credit(id, speaker.role()));
        }
        return List.copyOf(credits.values());
    }

    /// The speaker's own key first; then the one speaker who goes by exactly this name; else a new one.
    private String speaker(
            TalkDraft draft, TalkDraft.SpeakerDraft speaker, Origin origin, SourceRegistry.Answers answers) {
        var folded = SourceRegistry.foldedName(speaker.name());
        var key = new SourceKey(draft.source(), speaker.key() != null ? speaker.key() : "name:" + folded);
        var known = speakers.get(key);
        if (known != null) {
            return known;
        }
        var stream = answers.streamOf("speaker", key);
        if (stream != null) {
            speakers.put(key, id(stream));
            return id(stream);
        }
        var speakerOrigin = new Origin(origin.importId(), origin.source(), null);
        var namesakes = new HashSet<>(speakersByName.getOrDefault(folded, Set.of()));
        answers.speakersNamed(speaker.name()).stream()
                .filter(id -> answers.exists("speaker:" + id))
                .forEach(namesakes::add);
        if (namesakes.size() == 1) {
            var id = namesakes.iterator().next();
            speakers.put(key, id);
            add(new LinkSpeakerToSource(new SpeakerId(id), key), speakerOrigin, draft.place());
            return id;
        }
        if (namesakes.size() > 1) {
            progress.warned(new Rejection(
                    draft.place(),
                    speaker.name(),
                    "Several speakers go by this name, so a new one was recorded.",
                    "Merge the new speaker into the right one, if it is one of them."));
        }
        var id = newId();
        speakers.put(key, id);
        speakersByName.computeIfAbsent(folded, n -> new HashSet<>()).add(id);
        add(
                new RegisterSpeaker(
                        new SpeakerId(id),
                        speaker.name(),
                        List.of(),
                        new SpeakerDetails(speaker.bio(), speaker.affiliation(), speaker.links()),
                        key),
                speakerOrigin,
                draft.place());
        progress.speakerAdded();
        return id;
    }

    private void add(CatalogueCommand command, Origin origin, String place) {
        steps.add(new Step(command, origin, place));
    }

    private Origin origin(String source, String delivered) {
        return new Origin(
                importId, source, HexFormat.of().formatHex(sha256.digest(delivered.getBytes(StandardCharsets.UTF_8))));
    }

    /// The same record in another file is the same delivery.
    private static String withoutPlace(TalkDraft draft) {
        var text = draft.toString();
        return text.substring(0, text.length() - draft.place().length() - 1);
    }

    private static @Nullable ConferenceDetails details(@Nullable ConferenceContent content) {
        return content == null ? null : content.details();
    }

    private static @Nullable TalkContent foldTalk(List<RecordedEvent> history, @Nullable String onlySource) {
        @Nullable TalkContent content = null;
        for (var recorded : history) {
            if (onlySource == null || onlySource.equals(recorded.metadata().source())) {
                content = TalkContent.after(content, (TalkEvent) recorded.event());
            }
        }
        return content;
    }

    private static @Nullable ConferenceContent foldConference(
            List<RecordedEvent> history, @Nullable String onlySource) {
        @Nullable ConferenceContent content = null;
        for (var recorded : history) {
            if (onlySource == null || onlySource.equals(recorded.metadata().source())) {
                content = ConferenceContent.after(content, (ConferenceEvent) recorded.event());
            }
        }
        return content;
    }

    private static String id(String stream) {
        return stream.substring(stream.indexOf(':') + 1);
    }

    private static String newId() {
        return IDS.generate().toString();
    }
}
