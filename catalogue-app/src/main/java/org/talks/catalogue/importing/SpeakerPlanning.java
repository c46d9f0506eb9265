package org.talks.catalogue.importing;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.talks.catalogue.eventstore.EventLog;
import org.talks.catalogue.eventstore.SourceRegistry;
import org.talks.catalogue.importing.format.Rejection;
import org.talks.catalogue.importing.format.TalkDraft;
import org.talks.catalogue.speaker.SpeakerCommand.LinkSpeakerToSource;
import org.talks.catalogue.speaker.SpeakerCommand.RegisterSpeaker;
import org.talks.catalogue.speaker.SpeakerCommand.RestoreSpeaker;
import org.talks.catalogue.speaker.SpeakerId;
import org.talks.events.Credit;
import org.talks.events.SourceKey;
import org.talks.events.SpeakerDetails;

/// Finds out who is meant by the speakers of drafts: the source's own key first, then the one speaker who goes by
/// exactly this name, else somebody new. Never merges anybody. For one import.
final class SpeakerPlanning {

    /// Before the names of those to whom a source gives no key.
    private static final String BY_NAME = "name:";

    private final EventLog log;
    private final Drafted drafted;
    private final ImportProgress progress;
    private final Map<SourceKey, String> known = new HashMap<>();
    private final Set<SourceKey> removed = new HashSet<>();
    private final Set<String> back = new HashSet<>();
    private final Map<String, Set<String>> keyed = new HashMap<>();
    private final Map<String, Set<String>> newByName = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();

    SpeakerPlanning(EventLog log, Drafted drafted, ImportProgress progress) {
        this.log = log;
        this.drafted = drafted;
        this.progress = progress;
    }

    /// Names of speakers that this import was told, by their ids.
    @Nullable
    String nameOf(String speakerId) {
        return names.get(speakerId);
    }

    /// In billing order, each once; without those whom a person removed.
    List<Credit> credits(TalkDraft draft, SourceRegistry.Answers answers) {
        var credits = new LinkedHashMap<String, Credit>();
        for (var speaker : draft.speakers()) {
            var id = find(draft, speaker, answers);
            if (id != null) {
                names.putIfAbsent(id, speaker.name());
                credits.putIfAbsent(id, new Credit(id, speaker.role()));
            }
        }
        return List.copyOf(credits.values());
    }

    /// Plans that speakers come back with their talk, when an import took them out with it.
    void bringBack(List<Credit> credits, TalkDraft draft, SourceRegistry.Answers answers) {
        for (var credit : credits) {
            var id = credit.speakerId();
            var stream = "speaker:" + id;
            if (!names.containsKey(id)
                    && !answers.exists(stream)
                    && Folds.takenOutByImport(log.stream(stream, Long.MAX_VALUE))
                    && back.add(id)) {
                step(new RestoreSpeaker(new SpeakerId(id)), draft);
            }
        }
    }

    private @Nullable String find(TalkDraft draft, TalkDraft.SpeakerDraft speaker, SourceRegistry.Answers answers) {
        var folded = SourceRegistry.foldedName(speaker.name());
        var key = new SourceKey(draft.source(), speaker.key() != null ? speaker.key() : BY_NAME + folded);
        var already = known.get(key);
        if (already != null || removed.contains(key)) {
            return already;
        }
        var stream = answers.streamOf("speaker", key);
        if (stream != null) {
            return recorded(draft, speaker, key, stream, answers);
        }
        var namesakes = new HashSet<>(newByName.getOrDefault(folded, Set.of()));
        answers.speakersNamed(speaker.name()).stream()
                .filter(id -> answers.exists("speaker:" + id))
                .forEach(namesakes::add);
        var toldApart = speaker.key() != null && namesakes.removeAll(keyed(draft.source(), answers));
        if (namesakes.size() == 1 && !toldApart) {
            var id = namesakes.iterator().next();
            know(speaker, key, id, answers);
            step(new LinkSpeakerToSource(new SpeakerId(id), key), draft);
            return id;
        }
        if (!namesakes.isEmpty() || toldApart) {
            progress.warned(new Rejection(
                    draft.place(),
                    speaker.name(),
                    toldApart
                            ? "The source has another person of this name, so a new speaker is recorded."
                            : "Several speakers go by this name, so a new one is recorded.",
                    "Merge the new speaker into the right one, if it is one of them."));
        }
        var id = Streams.newId();
        know(speaker, key, id, answers);
        newByName.computeIfAbsent(folded, n -> new HashSet<>()).add(id);
        step(
                new RegisterSpeaker(
                        new SpeakerId(id),
                        speaker.name(),
                        List.of(),
                        new SpeakerDetails(speaker.bio(), speaker.affiliation(), speaker.links()),
                        key),
                draft);
        progress.speakerAdded();
        return id;
    }

    private @Nullable String recorded(
            TalkDraft draft,
            TalkDraft.SpeakerDraft speaker,
            SourceKey key,
            String stream,
            SourceRegistry.Answers answers) {
        var id = Streams.id(stream);
        if (!answers.exists(stream)) {
            if (!Folds.takenOutByImport(log.stream(stream, Long.MAX_VALUE))) {
                removed.add(key);
                progress.warned(new Rejection(
                        draft.place(),
                        speaker.name(),
                        "A person removed this speaker, so the talk is recorded without them.",
                        "Restore the speaker, if that was a mistake."));
                return null;
            }
            if (back.add(id)) {
                step(new RestoreSpeaker(new SpeakerId(id)), draft);
            }
        }
        know(speaker, key, id, answers);
        return id;
    }

    private void know(TalkDraft.SpeakerDraft speaker, SourceKey key, String id, SourceRegistry.Answers answers) {
        known.put(key, id);
        if (speaker.key() != null) {
            keyed(key.source(), answers).add(id);
        }
    }

    /// Speakers to whom a source has given keys of its own: whoever has another key is another person to it.
    private Set<String> keyed(String source, SourceRegistry.Answers answers) {
        return keyed.computeIfAbsent(
                source,
                s -> answers.keys("speaker", s).entrySet().stream()
                        .filter(entry -> !entry.getKey().startsWith(BY_NAME))
                        .map(entry -> Streams.id(entry.getValue()))
                        .collect(Collectors.toCollection(HashSet::new)));
    }

    /// Of a speaker nothing was delivered that would be recognised again by its digest.
    private void step(org.talks.catalogue.speaker.SpeakerCommand command, TalkDraft draft) {
        drafted.step(new Step(command, null, draft.source(), null, draft.place()));
    }
}
