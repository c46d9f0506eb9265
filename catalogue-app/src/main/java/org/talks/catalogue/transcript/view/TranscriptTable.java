package org.talks.catalogue.transcript.view;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.talks.catalogue.projection.Rows;
import org.talks.catalogue.projection.StreamState;
import org.talks.catalogue.projection.StreamTable;
import org.talks.catalogue.transcript.TranscriptContent;
import org.talks.events.CatalogueEvent;
import org.talks.events.TranscriptEvent;

/// Which talk has which transcripts; removed ones have no row.
@Component
final class TranscriptTable implements StreamTable<TranscriptContent> {

    @Override
    public String prefix() {
        return "transcript";
    }

    @Override
    public Class<TranscriptContent> contentType() {
        return TranscriptContent.class;
    }

    @Override
    public TranscriptContent evolve(@Nullable TranscriptContent before, CatalogueEvent event) {
        return TranscriptContent.after(before, (TranscriptEvent) event);
    }

    @Override
    public int revision() {
        return 1;
    }

    @Override
    public List<String> tables() {
        return List.of("""
                create table transcript (
                  talk_id text not null, language text not null, origin text not null, cues integer not null,
                  primary key (talk_id, language, origin)) without rowid""");
    }

    @Override
    public List<String> indexes() {
        return List.of();
    }

    @Override
    public List<String> tableNames() {
        return List.of("transcript");
    }

    @Override
    public void delete(Rows rows, String id) {
        rows.update("delete from transcript where talk_id || ':' || language || ':' || origin = ?", id);
    }

    @Override
    public void write(Rows rows, StreamState<TranscriptContent> state, @Nullable TranscriptContent before) {
        var transcript = state.content();
        if (transcript.removed()) {
            rows.update(
                    "delete from transcript where talk_id = ? and language = ? and origin = ?",
                    transcript.talkId(),
                    transcript.language(),
                    transcript.origin());
        } else {
            rows.update(
                    "insert or replace into transcript (talk_id, language, origin, cues) values (?,?,?,?)",
                    transcript.talkId(),
                    transcript.language(),
                    transcript.origin(),
                    transcript.cues().size());
        }
    }
}
