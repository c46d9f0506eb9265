package org.talks.catalogue.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.talks.catalogue.eventstore.EventLog;
import org.talks.catalogue.eventstore.SourceRegistry;
import org.talks.catalogue.importing.ImportProgress.Fate;
import org.talks.catalogue.importing.PlanEntry.Kind;
import org.talks.catalogue.importing.format.ConferenceDraft;
import org.talks.catalogue.importing.format.DraftSink;
import org.talks.catalogue.importing.format.Rejection;
import org.talks.catalogue.importing.format.TalkDraft;
import org.talks.catalogue.importing.format.TranscriptDraft;

/// Takes drafts and plans each against the catalogue; changes nothing. For one import and one thread.
///
/// Drafts are gathered and planned together, so that what is asked of the registries is asked of one moment and
/// an unchanged delivery costs one look-up: its digest was recorded with the events it led to.
final class Planner implements DraftSink {

    /// Drafts planned together.
    private static final int GATHERED = 100;

    private static final String TRANSCRIPT_SOURCE = "transcript";

    private sealed interface Item {}

    private record ConferenceItem(ConferenceDraft draft) implements Item {}

    private record TalkItem(TalkDraft draft) implements Item {}

    private record HiddenItem(String source, String key, String reason) implements Item {}

    private final SourceRegistry sources;
    private final Function<TranscriptDraft, TranscriptPlacing.Placed> transcripts;
    private final ImportProgress progress;
    private final Drafted drafted;
    private final ConferencePlanning conferences;
    private final TalkPlanning talks;

    private final List<Item> gathered = new ArrayList<>(GATHERED);
    private final Delivered delivered = new Delivered();
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
        this.transcripts = transcripts;
        this.drafted = drafted;
        this.progress = progress;
        var digests = new Digests();
        this.conferences = new ConferencePlanning(log, neighbours, zone, digests, delivered, drafted, progress);
        this.talks = new TalkPlanning(log, neighbours, conferences, digests, delivered, drafted, progress);
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
        return conferences.zonesWanted();
    }

    /// Why absence from the source says nothing; null when the source told all it has.
    @Nullable
    String incomplete() {
        return incomplete;
    }

    Delivered delivered() {
        return delivered;
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
                    case ConferenceItem(var draft) -> conferences.plan(draft, answers);
                    case TalkItem(var draft) -> talks.plan(draft, answers);
                    case HiddenItem(var source, var key, var reason) -> talks.hide(source, key, reason, answers);
                }
            }
            return true;
        });
        gathered.clear();
    }
}
