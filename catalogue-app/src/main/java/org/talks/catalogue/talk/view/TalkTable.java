package org.talks.catalogue.talk.view;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.talks.catalogue.projection.Rows;
import org.talks.catalogue.projection.StreamState;
import org.talks.catalogue.projection.StreamTable;
import org.talks.catalogue.talk.TalkContent;
import org.talks.events.CatalogueEvent;
import org.talks.events.Resource;
import org.talks.events.TalkEvent;

/// Rows of a talk: what lists sort and count by. `shown` is the talk's own say; its conference's is joined.
@Component
final class TalkTable implements StreamTable<TalkContent> {

    @Override
    public String prefix() {
        return "talk";
    }

    @Override
    public Class<TalkContent> contentType() {
        return TalkContent.class;
    }

    @Override
    public TalkContent evolve(@Nullable TalkContent before, CatalogueEvent event) {
        return TalkContent.after(before, (TalkEvent) event);
    }

    @Override
    public int revision() {
        return 2;
    }

    @Override
    public List<String> tables() {
        return List.of(
                """
                create table talk (
                  id text primary key, conference_id text not null, title text not null, kind text not null,
                  language text, first_date text, first_time text, room text, seconds integer,
                  shown integer not null, cancelled integer not null,
                  has_video integer not null, has_slides integer not null, has_notes integer not null,
                  rec_added integer not null) without rowid""",
                """
                create table talk_speaker (
                  talk_id text not null, ordinal integer not null, speaker_id text not null, role text not null,
                  primary key (talk_id, ordinal)) without rowid""",
                "create table talk_topic (topic text not null, talk_id text not null, primary key (topic, talk_id))"
                        + " without rowid");
    }

    @Override
    public List<String> indexes() {
        return List.of(
                "create index talk_conference on talk (conference_id, first_date, first_time)",
                "create index talk_added on talk (rec_added)",
                "create index talk_speaker_of on talk_speaker (speaker_id, talk_id)",
                "create index talk_topic_of on talk_topic (talk_id)");
    }

    @Override
    public List<String> tableNames() {
        return List.of("talk", "talk_speaker", "talk_topic");
    }

    @Override
    public void delete(Rows rows, String id) {
        rows.update("delete from talk where id = ?", id);
        rows.update("delete from talk_speaker where talk_id = ?", id);
        rows.update("delete from talk_topic where talk_id = ?", id);
    }

    @Override
    public void write(Rows rows, StreamState<TalkContent> state, @Nullable TalkContent before) {
        var talk = state.content();
        var details = talk.details();
        var first = details.sessions().isEmpty() ? null : details.sessions().getFirst();
        rows.update(
                "insert or replace into talk (id, conference_id, title, kind, language, first_date, first_time, room,"
                        + " seconds, shown, cancelled, has_video, has_slides, has_notes, rec_added)"
                        + " values (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
                state.id(),
                details.conferenceId(),
                details.title(),
                details.kind(),
                details.language(),
                first == null ? null : Objects.toString(first.date(), null),
                first == null ? null : first.localTime(),
                first == null ? null : first.room(),
                talk.seconds(),
                talk.withdrawn() || talk.suppressed() ? 0 : 1,
                talk.cancelled() ? 1 : 0,
                talk.hasResource(Resource.VIDEO) ? 1 : 0,
                talk.hasResource(Resource.SLIDES) ? 1 : 0,
                details.notes().isEmpty() ? 0 : 1,
                state.addedAt().toEpochMilli());
        if (before == null || !before.details().speakers().equals(details.speakers())) {
            if (before != null) {
                rows.update("delete from talk_speaker where talk_id = ?", state.id());
            }
            var ordinal = 0;
            for (var credit : details.speakers()) {
                rows.update(
                        "insert into talk_speaker (talk_id, ordinal, speaker_id, role) values (?,?,?,?)",
                        state.id(),
                        ordinal++,
                        credit.speakerId(),
                        credit.role());
            }
        }
        if (before == null || !before.details().topics().equals(details.topics())) {
            if (before != null) {
                rows.update("delete from talk_topic where talk_id = ?", state.id());
            }
            for (var topic : details.topics()) {
                rows.update("insert or ignore into talk_topic (topic, talk_id) values (?,?)", topic, state.id());
            }
        }
    }
}
