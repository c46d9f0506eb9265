package org.talks.catalogue.speaker.view;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.talks.catalogue.projection.LiveView;
import org.talks.catalogue.projection.RelationalProjection;
import org.talks.catalogue.projection.StreamState;
import org.talks.catalogue.speaker.SpeakerContent;
import org.talks.catalogue.speaker.SpeakerName;
import org.talks.catalogue.speaker.Speakers;

/// Reads speakers from the relational views. Every answer comes from one state of them per query.
@Component
public final class SpeakerViews implements Speakers {

    /// Merges follow each other at most this far.
    private static final int MERGE_DEPTH = 32;

    /// Parameters per `in (…)`, well below SQLite's limit.
    private static final int IN_MAX = 500;

    private final LiveView<RelationalProjection> views;

    SpeakerViews(LiveView<RelationalProjection> views) {
        this.views = views;
    }

    public @Nullable StreamState<SpeakerContent> speaker(String id) {
        return views.<@Nullable StreamState<SpeakerContent>>read(
                view -> view.content("speaker:" + id, SpeakerContent.class));
    }

    @Override
    public @Nullable SpeakerContent find(String speakerId) {
        var speaker = speaker(speakerId);
        return speaker == null ? null : speaker.content();
    }

    @Override
    public List<SpeakerName> shownAfter(String speakerId, int limit) {
        return views.read(view -> view.jdbc()
                .sql("select id, name from speaker where shown = 1 and merged_into is null and id > ?"
                        + " order by id limit ?")
                .params(speakerId, limit)
                .query((row, n) -> new SpeakerName(row.getString(1), row.getString(2)))
                .list());
    }

    @Override
    public List<SpeakerName> named(String name) {
        var sortName = SpeakerTable.sortName(name);
        return views.read(view -> view.jdbc()
                .sql("select id, name from speaker where initial = ? and sort_name = ? and shown = 1"
                        + " and merged_into is null order by id limit 20")
                .params(SpeakerTable.initial(sortName), sortName)
                .query((row, n) -> new SpeakerName(row.getString(1), row.getString(2)))
                .list());
    }

    /// Those who share a name with others, whatever its case and accents: by name, at most `limit` people.
    public List<ListedSpeaker> namedAlike(int limit) {
        return views.read(view -> view.jdbc()
                .sql("""
                        select s.id, s.name, (select count(*) from talk_speaker ts join talk t on t.id = ts.talk_id
                                              where ts.speaker_id = s.id and t.shown = 1) as talks
                        from speaker s join (
                          select initial, sort_name from speaker where shown = 1 and merged_into is null
                          group by initial, sort_name having count(*) > 1) alike
                        on s.initial = alike.initial and s.sort_name = alike.sort_name
                        where s.shown = 1 and s.merged_into is null
                        order by s.sort_name, s.id limit ?""")
                .param(limit)
                .query((row, n) -> new ListedSpeaker(row.getString(1), row.getString(2), row.getLong(3)))
                .list());
    }

    /// What makes two names alike: lower case, without accents.
    public static String folded(String name) {
        return SpeakerTable.sortName(name);
    }

    /// A line of the list of speakers.
    public record ListedSpeaker(String id, String name, long talks) {}

    /// Speakers whose name starts with a letter, by name; `#` for all others.
    public List<ListedSpeaker> startingWith(String initial, int limit, int offset) {
        return views.read(view -> view.jdbc()
                .sql("""
                        select s.id, s.name, (select count(*) from talk_speaker ts join talk t on t.id = ts.talk_id
                                              where ts.speaker_id = s.id and t.shown = 1) as talks
                        from speaker s where s.initial = ? and s.shown = 1 and s.merged_into is null
                        order by s.sort_name, s.id limit ? offset ?""")
                .params(initial, limit, offset)
                .query((row, n) -> new ListedSpeaker(row.getString(1), row.getString(2), row.getLong(3)))
                .list());
    }

    /// First letters with how many speakers each has, in order.
    public List<Map.Entry<String, Long>> initials() {
        return views.read(view -> view.kept(
                "initials",
                jdbc -> List.copyOf(
                        jdbc.sql("select initial, count(*) from speaker where shown = 1 and merged_into is null"
                                        + " group by initial order by initial")
                                .query((row, n) -> Map.entry(row.getString(1), row.getLong(2)))
                                .list())));
    }

    @Override
    public long count() {
        return initials().stream().mapToLong(Map.Entry::getValue).sum();
    }

    @Override
    public Set<String> withMerged(String id) {
        return views.read(view ->
                new HashSet<>(view.jdbc().sql("""
                        with recursive same (id) as (
                          select ? union select s.id from speaker s join same on s.merged_into = same.id)
                        select id from same""").param(id).query(String.class).list()));
    }

    @Override
    public Map<String, SpeakerName> names(Collection<String> ids) {
        return views.read(view -> names(view.jdbc(), ids));
    }

    private static Map<String, SpeakerName> names(JdbcClient jdbc, Collection<String> ids) {
        record Row(String id, String name, @Nullable String mergedInto, boolean shown) {}
        var rows = new HashMap<String, Row>();
        Set<String> wanted = new HashSet<>(ids);
        for (int depth = 0; depth < MERGE_DEPTH && !wanted.isEmpty(); depth++) {
            var list = new ArrayList<>(wanted);
            for (int from = 0; from < list.size(); from += IN_MAX) {
                jdbc.sql("select id, name, merged_into, shown from speaker where id in (:ids)")
                        .param("ids", list.subList(from, Math.min(list.size(), from + IN_MAX)))
                        .query((row, n) ->
                                new Row(row.getString(1), row.getString(2), row.getString(3), row.getInt(4) == 1))
                        .list()
                        .forEach(row -> rows.put(row.id(), row));
            }
            wanted = new HashSet<>();
            for (var row : rows.values()) {
                if (row.mergedInto() != null && !rows.containsKey(row.mergedInto())) {
                    wanted.add(row.mergedInto());
                }
            }
        }
        var names = new HashMap<String, SpeakerName>();
        for (var id : ids) {
            var row = rows.get(id);
            for (int depth = 0; row != null && row.mergedInto() != null && depth < MERGE_DEPTH; depth++) {
                row = rows.get(row.mergedInto());
            }
            if (row != null && row.shown()) {
                names.put(id, new SpeakerName(row.id(), row.name()));
            }
        }
        return names;
    }
}
