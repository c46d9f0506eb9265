package org.talks.catalogue.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.talks.catalogue.importing.PlanEntry.Change;
import org.talks.catalogue.talk.TalkContent;
import org.talks.events.ConferenceDetails;
import org.talks.events.Credit;
import org.talks.events.Resource;
import org.talks.events.Session;

/// Parts of things in words: what they are called, and what they say.
final class Wording {

    /// Of a text that is shown in a list of changes; both ends of a longer one say little.
    private static final int CHARACTERS_MAX = 600;

    private Wording() {}

    /// `session:0198…` is the session.
    static String label(String part) {
        var kind = part.substring(0, part.indexOf(':') < 0 ? part.length() : part.indexOf(':'));
        return switch (kind) {
            case "cancellation" -> "Cancelled";
            case "existence" -> "In the catalogue";
            case "suppression" -> "Hidden";
            default -> Character.toUpperCase(kind.charAt(0)) + kind.substring(1);
        };
    }

    /// @param names of speakers and conferences by their ids
    static Change change(
            String part, @Nullable TalkContent before, @Nullable TalkContent after, UnaryOperator<String> names) {
        return new Change(part, label(part), value(part, before, names), value(part, after, names));
    }

    /// What differs between two descriptions of a conference.
    static List<Change> changes(ConferenceDetails before, ConferenceDetails after) {
        var changes = new ArrayList<Change>();
        add(changes, "name", "Name", before.name(), after.name());
        add(changes, "series", "Series", before.seriesId(), after.seriesId());
        add(changes, "start", "Starts", before.startDate(), after.startDate());
        add(changes, "end", "Ends", before.endDate(), after.endDate());
        add(changes, "city", "City", before.city(), after.city());
        add(changes, "country", "Country", before.country(), after.country());
        add(changes, "zone", "Time zone", before.zone(), after.zone());
        add(changes, "website", "Website", before.website(), after.website());
        add(changes, "languages", "Languages", list(before.languages()), list(after.languages()));
        add(
                changes,
                "description",
                "Description",
                before.description().text(),
                after.description().text());
        return changes;
    }

    private static void add(
            List<Change> changes, String part, String label, @Nullable Object before, @Nullable Object after) {
        if (!Objects.equals(before, after)) {
            changes.add(new Change(part, label, shortened(before), shortened(after)));
        }
    }

    private static String value(String part, @Nullable TalkContent talk, UnaryOperator<String> names) {
        if (talk == null) {
            return "";
        }
        var details = talk.details();
        var colon = part.indexOf(':');
        var id = colon < 0 ? "" : part.substring(colon + 1);
        return shortened(
                switch (colon < 0 ? part : part.substring(0, colon)) {
                    case "conference" -> names.apply(details.conferenceId());
                    case "title" ->
                        details.subtitle() == null ? details.title() : details.title() + " – " + details.subtitle();
                    case "summary" -> details.summary().text();
                    case "kind" -> details.kind();
                    case "level" -> details.level();
                    case "language" -> details.language();
                    case "track" -> details.track();
                    case "topics" -> list(details.topics());
                    case "speakers" ->
                        details.speakers().stream()
                                .map(Credit::speakerId)
                                .map(names)
                                .collect(Collectors.joining(", "));
                    case "session" -> session(talk.session(id));
                    case "resource" -> resource(talk.resource(id));
                    case "note" -> {
                        var note = talk.note(id);
                        yield note == null ? null : note.text().text();
                    }
                    case "cancellation" -> talk.cancelled() ? "yes" : "no";
                    case "existence" -> talk.withdrawn() ? "no" : "yes";
                    case "suppression" -> talk.suppressed() ? "yes" : "no";
                    default -> null;
                });
    }

    private static @Nullable String session(@Nullable Session session) {
        if (session == null) {
            return null;
        }
        var words = new ArrayList<String>();
        if (session.date() != null) {
            words.add(session.date().toString());
        }
        if (session.localTime() != null) {
            words.add(session.localTime());
        }
        if (session.zone() != null) {
            words.add(session.zone());
        }
        if (session.durationSeconds() != null) {
            words.add(session.durationSeconds() / 60 + " min");
        }
        if (session.room() != null) {
            words.add(session.room());
        }
        return String.join(", ", words);
    }

    private static @Nullable String resource(@Nullable Resource resource) {
        return resource == null
                ? null
                : resource.kind() + ", " + resource.url() + (resource.label() == null ? "" : ", " + resource.label());
    }

    private static @Nullable String list(List<String> values) {
        return values.isEmpty() ? null : String.join(", ", values);
    }

    private static String shortened(@Nullable Object value) {
        var text = value == null ? "" : value.toString();
        return text.length() <= CHARACTERS_MAX ? text : text.substring(0, CHARACTERS_MAX) + "…";
    }
}
