package org.talks.search;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.talks.search.TalkDocument.Entity;
import org.talks.search.TalkDocument.NoteText;
import org.talks.search.TalkDocument.TranscriptCue;

/// A talk with everything that a test does not care about filled in.
final class TalkBuilder {

    private final String id;
    private final String title;
    private List<Entity> speakers = List.of();
    private Entity conference = new Entity("conference:pycon-ie-2016", "PyCon Ireland 2016", List.of("PyConIE"));
    private @Nullable Entity series = new Entity("series:pycon-ie", "PyCon Ireland", List.of());
    private String summary = "";
    private final List<NoteText> notes = new ArrayList<>();
    private final List<TranscriptCue> transcript = new ArrayList<>();
    private List<String> topics = List.of();
    private String kind = "talk";
    private @Nullable String language = "en";
    private @Nullable LocalDate date = LocalDate.of(2016, 11, 5);
    private @Nullable Integer durationSeconds = 1800;
    private boolean hasSlides;
    private List<String> urls = List.of();
    private Instant addedAt = Instant.EPOCH;
    private @Nullable String sameAs;

    private TalkBuilder(String id, String title) {
        this.id = id;
        this.title = title;
    }

    static TalkBuilder talk(String id, String title) {
        return new TalkBuilder(id, title);
    }

    static Entity person(String name) {
        return new Entity("speaker:" + name.toLowerCase(Locale.ROOT).replace(' ', '-'), name, List.of());
    }

    TalkBuilder by(String... names) {
        speakers = List.of(names).stream().map(TalkBuilder::person).toList();
        return this;
    }

    TalkBuilder alias(String name, String alias) {
        speakers = List.of(new Entity(person(name).id(), name, List.of(alias)));
        return this;
    }

    /// By the first, who is known by the other names as well, and by others.
    TalkBuilder by(Entity... people) {
        speakers = List.of(people);
        return this;
    }

    TalkBuilder at(String conferenceId, String name) {
        conference = new Entity(conferenceId, name, List.of());
        series = null;
        return this;
    }

    TalkBuilder summary(String text) {
        summary = text;
        return this;
    }

    TalkBuilder note(String anchor, @Nullable String heading, String text, @Nullable Integer second) {
        notes.add(new NoteText(anchor, heading, text, second));
        return this;
    }

    TalkBuilder cue(int second, String text) {
        transcript.add(new TranscriptCue(second, text));
        return this;
    }

    TalkBuilder topics(String... values) {
        topics = List.of(values);
        return this;
    }

    TalkBuilder kind(String value) {
        kind = value;
        return this;
    }

    TalkBuilder language(@Nullable String tag) {
        language = tag;
        return this;
    }

    TalkBuilder date(@Nullable LocalDate value) {
        date = value;
        return this;
    }

    TalkBuilder minutes(@Nullable Integer value) {
        durationSeconds = value == null ? null : value * 60;
        return this;
    }

    TalkBuilder slides() {
        hasSlides = true;
        return this;
    }

    TalkBuilder urls(String... values) {
        urls = List.of(values);
        return this;
    }

    TalkBuilder sameAs(String group) {
        sameAs = group;
        return this;
    }

    TalkBuilder added(Instant moment) {
        addedAt = moment;
        return this;
    }

    TalkDocument build() {
        var refers = new ArrayList<String>();
        speakers.forEach(s -> refers.add(s.id()));
        refers.add(conference.id());
        return new TalkDocument(
                id,
                title,
                null,
                speakers,
                refers,
                conference,
                series,
                summary,
                notes,
                transcript,
                topics,
                kind,
                language,
                date,
                durationSeconds,
                !urls.isEmpty(),
                hasSlides,
                false,
                addedAt,
                urls,
                List.of("test"),
                sameAs);
    }
}
