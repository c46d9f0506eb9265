package org.talks.catalogue.conference.view;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.talks.catalogue.conference.ConferenceContent;
import org.talks.catalogue.projection.Rows;
import org.talks.catalogue.projection.StreamState;
import org.talks.catalogue.projection.StreamTable;
import org.talks.events.CatalogueEvent;
import org.talks.events.ConferenceEvent;

/// One row per conference.
@Component
final class ConferenceTable implements StreamTable<ConferenceContent> {

    @Override
    public String prefix() {
        return "conference";
    }

    @Override
    public Class<ConferenceContent> contentType() {
        return ConferenceContent.class;
    }

    @Override
    public ConferenceContent evolve(@Nullable ConferenceContent before, CatalogueEvent event) {
        return ConferenceContent.after(before, (ConferenceEvent) event);
    }

    @Override
    public int revision() {
        return 1;
    }

    @Override
    public List<String> tables() {
        return List.of("""
                create table conference (
                  id text primary key, name text not null, series_id text, start_date text, end_date text,
                  city text, country text, shown integer not null, cancelled integer not null) without rowid""");
    }

    @Override
    public List<String> indexes() {
        return List.of(
                "create index conference_series on conference (series_id)",
                "create index conference_start on conference (start_date)");
    }

    @Override
    public List<String> tableNames() {
        return List.of("conference");
    }

    @Override
    public void delete(Rows rows, String id) {
        rows.update("delete from conference where id = ?", id);
    }

    @Override
    public void write(Rows rows, StreamState<ConferenceContent> state, @Nullable ConferenceContent before) {
        var conference = state.content();
        var details = conference.details();
        rows.update(
                "insert or replace into conference (id, name, series_id, start_date, end_date, city, country, shown,"
                        + " cancelled) values (?,?,?,?,?,?,?,?,?)",
                state.id(),
                details.name(),
                details.seriesId(),
                Objects.toString(details.startDate(), null),
                Objects.toString(details.endDate(), null),
                details.city(),
                details.country(),
                conference.removed() ? 0 : 1,
                conference.cancelled() ? 1 : 0);
    }
}
