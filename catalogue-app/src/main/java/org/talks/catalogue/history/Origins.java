package org.talks.catalogue.history;

import java.util.ArrayList;
import java.util.List;
import org.talks.catalogue.talk.TalkContent;
import org.talks.catalogue.text.Texts;
import org.talks.events.Session;

/// Where each part of a talk comes from: the last event that said it, and with it the import or the person.
public final class Origins {

    /// Of a text; it is there to recognise it, not to read it.
    private static final int CHARACTERS_MAX = 80;

    private Origins() {}

    /// @param part as events name it: `title`, `session:0198…`
    /// @param label what people call it
    /// @param value what it says, shortened; empty for what events name by ids: the conference and the speakers
    /// @param step after which it was as it is
    public record Origin(String part, String label, String value, HistoryOf.Step step) {}

    /// Of everything that the talk says now, in the order of its page.
    ///
    /// @param talk the history of a talk
    public static List<Origin> of(HistoryOf talk) {
        var content = (TalkContent) talk.content();
        var details = content.details();
        var origins = new ArrayList<Origin>();
        add(
                origins,
                talk,
                "title",
                "Title",
                details.subtitle() == null ? details.title() : details.title() + " – " + details.subtitle());
        add(origins, talk, "conference", "Conference", "");
        if (!details.speakers().isEmpty()) {
            add(origins, talk, "speakers", "Speakers", "");
        }
        addUnlessBlank(origins, talk, "summary", "Summary", Texts.plain(details.summary()));
        addUnlessBlank(origins, talk, "kind", "Kind", details.kind());
        addUnlessBlank(origins, talk, "level", "Level", details.level());
        addUnlessBlank(origins, talk, "language", "Language", details.language());
        addUnlessBlank(origins, talk, "track", "Track", details.track());
        addUnlessBlank(origins, talk, "topics", "Topics", String.join(", ", details.topics()));
        details.sessions().forEach(s -> add(origins, talk, "session:" + s.sessionId(), "Session", words(s)));
        details.resources()
                .forEach(r -> add(
                        origins,
                        talk,
                        "resource:" + r.resourceId(),
                        Character.toUpperCase(r.kind().charAt(0)) + r.kind().substring(1),
                        r.url()));
        details.notes().forEach(n -> add(origins, talk, "note:" + n.noteId(), "Note", Texts.plain(n.text())));
        if (content.cancelled()) {
            add(origins, talk, "cancellation", "Cancelled", "");
        }
        return origins;
    }

    private static void addUnlessBlank(
            List<Origin> origins,
            HistoryOf talk,
            String part,
            String label,
            @org.jspecify.annotations.Nullable String value) {
        if (value != null && !value.isBlank()) {
            add(origins, talk, part, label, value);
        }
    }

    private static void add(List<Origin> origins, HistoryOf talk, String part, String label, String value) {
        var step = talk.steps().reversed().stream()
                .filter(s -> s.recorded().event().part().equals(part))
                .findFirst()
                // Nobody said it since the talk was added with all that was known.
                .orElse(talk.steps().getFirst());
        origins.add(new Origin(part, label, shortened(value), step));
    }

    /// Cut after a word, where there is one to cut after.
    private static String shortened(String value) {
        if (value.length() <= CHARACTERS_MAX) {
            return value;
        }
        var space = value.lastIndexOf(' ', CHARACTERS_MAX);
        return value.substring(0, space > 0 ? space : CHARACTERS_MAX) + "…";
    }

    private static String words(Session session) {
        var words = new ArrayList<String>();
        if (session.date() != null) {
            words.add(session.date().toString());
        }
        if (session.localTime() != null) {
            words.add(session.localTime());
        }
        if (session.room() != null) {
            words.add(session.room());
        }
        return String.join(", ", words);
    }
}
