package org.talks.catalogue.export;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.talks.catalogue.published.PublishedTalk;
import org.talks.catalogue.text.Texts;
import org.talks.events.Resource;

/// A talk as one line of JSON: everything about it that everybody may see, names beside ids.
///
/// @param url of its page
/// @param summary Markdown
/// @param addedAt when it was recorded, by the log
public record TalkRow(
        String id,
        String url,
        String title,
        @Nullable String subtitle,
        List<Person> speakers,
        Named conference,
        String kind,
        @Nullable String level,
        @Nullable String language,
        @Nullable String track,
        List<String> topics,
        List<Slot> sessions,
        String summary,
        List<Link> resources,
        List<NoteText> notes,
        boolean cancelled,
        long version,
        Instant addedAt,
        Instant changedAt) {

    public record Named(String id, String name, String url) {}

    public record Person(String id, String name, String role, String url) {}

    /// @param start with offset; null unless day, time and zone are known
    public record Slot(
            @Nullable String date,
            @Nullable String localTime,
            @Nullable String start,
            @Nullable Integer durationSeconds,
            @Nullable String room) {}

    public record Link(
            String kind,
            String url,
            @Nullable String label,
            @Nullable String licence,
            @Nullable Integer durationSeconds) {}

    /// @param text Markdown
    public record NoteText(String author, @Nullable String heading, String text) {}

    /// @param site whole URL of the catalogue without a slash at its end
    public static TalkRow of(PublishedTalk talk, String site) {
        var content = talk.content();
        var details = content.details();
        return new TalkRow(
                talk.id(),
                site + talk.path(),
                talk.title(),
                details.subtitle(),
                talk.speakers().stream()
                        .map(person -> new Person(person.id(), person.name(), person.role(), site + person.path()))
                        .toList(),
                new Named(
                        talk.conference().id(),
                        talk.conference().name(),
                        site + talk.conference().path()),
                details.kind(),
                details.level(),
                details.language(),
                details.track(),
                details.topics(),
                content.sessions().stream()
                        .map(session -> new Slot(
                                session.date() == null ? null : session.date().toString(),
                                session.localTime(),
                                new Schedule.Slot(talk, session).momentWithOffset(),
                                session.durationSeconds(),
                                session.room()))
                        .toList(),
                Texts.markdown(details.summary()),
                content.resources().stream().map(TalkRow::link).toList(),
                content.notes().stream()
                        .map(note -> new NoteText(note.author(), note.heading(), Texts.markdown(note.text())))
                        .toList(),
                talk.cancelled(),
                talk.stored().version(),
                talk.addedAt(),
                talk.changedAt());
    }

    private static Link link(Resource resource) {
        return new Link(
                resource.kind(), resource.url(), resource.label(), resource.licence(), resource.durationSeconds());
    }
}
