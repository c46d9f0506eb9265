package org.talks.catalogue.speaker.view;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.talks.catalogue.projection.Rows;
import org.talks.catalogue.projection.StreamState;
import org.talks.catalogue.projection.StreamTable;
import org.talks.catalogue.speaker.SpeakerContent;
import org.talks.events.CatalogueEvent;
import org.talks.events.SpeakerEvent;

/// One row per speaker, merged ones included: whom they were merged into is resolved when reading.
@Component
final class SpeakerTable implements StreamTable<SpeakerContent> {

    @Override
    public String prefix() {
        return "speaker";
    }

    @Override
    public Class<SpeakerContent> contentType() {
        return SpeakerContent.class;
    }

    @Override
    public SpeakerContent evolve(@Nullable SpeakerContent before, CatalogueEvent event) {
        return SpeakerContent.after(before, (SpeakerEvent) event);
    }

    @Override
    public int revision() {
        return 1;
    }

    @Override
    public List<String> tables() {
        return List.of("""
                create table speaker (
                  id text primary key, name text not null, sort_name text not null, initial text not null,
                  merged_into text, shown integer not null) without rowid""");
    }

    @Override
    public List<String> indexes() {
        return List.of(
                "create index speaker_merged on speaker (merged_into)",
                "create index speaker_sorted on speaker (initial, sort_name)");
    }

    @Override
    public List<String> tableNames() {
        return List.of("speaker");
    }

    @Override
    public void delete(Rows rows, String id) {
        rows.update("delete from speaker where id = ?", id);
    }

    @Override
    public void write(Rows rows, StreamState<SpeakerContent> state, @Nullable SpeakerContent before) {
        var speaker = state.content();
        var sortName = sortName(speaker.name());
        rows.update(
                "insert or replace into speaker (id, name, sort_name, initial, merged_into, shown)"
                        + " values (?,?,?,?,?,?)",
                state.id(),
                speaker.name(),
                sortName,
                initial(sortName),
                speaker.mergedInto(),
                speaker.removed() ? 0 : 1);
    }

    /// Lower case without accents, so that Åsa stands with Asa.
    static String sortName(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .strip();
    }

    static String initial(String sortName) {
        if (sortName.isEmpty() || !Character.isLetter(sortName.codePointAt(0))) {
            return "#";
        }
        return new String(Character.toChars(Character.toUpperCase(sortName.codePointAt(0))));
    }
}
