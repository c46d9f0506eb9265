package org.talks.catalogue.importing;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.talks.catalogue.conference.Conferences;
import org.talks.catalogue.eventstore.Deciders;
import org.talks.catalogue.eventstore.EventLog;
import org.talks.catalogue.eventstore.SourceRegistry;
import org.talks.catalogue.importing.ImportReport.Absence;
import org.talks.catalogue.importing.format.SourceFile;
import org.talks.catalogue.importing.format.UnreadableSourceException;
import org.talks.catalogue.replay.Views;
import org.talks.catalogue.speaker.Speakers;
import org.talks.catalogue.talk.TalkLists;

/// Makes plans: of what a source brings, and of how an import is taken back. Changes nothing but the kept bytes.
@Component
final class ImportPlanning {

    /// More than this share of a source's talks missing at once is rather a mistake in the source.
    private static final double GONE_SHARE_MAX = 0.2;

    /// How long the views may take to show what was just recorded.
    private static final Duration CATCH_UP = Duration.ofMinutes(10);

    private final Recognising recognising;
    private final RawFiles raw;
    private final SourceRegistry sources;
    private final EventLog log;
    private final Views views;
    private final TalkLists talks;
    private final Conferences conferences;
    private final Speakers speakers;
    private final TranscriptPlacing transcripts;
    private final Prediction prediction;

    ImportPlanning(
            Recognising recognising,
            RawFiles raw,
            SourceRegistry sources,
            EventLog log,
            Views views,
            TalkLists talks,
            Conferences conferences,
            Speakers speakers,
            TranscriptPlacing transcripts,
            Deciders deciders) {
        this.recognising = recognising;
        this.raw = raw;
        this.sources = sources;
        this.log = log;
        this.views = views;
        this.talks = talks;
        this.conferences = conferences;
        this.speakers = speakers;
        this.transcripts = transcripts;
        this.prediction = new Prediction(deciders, log, sources);
    }

    /// Reads a source and plans the difference.
    ///
    /// @param drafted takes what is to be done
    /// @throws UnreadableSourceException when the source is of no format or broke off; the plan then has what was
    ///     read before, and nothing counts as gone
    void plan(ImportRun run, SourceFile source, Drafted drafted) throws IOException, UnreadableSourceException {
        run.head = log.head();
        var file = source.path().filter(path -> !source.isTree() || !java.nio.file.Files.isDirectory(path));
        if (file.isPresent()) {
            run.hash = raw.keep(file.get());
        }
        var chosen = recognising.choose(source, run.options.format());
        run.format = chosen.format().id();
        run.why = chosen.why();
        var planner = new Planner(
                sources,
                log,
                new Neighbours(talks, conferences, speakers),
                run.options.zone(),
                draft -> {
                    awaitViews(run.head);
                    return transcripts.place(draft, run.options.talk());
                },
                drafted,
                run.progress);
        try {
            if (file.isPresent() || source.path().isEmpty()) {
                ReadingAhead.read(chosen.format(), source, planner);
            } else {
                try (var packing = raw.new Packing(source)) {
                    ReadingAhead.read(chosen.format(), packing, planner);
                    run.hash = packing.settle();
                }
            }
        } catch (UnreadableSourceException e) {
            planner.finish();
            run.absence = absence(planner, 0, "The source could not be read to its end.");
            settle(run, drafted);
            throw e;
        }
        planner.finish();
        var incomplete = planner.incomplete();
        awaitViews(run.head);
        var gone = new GonePlanning(sources, log, talks)
                .plan(
                        planner.delivered(),
                        incomplete == null,
                        incomplete == null ? "" : "It stays as it is: " + incomplete,
                        drafted);
        run.progress.gone(gone);
        run.absence = absence(planner, gone, incomplete);
        settle(run, drafted);
        if (gone > 0 && incomplete == null) {
            // What is gone was planned last, a command each.
            run.absence = new Absence(
                    run.absence.withoutZone(),
                    run.absence.known(),
                    drafted.steps().size() - Math.toIntExact(gone),
                    null,
                    run.absence.confirm());
        }
    }

    /// Plans how an import is taken back.
    void planUndo(ImportRun run, ImportReport undone, Drafted drafted) {
        run.head = log.head();
        awaitViews(run.head);
        new ImportUndo(log, sources, prediction, talks, conferences, speakers, drafted, run.progress)
                .plan(undone.id(), undone.steps().from(), undone.position());
        run.progress.planned(drafted.steps().size());
    }

    /// What the plan will record, of this moment.
    List<Prediction.Foreseen> foresee(List<Step> steps) {
        return prediction.of(steps);
    }

    private static Absence absence(Planner planner, long gone, @Nullable String incomplete) {
        var known = planner.delivered().knownTalks();
        return new Absence(
                planner.withoutZone(),
                known,
                Integer.MAX_VALUE,
                incomplete,
                incomplete == null && gone > GONE_SHARE_MAX * (known + gone));
    }

    /// For a person to see, what the rules refuse is found out now.
    private void settle(ImportRun run, Drafted drafted) {
        if (run.options.dryRun()) {
            var refused = new ArrayList<Step>();
            for (var foreseen : prediction.of(drafted.steps())) {
                var refusal = foreseen.refusal();
                if (refusal != null) {
                    refused.add(foreseen.step());
                    run.progress.refused(foreseen.step().command(), Applier.rejection(foreseen.step(), refusal));
                }
            }
            drafted.remove(refused);
        }
        run.progress.planned(drafted.steps().size());
    }

    private void awaitViews(long position) {
        try {
            if (!views.await(position, CATCH_UP)) {
                throw new IllegalStateException("The views do not catch up with the log. See the state of the views.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the views", e);
        }
    }
}
