package org.talks.catalogue.importing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.talks.catalogue.command.CatalogueCommand;
import org.talks.catalogue.command.Decider;
import org.talks.catalogue.command.Lookup;
import org.talks.catalogue.command.Refused;
import org.talks.catalogue.eventstore.Deciders;
import org.talks.catalogue.eventstore.EventLog;
import org.talks.catalogue.eventstore.SourceRegistry;
import org.talks.events.CatalogueEvent;
import org.talks.events.ConferenceEvent;
import org.talks.events.SeriesEvent;
import org.talks.events.SourceKey;
import org.talks.events.SpeakerEvent;
import org.talks.events.TalkEvent;

/// Decides commands as the log would decide them now, one after another, and records nothing: the events that a
/// plan will lead to, and the commands that will be refused.
final class Prediction {

    /// What becomes of a command.
    record Foreseen(
            Step step,
            List<CatalogueEvent> events,
            @Nullable Refused refusal) {}

    private final Deciders deciders;
    private final EventLog log;
    private final SourceRegistry sources;

    Prediction(Deciders deciders, EventLog log, SourceRegistry sources) {
        this.deciders = deciders;
        this.log = log;
        this.sources = sources;
    }

    /// All of one moment.
    List<Foreseen> of(List<Step> steps) {
        return sources.ask(answers -> {
            var world = new World(answers.lookup());
            var foreseen = new ArrayList<Foreseen>(steps.size());
            for (var step : steps) {
                foreseen.add(foresee(step, world));
            }
            return foreseen;
        });
    }

    private Foreseen foresee(Step step, World world) {
        var stream = step.command().stream();
        var decider = decider(stream);
        if (!world.contents.containsKey(stream)) {
            world.contents.put(stream, fold(decider, stream));
        }
        try {
            var content = world.contents.get(stream);
            var events = decider.decide(step.command(), content, world);
            for (var event : events) {
                content = decider.evolve(content, event);
                world.record(event);
            }
            world.contents.put(stream, content);
            return new Foreseen(step, events, null);
        } catch (Refused refusal) {
            return new Foreseen(step, List.of(), refusal);
        }
    }

    Decider<CatalogueCommand, CatalogueEvent, Object> decider(String stream) {
        return deciders.of(stream);
    }

    private @Nullable Object fold(Decider<CatalogueCommand, CatalogueEvent, Object> decider, String stream) {
        @Nullable Object content = null;
        for (var recorded : log.stream(stream, Long.MAX_VALUE)) {
            content = decider.evolve(content, recorded.event());
        }
        return content;
    }

    /// The registries as they will be.
    private static final class World implements Lookup {

        private final Lookup now;
        private final Map<String, @Nullable Object> contents = new HashMap<>();
        private final Map<String, Boolean> present = new HashMap<>();
        private final Map<String, Map<SourceKey, String>> keys = new HashMap<>();

        World(Lookup now) {
            this.now = now;
        }

        @Override
        public boolean exists(String stream) {
            var known = present.get(stream);
            return known != null ? known : now.exists(stream);
        }

        @Override
        public @Nullable String streamOf(String kind, SourceKey key) {
            var known = keys.getOrDefault(kind, Map.of()).get(key);
            var owner = known != null ? known : now.streamOf(kind, key);
            return owner != null && exists(owner) ? owner : null;
        }

        /// No plan merges anybody.
        @Override
        public String canonicalSpeaker(String speakerId) {
            return now.canonicalSpeaker(speakerId);
        }

        void record(CatalogueEvent event) {
            var stream = event.stream();
            switch (event) {
                case TalkEvent.TalkAdded e -> added("talk", e.source(), stream);
                case TalkEvent.TalkLinkedToSource e -> link("talk", e.source(), stream);
                case TalkEvent.TalkWithdrawn _ -> present.put(stream, false);
                case TalkEvent.TalkRestored _ -> present.put(stream, true);
                case ConferenceEvent.ConferenceRegistered e -> added("conference", e.source(), stream);
                case ConferenceEvent.ConferenceLinkedToSource e -> link("conference", e.source(), stream);
                case ConferenceEvent.ConferenceRemoved _ -> present.put(stream, false);
                case ConferenceEvent.ConferenceRestored _ -> present.put(stream, true);
                case SeriesEvent.SeriesRegistered e -> added("series", e.source(), stream);
                case SeriesEvent.SeriesRemoved _ -> present.put(stream, false);
                case SeriesEvent.SeriesRestored _ -> present.put(stream, true);
                case SpeakerEvent.SpeakerRegistered e -> added("speaker", e.source(), stream);
                case SpeakerEvent.SpeakerLinkedToSource e -> link("speaker", e.source(), stream);
                case SpeakerEvent.SpeakerRemoved _ -> present.put(stream, false);
                case SpeakerEvent.SpeakerRestored _ -> present.put(stream, true);
                default -> {
                    // Changes nothing that another command asks for.
                }
            }
        }

        private void added(String kind, @Nullable SourceKey key, String stream) {
            present.put(stream, true);
            if (key != null) {
                link(kind, key, stream);
            }
        }

        private void link(String kind, SourceKey key, String stream) {
            keys.computeIfAbsent(kind, k -> new HashMap<>()).put(key, stream);
        }
    }
}
