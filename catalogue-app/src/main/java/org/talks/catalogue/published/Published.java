package org.talks.catalogue.published;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.talks.catalogue.command.Refused;
import org.talks.catalogue.conference.ConferenceContent;
import org.talks.catalogue.eventstore.EventLog;
import org.talks.catalogue.projection.LiveView;
import org.talks.catalogue.projection.RelationalProjection;
import org.talks.catalogue.projection.StreamState;
import org.talks.catalogue.speaker.SpeakerContent;
import org.talks.catalogue.speaker.SpeakerName;
import org.talks.catalogue.speaker.Speakers;
import org.talks.catalogue.talk.ListedTalk;
import org.talks.catalogue.talk.TalkContent;
import org.talks.catalogue.talk.TalkLists;
import org.talks.events.Credit;

/// Reads what everybody may see from the views. Thread-safe.
@Component
public final class Published {

    private final LiveView<RelationalProjection> views;
    private final TalkLists talks;
    private final Speakers speakers;
    private final EventLog log;

    Published(LiveView<RelationalProjection> views, TalkLists talks, Speakers speakers, EventLog log) {
        this.views = views;
        this.talks = talks;
        this.speakers = speakers;
        this.log = log;
    }

    /// Of the log that all of this comes from.
    public String logId() {
        return log.logId();
    }

    /// @throws Refused.NotFound unless there is one that may be seen
    public PublishedTalk talk(String id) {
        return talks(List.of(id)).stream()
                .findFirst()
                .orElseThrow(() -> new Refused.NotFound("There is no talk " + id + "."));
    }

    /// @throws Refused.NotFound unless there is one that may be seen
    public PublishedConference conference(String id) {
        return findConference(id).orElseThrow(() -> new Refused.NotFound("There is no conference " + id + "."));
    }

    /// The person under whom somebody is shown.
    ///
    /// @throws Refused.NotFound unless there is one that may be seen
    public PublishedSpeaker speaker(String id) {
        return findSpeaker(id).orElseThrow(() -> new Refused.NotFound("There is no speaker " + id + "."));
    }

    /// As [#speaker], empty where there is none that may be seen.
    public Optional<PublishedSpeaker> findSpeaker(String id) {
        return Optional.ofNullable(speakers.names(List.of(id)).get(id))
                .flatMap(name -> content("speaker:" + name.id(), SpeakerContent.class))
                .map(PublishedSpeaker::new);
    }

    /// Those of the talks that may be seen, in the order of their ids given.
    public List<PublishedTalk> talks(Collection<String> ids) {
        var contents = new LinkedHashMap<String, StreamState<TalkContent>>();
        var conferences = new HashMap<String, Optional<PublishedConference>>();
        for (var id : ids) {
            content("talk:" + id, TalkContent.class)
                    .filter(talk -> talk.content().visible())
                    .ifPresent(talk -> contents.put(id, talk));
        }
        var names = speakers.names(contents.values().stream()
                .flatMap(talk -> talk.content().speakers().stream())
                .map(Credit::speakerId)
                .distinct()
                .toList());
        var found = new ArrayList<PublishedTalk>();
        for (var talk : contents.values()) {
            conferences
                    .computeIfAbsent(talk.content().conferenceId(), this::findConference)
                    .ifPresent(conference ->
                            found.add(new PublishedTalk(talk, conference, billed(talk.content(), names))));
        }
        return found;
    }

    /// In programme order.
    public List<PublishedTalk> talksOf(PublishedConference conference) {
        return talks(ids(talks.ofConference(conference.id())));
    }

    /// Newest first.
    public List<PublishedTalk> talksOf(PublishedSpeaker speaker) {
        return talks(ids(talks.ofSpeakers(speakers.withMerged(speaker.id()))));
    }

    public List<PublishedTalk> recentlyAdded(int limit) {
        return talks(ids(talks.recentlyAdded(limit)));
    }

    /// As [#conference], empty where there is none that may be seen.
    public Optional<PublishedConference> findConference(String id) {
        return content("conference:" + id, ConferenceContent.class)
                .filter(conference -> !conference.content().removed())
                .map(PublishedConference::new);
    }

    private <S> Optional<StreamState<S>> content(String stream, Class<S> type) {
        return views.read(view -> Optional.ofNullable(view.content(stream, type)));
    }

    private static List<String> ids(List<ListedTalk> listed) {
        return listed.stream().map(ListedTalk::id).toList();
    }

    private static List<PublishedTalk.Billed> billed(TalkContent talk, Map<String, SpeakerName> names) {
        var billed = new LinkedHashMap<String, PublishedTalk.Billed>();
        for (var credit : talk.speakers()) {
            var name = names.get(credit.speakerId());
            if (name != null) {
                billed.putIfAbsent(name.id(), new PublishedTalk.Billed(name.id(), name.name(), credit.role()));
            }
        }
        return List.copyOf(billed.values());
    }
}
