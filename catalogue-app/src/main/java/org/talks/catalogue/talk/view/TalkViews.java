package org.talks.catalogue.talk.view;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.talks.catalogue.projection.LiveView;
import org.talks.catalogue.projection.RelationalProjection;
import org.talks.catalogue.projection.StreamState;
import org.talks.catalogue.speaker.SpeakerNames;
import org.talks.catalogue.talk.ListedTalk;
import org.talks.catalogue.talk.TalkContent;
import org.talks.catalogue.talk.TalkLists;
import org.talks.catalogue.transcript.TranscriptContent;
import org.talks.catalogue.transcript.Transcripts;

/// Reads talks from the relational views.
@Component
public final class TalkViews implements TalkLists, Transcripts {

    private static final int IN_MAX = 500;

    private static final String LISTED = """
            select t.id, t.title, t.kind, t.language, t.conference_id, c.name, t.first_date, t.first_time, t.room,
                   t.seconds, t.cancelled, t.has_video, t.has_slides, t.has_notes
            from talk t join conference c on c.id = t.conference_id
            where t.shown = 1 and c.shown = 1\s""";

    private final LiveView<RelationalProjection> views;
    private final SpeakerNames speakers;

    TalkViews(LiveView<RelationalProjection> views, SpeakerNames speakers) {
        this.views = views;
        this.speakers = speakers;
    }

    public @Nullable StreamState<TalkContent> talk(String id) {
        return views.<@Nullable StreamState<TalkContent>>read(view -> view.content("talk:" + id, TalkContent.class));
    }

    @Override
    public @Nullable TalkContent find(String talkId) {
        var talk = talk(talkId);
        return talk == null ? null : talk.content();
    }

    @Override
    public List<TranscriptContent> transcripts(String talkId) {
        return views.read(view -> view
                .jdbc()
                .sql("select language, origin from transcript where talk_id = ? order by language, origin")
                .param(talkId)
                .query((row, n) -> "transcript:" + talkId + ":" + row.getString(1) + ":" + row.getString(2))
                .list()
                .stream()
                .map(stream -> view.content(stream, TranscriptContent.class))
                .filter(Objects::nonNull)
                .map(StreamState::content)
                .toList());
    }

    @Override
    public List<ListedTalk> ofConference(String conferenceId) {
        return listed(
                "and t.conference_id = :id order by t.first_date is null, t.first_date, t.first_time is null,"
                        + " t.first_time, t.room, t.title, t.id",
                Map.of("id", conferenceId));
    }

    @Override
    public List<ListedTalk> ofSpeakers(Collection<String> speakerIds) {
        var found = new ArrayList<ListedTalk>();
        var ids = new ArrayList<>(speakerIds);
        for (int from = 0; from < ids.size(); from += IN_MAX) {
            found.addAll(listed(
                    "and t.id in (select talk_id from talk_speaker where speaker_id in (:ids))"
                            + " order by t.first_date desc, t.title, t.id",
                    Map.of("ids", ids.subList(from, Math.min(ids.size(), from + IN_MAX)))));
        }
        return found.stream().distinct().toList();
    }

    /// Talks with a topic, newest first, at most 10,000.
    public List<ListedTalk> ofTopic(String topic) {
        return listed(
                "and t.id in (select talk_id from talk_topic where topic = :topic)"
                        + " order by t.first_date desc, t.title, t.id limit 10000",
                Map.of("topic", topic));
    }

    @Override
    public List<ListedTalk> recentlyAdded(int limit) {
        return listed("order by t.rec_added desc, t.id desc limit :limit", Map.of("limit", limit));
    }

    @Override
    public List<ListedTalk> withIds(Collection<String> ids) {
        return ids.isEmpty() ? List.of() : listed("and t.id in (:ids)", Map.of("ids", List.copyOf(ids)));
    }

    @Override
    public List<ListedTalk> linkingTo(String part) {
        // The text is looked for in the stored content first, which is fast, and then in the links themselves.
        List<String> candidates = views.read(view -> view.jdbc()
                .sql("select substr(stream, 6) from content where stream >= 'talk:' and stream < 'talk;'"
                        + " and instr(content, cast(:part as blob)) > 0 limit 500")
                .param("part", part)
                .query(String.class)
                .list());
        return withIds(candidates.stream()
                .filter(id -> {
                    var talk = find(id);
                    return talk != null
                            && talk.resources().stream()
                                    .anyMatch(resource -> resource.url().contains(part));
                })
                .toList());
    }

    @Override
    public Map<String, String> titles() {
        return views.read(view -> {
            var titles = new HashMap<String, String>();
            view.jdbc()
                    .sql("select t.id, t.title from talk t join conference c on c.id = t.conference_id"
                            + " where t.shown = 1 and c.shown = 1")
                    .query(row -> {
                        titles.put(row.getString(1), row.getString(2));
                    });
            return titles;
        });
    }

    /// Talks that say they are the same as this one, or that this one says so of.
    public List<ListedTalk> sameAs(TalkContent talk) {
        return withIds(talk.sameAs());
    }

    @Override
    public List<Shown> shownAfter(String talkId, int limit) {
        return views.read(view -> view.jdbc()
                .sql("select t.id, t.title from talk t join conference c on c.id = t.conference_id"
                        + " where t.shown = 1 and c.shown = 1 and t.id > ? order by t.id limit ?")
                .params(talkId, limit)
                .query((row, n) -> new Shown(row.getString(1), row.getString(2)))
                .list());
    }

    @Override
    public Totals totals() {
        return views.read(view -> view.kept(
                "talks",
                jdbc -> jdbc.sql("select count(*), coalesce(sum(t.seconds), 0) / 3600 from talk t join conference c on"
                                + " c.id = t.conference_id where t.shown = 1 and c.shown = 1")
                        .query((row, n) -> new Totals(row.getLong(1), row.getLong(2)))
                        .single()));
    }

    @Override
    public List<TopicCount> topics(int limit) {
        var all = views.read(view ->
                view.kept("topics", jdbc -> List.copyOf(counted(jdbc, "", Map.of("limit", Integer.MAX_VALUE)))));
        return all.subList(0, Math.min(limit, all.size()));
    }

    /// Topics that are on the same talks as this one, most often first.
    public List<TopicCount> neighboursOf(String topic, int limit) {
        return counted(
                "and topic <> :topic and talk_id in (select talk_id from talk_topic where topic = :topic)",
                Map.of("topic", topic, "limit", limit));
    }

    @Override
    public List<TopicCount> topicsOfConference(String conferenceId, int limit) {
        return counted("and t.conference_id = :id", Map.of("id", conferenceId, "limit", limit));
    }

    @Override
    public List<TopicCount> topicsOfSpeakers(Collection<String> speakerIds, int limit) {
        return counted(
                "and talk_id in (select talk_id from talk_speaker where speaker_id in (:ids))",
                Map.of("ids", speakerIds.stream().limit(IN_MAX).toList(), "limit", limit));
    }

    /// A value that talks have, and how many have it.
    public record ValueCount(String value, long talks) {}

    /// How many talks were given in each year, the earliest first; those without a date are left out.
    public List<ValueCount> perYear() {
        return grouped("substr(t.first_date, 1, 4)", "value");
    }

    /// By falling number; those whose language is unknown are left out.
    public List<ValueCount> perLanguage() {
        return grouped("t.language", "n desc, value");
    }

    public List<ValueCount> perKind() {
        return grouped("t.kind", "n desc, value");
    }

    /// Talks recorded in one minute.
    public record Added(Instant minute, long talks) {}

    /// When the log recorded the talks that are listed today, by the minute, the earliest first.
    public List<Added> added() {
        return grouped("t.rec_added / 60000", "value").stream()
                .map(count -> new Added(Instant.ofEpochSecond(60 * Long.parseLong(count.value())), count.talks()))
                .toList();
    }

    /// @param value an expression of this class, never of a request
    private List<ValueCount> grouped(String value, String order) {
        return views.read(view -> view.kept(
                "talks by " + value,
                jdbc -> List.copyOf(
                        jdbc.sql("select " + value + " as value, count(*) as n from talk t join conference c on c.id ="
                                        + " t.conference_id where t.shown = 1 and c.shown = 1 and " + value
                                        + " is not null group by 1 order by " + order)
                                .query((row, n) -> new ValueCount(row.getString(1), row.getLong(2)))
                                .list())));
    }

    private List<TopicCount> counted(String condition, Map<String, ?> parameters) {
        return views.read(view -> counted(view.jdbc(), condition, parameters));
    }

    private static List<TopicCount> counted(JdbcClient jdbc, String condition, Map<String, ?> parameters) {
        return jdbc.sql("select topic, count(*) as n from talk_topic join talk t on t.id = talk_id join conference c on"
                        + " c.id = t.conference_id where t.shown = 1 and c.shown = 1 " + condition
                        + " group by topic order by n desc, topic collate nocase, topic limit :limit")
                .params(parameters)
                .query((row, n) -> new TopicCount(row.getString(1), row.getLong(2)))
                .list();
    }

    private List<ListedTalk> listed(String rest, Map<String, ?> parameters) {
        return views.read(view -> withSpeakers(
                view.jdbc(),
                view.jdbc()
                        .sql(LISTED + rest)
                        .params(parameters)
                        .query(TalkViews::row)
                        .list()));
    }

    private static ListedTalk row(ResultSet row, int number) throws SQLException {
        var date = row.getString(7);
        var seconds = row.getInt(10);
        return new ListedTalk(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                date == null ? null : LocalDate.parse(date),
                row.getString(8),
                row.getString(9),
                seconds == 0 ? null : seconds,
                row.getInt(11) == 1,
                row.getInt(12) == 1,
                row.getInt(13) == 1,
                row.getInt(14) == 1,
                List.of());
    }

    private List<ListedTalk> withSpeakers(JdbcClient jdbc, List<ListedTalk> talks) {
        record Credited(String talkId, String speakerId) {}
        var credits = new ArrayList<Credited>();
        for (int from = 0; from < talks.size(); from += IN_MAX) {
            credits.addAll(jdbc.sql("select talk_id, speaker_id from talk_speaker where talk_id in (:ids)"
                            + " order by talk_id, ordinal")
                    .param(
                            "ids",
                            talks.subList(from, Math.min(talks.size(), from + IN_MAX)).stream()
                                    .map(ListedTalk::id)
                                    .toList())
                    .query((row, n) -> new Credited(row.getString(1), row.getString(2)))
                    .list());
        }
        var names = speakers.names(credits.stream()
                .map(Credited::speakerId)
                .collect(java.util.stream.Collectors.toCollection(HashSet::new)));
        var byTalk = new HashMap<String, List<org.talks.catalogue.speaker.SpeakerName>>();
        for (var credit : credits) {
            var name = names.get(credit.speakerId());
            if (name != null) {
                var list = byTalk.computeIfAbsent(credit.talkId(), t -> new ArrayList<>());
                if (!list.contains(name)) {
                    list.add(name);
                }
            }
        }
        return talks.stream()
                .map(t -> new ListedTalk(
                        t.id(),
                        t.title(),
                        t.kind(),
                        t.language(),
                        t.conferenceId(),
                        t.conferenceName(),
                        t.date(),
                        t.localTime(),
                        t.room(),
                        t.durationSeconds(),
                        t.cancelled(),
                        t.hasVideo(),
                        t.hasSlides(),
                        t.hasNotes(),
                        byTalk.getOrDefault(t.id(), List.of())))
                .toList();
    }
}
