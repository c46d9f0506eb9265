package org.talks.catalogue.talk.model;

import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.talks.catalogue.rules.Checks;
import org.talks.catalogue.rules.Limits;
import org.talks.catalogue.rules.Texts;
import org.talks.catalogue.talk.TalkContent;
import org.talks.catalogue.talk.TalkVocabulary;
import org.talks.events.Credit;
import org.talks.events.Note;
import org.talks.events.Resource;
import org.talks.events.RichText;
import org.talks.events.Session;
import org.talks.events.TalkDetails;

/// The fields of a talk, each in its stored form: the same rules whether a talk is added whole or changed in
/// part.
final class TalkFields {

    private TalkFields() {}

    static TalkDetails details(Checks checks, String field, @Nullable TalkDetails value) {
        if (value == null) {
            checks.missing(field, "description of the talk");
            return TalkDetails.titled("", "");
        }
        var in = checks.in(field);
        var details = new TalkDetails(
                in.id("conferenceId", value.conferenceId(), "conference"),
                title(in, value.title()),
                subtitle(in, value.subtitle()),
                summary(in, value.summary()),
                value.kind() == null ? TalkDetails.KIND_TALK : kind(in, value.kind()),
                level(in, value.level()),
                in.optionalLanguage("language", value.language()),
                track(in, value.track()),
                topics(in, value.topics()),
                speakers(in, value.speakers()),
                in.each("sessions", value.sessions(), "sessions", Limits.SESSIONS_MAX, session(in)),
                in.each("resources", value.resources(), "resources", Limits.RESOURCES_MAX, resource(in)),
                in.each("notes", value.notes(), "notes", Limits.NOTES_MAX, in::note));
        in.distinct("sessions", details.sessions(), "sessionId", Session::sessionId, once("session"));
        in.distinct("resources", details.resources(), "resourceId", Resource::resourceId, once("resource"));
        in.distinct("notes", details.notes(), "noteId", Note::noteId, once("note"));
        in.notesTogether("notes", details.notes());
        return TalkContent.inOrder(details);
    }

    static String title(Checks checks, @Nullable String value) {
        return checks.line("title", value, "title", Limits.TITLE_CHARACTERS_MAX);
    }

    static @Nullable String subtitle(Checks checks, @Nullable String value) {
        return checks.optionalLine("subtitle", value, "subtitle", Limits.TITLE_CHARACTERS_MAX);
    }

    static RichText summary(Checks checks, @Nullable RichText value) {
        return checks.optionalText("summary", value, "summary", Limits.SUMMARY_CHARACTERS_MAX);
    }

    static String kind(Checks checks, @Nullable String value) {
        return checks.oneOf("kind", value, "kind", TalkVocabulary.KINDS);
    }

    static @Nullable String level(Checks checks, @Nullable String value) {
        return checks.optionalLine("level", value, "level", Limits.LINE_CHARACTERS_MAX);
    }

    static @Nullable String track(Checks checks, @Nullable String value) {
        return checks.optionalLine("track", value, "track", Limits.LINE_CHARACTERS_MAX);
    }

    /// Sources repeat topics and leave blank ones; that is no mistake of anybody who could mend it.
    static List<String> topics(Checks checks, List<String> value) {
        if (checks.tooMany("topics", value.size(), "topics", Limits.TOPICS_MAX)) {
            return List.of();
        }
        var lines = value.stream()
                .map(Texts::lineOrNull)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return checks.each(
                "topics",
                lines,
                "topics",
                Limits.TOPICS_MAX,
                (field, topic) -> checks.line(field, topic, "topic", Limits.TOPIC_CHARACTERS_MAX));
    }

    static List<Credit> speakers(Checks checks, List<Credit> value) {
        var credits = checks.each("speakers", value, "speakers", Limits.SPEAKERS_MAX, (field, credit) -> {
            var in = checks.in(field);
            var role = in.optionalLine("role", credit.role(), "role", Limits.LINE_CHARACTERS_MAX);
            return new Credit(in.id("speakerId", credit.speakerId(), "speaker"), role == null ? Credit.SPEAKER : role);
        });
        checks.distinct("speakers", credits, "speakerId", Credit::speakerId, once("speaker"));
        return credits;
    }

    static Session session(Checks checks, String field, @Nullable Session value) {
        if (value == null) {
            checks.missing(field, "session");
            return new Session("", null, null, null, null, null);
        }
        var in = checks.in(field);
        return new Session(
                in.partId("sessionId", value.sessionId()),
                in.optionalDate("date", value.date(), "date"),
                in.optionalTime("localTime", value.localTime()),
                in.optionalZone("zone", value.zone()),
                in.optionalNumber(
                        "durationSeconds",
                        value.durationSeconds(),
                        "duration in seconds",
                        1,
                        Limits.DURATION_SECONDS_MAX),
                in.optionalLine("room", value.room(), "room", Limits.LINE_CHARACTERS_MAX));
    }

    static Resource resource(Checks checks, String field, @Nullable Resource value) {
        if (value == null) {
            checks.missing(field, "resource");
            return new Resource("", "", "", null, null, null, false, null);
        }
        var in = checks.in(field);
        var resource = new Resource(
                in.partId("resourceId", value.resourceId()),
                in.oneOf("kind", value.kind(), "kind of resource", TalkVocabulary.RESOURCE_KINDS),
                in.url("url", value.url(), "address"),
                in.optionalLine("label", value.label(), "label", Limits.LABEL_CHARACTERS_MAX),
                in.optionalLanguage("language", value.language()),
                in.optionalLine("licence", value.licence(), "licence", Limits.LABEL_CHARACTERS_MAX),
                value.withSpeakerNotes(),
                in.optionalNumber(
                        "durationSeconds",
                        value.durationSeconds(),
                        "duration in seconds",
                        1,
                        Limits.DURATION_SECONDS_MAX));
        if (resource.withSpeakerNotes() && !resource.kind().equals(Resource.SLIDES)) {
            in.wrong("withSpeakerNotes", "Only slides show speaker notes: change the kind to slides, or say false.");
        }
        return resource;
    }

    private static BiFunction<String, Session, Session> session(Checks checks) {
        return (field, value) -> session(checks, field, value);
    }

    private static BiFunction<String, Resource, Resource> resource(Checks checks) {
        return (field, value) -> resource(checks, field, value);
    }

    private static String once(String thing) {
        return "This " + thing + " is in the list twice: leave it once.";
    }
}
