package org.talks.catalogue.talk;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.talks.events.Credit;
import org.talks.events.Note;
import org.talks.events.Resource;
import org.talks.events.RichText;
import org.talks.events.Session;
import org.talks.events.TalkDetails;

/// A short-lived mutable copy of details, so that each case of the fold says only what it changes.
final class DetailsEdit {

    String conferenceId;
    String title;

    @Nullable
    String subtitle;

    RichText summary;
    String kind;

    @Nullable
    String level;

    @Nullable
    String language;

    @Nullable
    String track;

    List<String> topics;
    List<Credit> speakers;
    List<Session> sessions;
    List<Resource> resources;
    List<Note> notes;

    private DetailsEdit(TalkDetails details) {
        conferenceId = details.conferenceId();
        title = details.title();
        subtitle = details.subtitle();
        summary = details.summary();
        kind = details.kind();
        level = details.level();
        language = details.language();
        track = details.track();
        topics = details.topics();
        speakers = details.speakers();
        sessions = details.sessions();
        resources = details.resources();
        notes = details.notes();
    }

    static TalkDetails of(TalkDetails details, Consumer<DetailsEdit> change) {
        var edit = new DetailsEdit(details);
        change.accept(edit);
        return new TalkDetails(
                edit.conferenceId,
                edit.title,
                edit.subtitle,
                edit.summary,
                edit.kind,
                edit.level,
                edit.language,
                edit.track,
                edit.topics,
                edit.speakers,
                edit.sessions,
                edit.resources,
                edit.notes);
    }
}
