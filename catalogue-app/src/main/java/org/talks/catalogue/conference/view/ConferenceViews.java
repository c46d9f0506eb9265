package org.talks.catalogue.conference.view;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.talks.catalogue.conference.ConferenceContent;
import org.talks.catalogue.conference.Conferences;
import org.talks.catalogue.conference.ListedConference;
import org.talks.catalogue.projection.LiveView;
import org.talks.catalogue.projection.RelationalProjection;
import org.talks.catalogue.projection.StreamState;
import org.talks.catalogue.series.SeriesContent;

/// Reads conferences and series from the relational views.
@Component
public final class ConferenceViews implements Conferences {

    private static final String LISTED = """
            select c.id, c.name, c.series_id, c.start_date, c.end_date, c.city, c.country, c.cancelled,
                   (select count(*) from talk t where t.conference_id = c.id and t.shown = 1),
                   (select min(first_date) from talk t where t.conference_id = c.id and t.shown = 1)
            from conference c where c.shown = 1\s""";

    private final LiveView<RelationalProjection> views;

    ConferenceViews(LiveView<RelationalProjection> views) {
        this.views = views;
    }

    public @Nullable StreamState<ConferenceContent> conference(String id) {
        return views.<@Nullable StreamState<ConferenceContent>>read(
                view -> view.content("conference:" + id, ConferenceContent.class));
    }

    public @Nullable StreamState<SeriesContent> series(String id) {
        return views.<@Nullable StreamState<SeriesContent>>read(
                view -> view.content("series:" + id, SeriesContent.class));
    }

    @Override
    public @Nullable ConferenceContent find(String conferenceId) {
        var conference = conference(conferenceId);
        return conference == null ? null : conference.content();
    }

    /// Every series that was registered, removed ones included, in no order.
    public List<SeriesContent> allSeries() {
        return views.read(view -> view.jdbc().sql("select id from series").query(String.class).list().stream()
                .map(id -> view.content("series:" + id, SeriesContent.class))
                .filter(java.util.Objects::nonNull)
                .map(StreamState::content)
                .toList());
    }

    @Override
    public List<ListedConference> all() {
        return views.read(view -> view.kept(
                "conferences",
                jdbc -> List.copyOf(listed(
                        jdbc,
                        "order by coalesce(c.start_date, (select min(first_date) from talk t where t.conference_id ="
                                + " c.id and t.shown = 1)) desc, c.name, c.id",
                        Map.of()))));
    }

    public List<ListedConference> ofSeries(String seriesId) {
        return listed(
                "and c.series_id = :series order by c.start_date desc, c.name desc, c.id", Map.of("series", seriesId));
    }

    @Override
    public long count() {
        return all().size();
    }

    private List<ListedConference> listed(String rest, Map<String, ?> parameters) {
        return views.read(view -> listed(view.jdbc(), rest, parameters));
    }

    private static List<ListedConference> listed(JdbcClient jdbc, String rest, Map<String, ?> parameters) {
        return jdbc.sql(LISTED + rest)
                .params(parameters)
                .query((row, n) -> {
                    var start = row.getString(4);
                    var end = row.getString(5);
                    var firstTalk = row.getString(10);
                    var dated = start != null ? start : firstTalk;
                    return new ListedConference(
                            row.getString(1),
                            row.getString(2),
                            row.getString(3),
                            start == null ? null : LocalDate.parse(start),
                            end == null ? null : LocalDate.parse(end),
                            row.getString(6),
                            row.getString(7),
                            row.getInt(8) == 1,
                            row.getLong(9),
                            dated == null ? null : LocalDate.parse(dated).getYear());
                })
                .list();
    }
}
