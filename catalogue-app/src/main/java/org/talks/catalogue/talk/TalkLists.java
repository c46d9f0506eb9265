package org.talks.catalogue.talk;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Lists of talks for the pages of all features. Withdrawn and suppressed talks, and those of removed
/// conferences, are in none of them.
public interface TalkLists {

    /// Talks of a conference by date, time and title.
    List<ListedTalk> ofConference(String conferenceId);

    /// Talks of any of these speakers, newest first, each once.
    List<ListedTalk> ofSpeakers(Collection<String> speakerIds);

    List<ListedTalk> recentlyAdded(int limit);

    /// The talks with these ids that are shown, in no order.
    List<ListedTalk> withIds(Collection<String> ids);

    /// The talks that are shown and have a link with this text in it, such as the id of a video. Looks through all
    /// of them.
    List<ListedTalk> linkingTo(String part);

    /// Titles of all talks that are shown, by id.
    Map<String, String> titles();

    /// Ids and titles of talks that are shown, by id, beginning after one; the empty id begins at the first.
    List<Shown> shownAfter(String talkId, int limit);

    Totals totals();

    /// Topics with most talks first.
    List<TopicCount> topics(int limit);

    /// Topics of a conference's talks, those with most talks first.
    List<TopicCount> topicsOfConference(String conferenceId, int limit);

    /// Topics of the talks of any of these speakers, those with most talks first.
    List<TopicCount> topicsOfSpeakers(Collection<String> speakerIds, int limit);

    /// A talk by its id whatever its state; null when there never was one.
    @Nullable
    TalkContent find(String talkId);

    record Shown(String id, String title) {}

    /// How many talks and hours the catalogue shows.
    record Totals(long talks, long hours) {}

    /// A topic with the number of its talks.
    record TopicCount(String topic, long talks) {}
}
