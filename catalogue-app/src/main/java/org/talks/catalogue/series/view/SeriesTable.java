package org.talks.catalogue.series.view;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.talks.catalogue.projection.Rows;
import org.talks.catalogue.projection.StreamState;
import org.talks.catalogue.projection.StreamTable;
import org.talks.catalogue.series.SeriesContent;
import org.talks.events.CatalogueEvent;
import org.talks.events.SeriesEvent;

/// One row per series.
@Component
final class SeriesTable implements StreamTable<SeriesContent> {

    @Override
    public String prefix() {
        return "series";
    }

    @Override
    public Class<SeriesContent> contentType() {
        return SeriesContent.class;
    }

    @Override
    public SeriesContent evolve(@Nullable SeriesContent before, CatalogueEvent event) {
        return SeriesContent.after(before, (SeriesEvent) event);
    }

    @Override
    public int revision() {
        return 1;
    }

    @Override
    public List<String> tables() {
        return List.of("create table series (id text primary key, name text not null, website text,"
                + " shown integer not null) without rowid");
    }

    @Override
    public List<String> indexes() {
        return List.of();
    }

    @Override
    public List<String> tableNames() {
        return List.of("series");
    }

    @Override
    public void delete(Rows rows, String id) {
        rows.update("delete from series where id = ?", id);
    }

    @Override
    public void write(Rows rows, StreamState<SeriesContent> state, @Nullable SeriesContent before) {
        rows.update(
                "insert or replace into series (id, name, website, shown) values (?,?,?,?)",
                state.id(),
                state.content().name(),
                state.content().website(),
                state.content().removed() ? 0 : 1);
    }
}
