package org.talks.catalogue.importing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.talks.catalogue.command.CatalogueCommand;
import org.talks.catalogue.command.Decider;
import org.talks.catalogue.command.Refused;
import org.talks.catalogue.conference.ConferenceContent;
import org.talks.catalogue.conference.Conferences;
import org.talks.catalogue.eventstore.EventLog;
import org.talks.catalogue.eventstore.RecordedEvent;
import org.talks.catalogue.eventstore.SourceRegistry;
import org.talks.catalogue.importing.ImportProgress.Fate;
import org.talks.catalogue.importing.PlanEntry.By;
import org.talks.catalogue.importing.PlanEntry.Change;
import org.talks.catalogue.importing.PlanEntry.Kind;
import org.talks.catalogue.series.SeriesContent;
import org.talks.catalogue.speaker.SpeakerContent;
import org.talks.catalogue.speaker.Speakers;
import org.talks.catalogue.talk.TalkContent;
import org.talks.catalogue.talk.TalkLists;
import org.talks.events.CatalogueEvent;
import org.talks.events.ConferenceEvent;
import org.talks.events.SeriesEvent;
import org.talks.events.SourceKey;
import org.talks.events.SpeakerEvent;
import org.talks.events.TalkEvent;

/// Plans how an import is taken back: the inverse of each of its events, latest first, as long as the part is
/// still just as the event left it. What somebody built on stays and is named; so do a conference and a speaker
/// that a talk still needs. The views must show the whole log. For one run.
final class ImportUndo {

    /// Recorded with what is taken back, so that the same delivery is looked at again.
    private static final String UNDONE = "undone";

    private final EventLog log;
    private final SourceRegistry sources;
    private final Prediction prediction;
    private final TalkLists talks;
    private final Conferences conferences;
    private final Speakers speakers;
    private final Neighbours neighbours;
    private final Drafted drafted;
    private final ImportProgress progress;

    private final Map<String, Object> becoming = new HashMap<>();

    ImportUndo(
            EventLog log,
            SourceRegistry sources,
            Prediction prediction,
            TalkLists talks,
            Conferences conferences,
            Speakers speakers,
            Drafted drafted,
            ImportProgress progress) {
        this.log = log;
        this.sources = sources;
        this.prediction = prediction;
        this.talks = talks;
        this.conferences = conferences;
        this.speakers = speakers;
        this.neighbours = new Neighbours(talks, conferences, speakers);
        this.drafted = drafted;
        this.progress = progress;
    }

    /// @param after position after which the import's events begin
    /// @param upTo position of the last one
    void plan(String importId, long after, long upTo) {
        var byStream = new LinkedHashMap<String, List<RecordedEvent>>();
        log.scan(after, upTo, raw -> {
            var recorded = raw.decode();
            if (importId.equals(recorded.metadata().importId())) {
                byStream.computeIfAbsent(recorded.stream(), s -> new ArrayList<>())
                        .add(recorded);
            }
        });
        new ArrayList<>(byStream.entrySet())
                .reversed()
                .forEach(entry -> takeBack(importId, entry.getKey(), entry.getValue()));
    }

    private void takeBack(String importId, String stream, List<RecordedEvent> own) {
        var decider = prediction.decider(stream);
        var history = log.stream(stream, Long.MAX_VALUE);
        var before = new HashMap<Long, @Nullable Object>();
        @Nullable Object content = null;
        for (var recorded : history) {
            before.put(recorded.position(), content);
            content = decider.evolve(content, recorded.event());
        }
        var now = Objects.requireNonNull(content);
        var then = now;
        var parts = new LinkedHashSet<String>();
        var refused = new LinkedHashMap<RecordedEvent, String>();
        for (var event : own.reversed()) {
            var reason = whyKept(event, then, decider);
            if (reason != null) {
                kept(importId, event, history, now, before.get(event.position()), reason);
                continue;
            }
            try {
                then = inverse(event, before.get(event.position()), then, history.size(), decider);
                parts.add(event.event().part());
            } catch (Refused refusal) {
                refused.put(event, String.valueOf(refusal.getMessage()));
            }
        }
        becoming.put(stream, then);
        if (!out(then)) {
            // Of what leaves, nobody sees what could not be put back as it was, such as speakers who have left, too.
            refused.forEach(
                    (event, reason) -> kept(importId, event, history, now, before.get(event.position()), reason));
        }
        tell(stream, now, then, parts);
    }

    private Object inverse(
            RecordedEvent event,
            @Nullable Object before,
            Object then,
            long version,
            Decider<CatalogueCommand, CatalogueEvent, Object> decider) {
        var state = then;
        for (var command : decider.undo(event.event(), before)) {
            var current = state;
            var events = sources.ask(answers -> decider.decide(command, current, new Leaving(answers.lookup())));
            for (var e : events) {
                state = decider.evolve(state, e);
            }
            drafted.step(new Step(
                    command,
                    version,
                    Objects.requireNonNullElse(event.metadata().source(), ""),
                    UNDONE,
                    name(state)));
        }
        return state;
    }

    /// A key is free as soon as the thing that has it is on its way out.
    private final class Leaving implements org.talks.catalogue.command.Lookup {
        private final org.talks.catalogue.command.Lookup now;

        Leaving(org.talks.catalogue.command.Lookup now) {
            this.now = now;
        }

        @Override
        public boolean exists(String stream) {
            var planned = becoming.get(stream);
            return planned == null ? now.exists(stream) : !out(planned);
        }

        @Override
        public @Nullable String streamOf(String kind, SourceKey key) {
            var owner = now.streamOf(kind, key);
            return owner != null && exists(owner) ? owner : null;
        }

        @Override
        public String canonicalSpeaker(String speakerId) {
            return now.canonicalSpeaker(speakerId);
        }
    }

    /// Null when nothing stands against taking it back.
    private @Nullable String whyKept(
            RecordedEvent event, Object then, Decider<CatalogueCommand, CatalogueEvent, Object> decider) {
        if (!decider.evolve(then, event.event()).equals(then)) {
            return "It was changed since.";
        }
        return switch (event.event()) {
            case ConferenceEvent.ConferenceRegistered e -> conferenceInUse(e.conferenceId());
            case ConferenceEvent.ConferenceRestored e -> conferenceInUse(e.conferenceId());
            case SpeakerEvent.SpeakerRegistered e -> speakerInUse(e.speakerId());
            case SpeakerEvent.SpeakerRestored e -> speakerInUse(e.speakerId());
            case SeriesEvent.SeriesRegistered e -> seriesInUse(e.seriesId());
            case SeriesEvent.SeriesRestored e -> seriesInUse(e.seriesId());
            default -> null;
        };
    }

    private @Nullable String conferenceInUse(String id) {
        var staying = talks.ofConference(id).stream()
                .filter(talk -> !(becoming.get("talk:" + talk.id()) instanceof TalkContent t
                        && (out(t) || !t.conferenceId().equals(id))))
                .count();
        return staying == 0 ? null : count(staying, "talk stays in it.", "talks stay in it.");
    }

    private @Nullable String speakerInUse(String id) {
        if (speakers.withMerged(id).size() > 1) {
            return "Somebody was merged into this speaker.";
        }
        var staying = talks.ofSpeakers(Set.of(id)).stream()
                .filter(talk -> !(becoming.get("talk:" + talk.id()) instanceof TalkContent t
                        && (out(t)
                                || t.speakers().stream()
                                        .noneMatch(c -> c.speakerId().equals(id)))))
                .count();
        return staying == 0 ? null : count(staying, "talk of theirs stays.", "talks of theirs stay.");
    }

    private @Nullable String seriesInUse(String id) {
        var staying = conferences.all().stream()
                .filter(conference -> id.equals(conference.seriesId()))
                .filter(conference -> !(becoming.get("conference:" + conference.id()) instanceof ConferenceContent c
                        && (out(c) || !id.equals(c.details().seriesId()))))
                .count();
        return staying == 0 ? null : count(staying, "conference stays in it.", "conferences stay in it.");
    }

    private static String count(long number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }

    private void kept(
            String importId,
            RecordedEvent event,
            List<RecordedEvent> history,
            Object now,
            @Nullable Object before,
            String reason) {
        progress.kept();
        var parts = new LinkedHashSet<String>();
        @Nullable By by = null;
        for (var later : history) {
            if (later.position() > event.position()
                    && !importId.equals(later.metadata().importId())
                    && (event.event().part().equals("existence")
                            || event.event().part().equals(later.event().part()))) {
                parts.add(later.event().part());
                by = new By(later.metadata().actor(), later.metadata().source());
            }
        }
        drafted.entry(
                Kind.CONFLICT,
                thing(history.getFirst().stream()),
                Streams.id(history.getFirst().stream()),
                name(now),
                now instanceof TalkContent talk
                        ? parts.stream()
                                .map(part -> Wording.change(
                                        part,
                                        talk,
                                        event.event() instanceof TalkEvent.TalkAdded added
                                                ? TalkContent.after(null, added)
                                                : (TalkContent) before,
                                        neighbours::nameOf))
                                .toList()
                        : List.of(),
                "",
                reason,
                by,
                null);
    }

    private void tell(String stream, Object now, Object then, Set<String> parts) {
        if (parts.isEmpty()) {
            return;
        }
        var thing = thing(stream);
        var id = Streams.id(stream);
        if (out(then) && !out(now)) {
            if (now instanceof TalkContent) {
                progress.gone(1);
            }
            if (!(now instanceof SpeakerContent)) {
                drafted.entry(Kind.GONE, thing, id, name(now), List.of(), "", "", null, null);
            }
        } else if (out(now) && !out(then)) {
            if (then instanceof TalkContent) {
                progress.talk(Fate.ADDED);
            } else if (then instanceof ConferenceContent) {
                progress.conference(Fate.ADDED);
            } else if (then instanceof SpeakerContent) {
                progress.speakerAdded();
            }
            if (!(now instanceof SpeakerContent)) {
                drafted.entry(Kind.NEW, thing, id, name(then), List.of(), "", "", null, null);
            }
        } else if (now instanceof TalkContent was && then instanceof TalkContent is) {
            progress.talk(Fate.CHANGED);
            drafted.entry(
                    Kind.CHANGED,
                    thing,
                    id,
                    name(is),
                    parts.stream()
                            .map(part -> Wording.change(part, was, is, neighbours::nameOf))
                            .toList(),
                    "");
        } else if (now instanceof ConferenceContent was && then instanceof ConferenceContent is) {
            progress.conference(Fate.CHANGED);
            List<Change> changes = Wording.changes(was.details(), is.details());
            drafted.entry(Kind.CHANGED, thing, id, name(is), changes, "");
        }
    }

    private static String thing(String stream) {
        return stream.substring(0, stream.indexOf(':'));
    }

    private static boolean out(Object content) {
        return switch (content) {
            case TalkContent talk -> !talk.visible();
            case ConferenceContent conference -> conference.removed();
            case SpeakerContent speaker -> speaker.removed();
            case SeriesContent series -> series.removed();
            default -> false;
        };
    }

    private static String name(Object content) {
        return switch (content) {
            case TalkContent talk -> talk.title();
            case ConferenceContent conference -> conference.name();
            case SpeakerContent speaker -> speaker.name();
            case SeriesContent series -> series.name();
            default -> "";
        };
    }
}
