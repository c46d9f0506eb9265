package org.talks.catalogue.asof;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;
import org.talks.catalogue.conference.ConferenceContent;
import org.talks.catalogue.conference.ListedConference;
import org.talks.catalogue.eventstore.RecordedEvent;
import org.talks.catalogue.projection.StreamState;
import org.talks.catalogue.series.SeriesContent;
import org.talks.catalogue.speaker.SpeakerContent;
import org.talks.catalogue.speaker.SpeakerName;
import org.talks.catalogue.speaker.SpeakerNames;
import org.talks.catalogue.talk.ListedTalk;
import org.talks.catalogue.talk.TalkContent;
import org.talks.catalogue.talk.TalkLists.TopicCount;
import org.talks.catalogue.transcript.TranscriptContent;
import org.talks.events.Resource;

/// Things as they were at one position of the log, folded from their streams, and what they name as of the same
/// position. What may be seen follows from the present, for the reader it was made for. For one request and one
/// thread; each stream is read once.
public final class Past implements SpeakerNames {

    /// Merges follow each other at most this far.
    private static final int MERGE_DEPTH = 32;

    private static final Comparator<ListedTalk> IN_PROGRAMME = Comparator.comparing(
                    ListedTalk::date, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(ListedTalk::localTime, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(ListedTalk::room, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(ListedTalk::title)
            .thenComparing(ListedTalk::id);

    private static final Comparator<ListedTalk> NEWEST_FIRST = Comparator.comparing(
                    ListedTalk::date, Comparator.nullsLast(Comparator.reverseOrder()))
            .thenComparing(ListedTalk::title)
            .thenComparing(ListedTalk::id);

    private final Streams streams;
    private final Mentions mentions;
    private final Map<String, Optional<StreamState<Object>>> known = new HashMap<>();

    Past(Streams streams, Mentions mentions) {
        this.streams = streams;
        this.mentions = mentions;
    }

    /// Where a thing begins, whenever that was; empty when there is none that this reader may see.
    public Optional<RecordedEvent> first(String stream) {
        return streams.first(stream);
    }

    /// Null when there was no such talk yet, or none that may be seen. It may be withdrawn.
    public @Nullable StreamState<TalkContent> talk(String id) {
        return state("talk:" + id, TalkContent.class);
    }

    public @Nullable StreamState<ConferenceContent> conference(String id) {
        return state("conference:" + id, ConferenceContent.class);
    }

    public @Nullable StreamState<SeriesContent> series(String id) {
        return state("series:" + id, SeriesContent.class);
    }

    public @Nullable StreamState<SpeakerContent> speaker(String id) {
        return state("speaker:" + id, SpeakerContent.class);
    }

    public @Nullable ConferenceContent findConference(String id) {
        return content(conference(id));
    }

    public @Nullable SpeakerContent findSpeaker(String id) {
        return content(speaker(id));
    }

    /// The transcripts a talk had, by language and origin.
    public List<TranscriptContent> transcripts(String talkId) {
        return streams.names("transcript:" + talkId + ":").stream()
                .map(stream -> content(state(stream, TranscriptContent.class)))
                .filter(Objects::nonNull)
                .filter(transcript -> !transcript.removed())
                .toList();
    }

    @Override
    public Map<String, SpeakerName> names(Collection<String> ids) {
        var names = new HashMap<String, SpeakerName>();
        for (var id : ids) {
            var speaker = canonical(id);
            if (speaker != null) {
                names.put(id, new SpeakerName(speaker.speakerId(), speaker.name()));
            }
        }
        return names;
    }

    /// Under whom a speaker was shown, after merges; null when under nobody.
    public @Nullable SpeakerContent canonical(String id) {
        var speaker = findSpeaker(id);
        for (var depth = 0; speaker != null && speaker.mergedInto() != null && depth < MERGE_DEPTH; depth++) {
            speaker = findSpeaker(speaker.mergedInto());
        }
        return speaker == null || speaker.removed() ? null : speaker;
    }

    /// The speaker and everybody who was merged into them.
    public SequencedSet<String> withMerged(String speakerId) {
        var same = new LinkedHashSet<String>();
        same.add(speakerId);
        var ever = new ArrayList<>(List.of(speakerId));
        for (var i = 0; i < ever.size(); i++) {
            for (var stream : mentions.of(ever.get(i), "speaker:")) {
                var id = stream.substring("speaker:".length());
                if (!ever.contains(id)) {
                    ever.add(id);
                    var shownAs = canonical(id);
                    if (shownAs != null && shownAs.speakerId().equals(speakerId)) {
                        same.add(id);
                    }
                }
            }
        }
        return same;
    }

    /// The talks a conference had, by date, time and title, without those withdrawn.
    public List<PastTalk> ofConference(String conferenceId) {
        return mentions.of(conferenceId, "talk:").stream()
                .map(this::listed)
                .filter(Objects::nonNull)
                .filter(talk -> talk.listed().conferenceId().equals(conferenceId))
                .sorted(Comparator.comparing(PastTalk::listed, IN_PROGRAMME))
                .toList();
    }

    /// The talks that any of these speakers gave, newest first, each once.
    public List<PastTalk> ofSpeakers(Collection<String> speakerIds) {
        return speakerIds.stream()
                .flatMap(id -> mentions.of(id, "talk:").stream())
                .distinct()
                .map(this::listed)
                .filter(Objects::nonNull)
                .filter(talk ->
                        talk.content().speakers().stream().anyMatch(credit -> speakerIds.contains(credit.speakerId())))
                .sorted(Comparator.comparing(PastTalk::listed, NEWEST_FIRST))
                .toList();
    }

    /// The talks with these ids that were shown, in the order of the ids.
    public List<PastTalk> withIds(List<String> ids) {
        return ids.stream()
                .map(id -> listed("talk:" + id))
                .filter(Objects::nonNull)
                .toList();
    }

    /// The editions a series had, newest first.
    public List<ListedConference> ofSeries(String seriesId) {
        return mentions.of(seriesId, "conference:").stream()
                .map(stream -> content(state(stream, ConferenceContent.class)))
                .filter(Objects::nonNull)
                .filter(conference -> !conference.removed()
                        && seriesId.equals(conference.details().seriesId()))
                .map(this::listed)
                .sorted(Comparator.comparing(
                                ListedConference::startDate, Comparator.nullsLast(Comparator.reverseOrder()))
                        .thenComparing(ListedConference::name, Comparator.reverseOrder())
                        .thenComparing(ListedConference::id))
                .toList();
    }

    /// Topics of talks, those with most talks first.
    public static List<TopicCount> topics(List<PastTalk> talks, int limit) {
        var counts = new HashMap<String, Long>();
        talks.forEach(talk -> talk.content().details().topics().stream()
                .distinct()
                .forEach(topic -> counts.merge(topic, 1L, Long::sum)));
        return counts.entrySet().stream()
                .map(count -> new TopicCount(count.getKey(), count.getValue()))
                .sorted(Comparator.comparingLong(TopicCount::talks).reversed().thenComparing(TopicCount::topic))
                .limit(limit)
                .toList();
    }

    private ListedConference listed(ConferenceContent conference) {
        var details = conference.details();
        var talks = ofConference(conference.conferenceId());
        var dated = details.startDate() != null
                ? details.startDate()
                : talks.isEmpty() ? null : talks.getFirst().listed().date();
        return new ListedConference(
                conference.conferenceId(),
                details.name(),
                details.seriesId(),
                details.startDate(),
                details.endDate(),
                details.city(),
                details.country(),
                conference.cancelled(),
                talks.size(),
                dated == null ? null : dated.getYear());
    }

    private @Nullable PastTalk listed(String stream) {
        var talk = content(state(stream, TalkContent.class));
        if (talk == null || talk.withdrawn() || talk.suppressed()) {
            return null;
        }
        var conference = findConference(talk.conferenceId());
        if (conference == null || conference.removed()) {
            return null;
        }
        var details = talk.details();
        var first = details.sessions().isEmpty() ? null : details.sessions().getFirst();
        var speakers = new LinkedHashMap<String, SpeakerName>();
        for (var credit : details.speakers()) {
            var speaker = canonical(credit.speakerId());
            if (speaker != null) {
                speakers.put(speaker.speakerId(), new SpeakerName(speaker.speakerId(), speaker.name()));
            }
        }
        return new PastTalk(
                new ListedTalk(
                        talk.talkId(),
                        details.title(),
                        details.kind(),
                        details.language(),
                        details.conferenceId(),
                        conference.name(),
                        first == null ? null : first.date(),
                        first == null ? null : first.localTime(),
                        first == null ? null : first.room(),
                        first != null && first.durationSeconds() != null
                                ? first.durationSeconds()
                                : details.resources().stream()
                                        .map(Resource::durationSeconds)
                                        .filter(Objects::nonNull)
                                        .findFirst()
                                        .orElse(null),
                        talk.cancelled(),
                        has(talk, Resource.VIDEO),
                        has(talk, Resource.SLIDES),
                        !details.notes().isEmpty(),
                        List.copyOf(speakers.values())),
                talk);
    }

    private static boolean has(TalkContent talk, String kind) {
        return talk.details().resources().stream()
                .anyMatch(resource -> resource.kind().equals(kind));
    }

    private static <S> @Nullable S content(@Nullable StreamState<S> state) {
        return state == null ? null : state.content();
    }

    private <S> @Nullable StreamState<S> state(String stream, Class<S> type) {
        return known.computeIfAbsent(stream, streams::state)
                .map(state -> new StreamState<>(
                        state.stream(),
                        state.id(),
                        state.version(),
                        state.addedAt(),
                        state.changedAt(),
                        type.cast(state.content())))
                .orElse(null);
    }
}
