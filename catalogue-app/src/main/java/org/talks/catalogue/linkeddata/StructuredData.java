package org.talks.catalogue.linkeddata;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.talks.catalogue.published.PublishedConference;
import org.talks.catalogue.published.PublishedSpeaker;
import org.talks.catalogue.published.PublishedTalk;
import org.talks.catalogue.text.Texts;
import org.talks.catalogue.web.Player;
import org.talks.events.Link;
import org.talks.events.Resource;
import org.talks.events.Session;

/// Describes things in the words of schema.org, as objects for a JSON encoder. Unknown things are left out.
public final class StructuredData {

    private static final String CONTEXT = "https://schema.org";

    /// Descriptions are cut; the page has the rest.
    private static final int DESCRIPTION_MAX = 1_000;

    private StructuredData() {}

    /// A talk as an `Event` for each time it was given, with its recordings as `VideoObject`s.
    ///
    /// @param site whole URL of the catalogue without a slash at its end
    public static Map<String, Object> of(PublishedTalk talk, String site) {
        var graph = new ArrayList<Map<String, Object>>();
        var sessions = talk.content().sessions();
        if (sessions.isEmpty()) {
            graph.add(event(talk, null, 0, site));
        }
        for (var i = 0; i < sessions.size(); i++) {
            graph.add(event(talk, sessions.get(i), i, site));
        }
        talk.content().resources().stream()
                .filter(resource -> resource.kind().equals(Resource.VIDEO))
                .forEach(video -> graph.add(video(talk, video, site)));
        return graph(graph);
    }

    /// A conference as an `Event`; its talks say themselves that they are part of it.
    public static Map<String, Object> of(PublishedConference conference, String site) {
        var details = conference.content().details();
        var event = thing("Event", site + conference.path());
        put(event, "name", details.name());
        put(event, "description", description(Texts.plain(details.description())));
        put(event, "startDate", details.startDate());
        put(event, "endDate", details.endDate());
        put(event, "eventStatus", status(conference.content().cancelled()));
        put(event, "location", place(conference, null));
        put(event, "inLanguage", details.languages().isEmpty() ? null : details.languages());
        put(event, "sameAs", details.website());
        return graph(List.of(event));
    }

    public static Map<String, Object> of(PublishedSpeaker speaker, String site) {
        var details = speaker.content().details();
        var person = thing("Person", site + speaker.path());
        put(person, "name", speaker.name());
        put(
                person,
                "alternateName",
                speaker.content().aliases().isEmpty() ? null : speaker.content().aliases());
        put(person, "description", description(Texts.plain(details.bio())));
        put(
                person,
                "affiliation",
                details.affiliation() == null ? null : Map.of("@type", "Organization", "name", details.affiliation()));
        put(
                person,
                "sameAs",
                details.links().isEmpty()
                        ? null
                        : details.links().stream().map(Link::url).toList());
        return graph(List.of(person));
    }

    private static Map<String, Object> event(PublishedTalk talk, @Nullable Session session, int number, String site) {
        var details = talk.content().details();
        var url = site + talk.path();
        var event = thing(
                details.kind().equals("workshop") || details.kind().equals("tutorial") ? "EducationEvent" : "Event",
                url);
        event.put("@id", number == 0 ? url : url + "#session-" + (number + 1));
        put(event, "name", talk.title());
        put(event, "alternateName", details.subtitle());
        put(event, "description", description(Texts.plain(details.summary())));
        put(event, "startDate", session == null ? null : start(talk, session));
        put(event, "endDate", session == null ? null : end(talk, session));
        put(event, "duration", session == null ? null : duration(session.durationSeconds()));
        put(event, "eventStatus", status(talk.cancelled()));
        put(event, "inLanguage", details.language());
        put(event, "keywords", details.topics().isEmpty() ? null : details.topics());
        put(event, "location", place(talk.conference(), session == null ? null : session.room()));
        put(
                event,
                "performer",
                talk.speakers().isEmpty()
                        ? null
                        : talk.speakers().stream()
                                .map(speaker -> person(speaker, site))
                                .toList());
        put(event, "superEvent", superEvent(talk.conference(), site));
        return event;
    }

    private static Map<String, Object> video(PublishedTalk talk, Resource video, String site) {
        var details = talk.content().details();
        var player = Player.of(video.url());
        var url = site + talk.path();
        var object = thing("VideoObject", url);
        object.put("@id", video.url());
        put(object, "name", video.label() == null ? talk.title() : video.label());
        put(object, "description", or(description(Texts.plain(details.summary())), talk.title()));
        // When it was put up is not known; when it was first listed here is, and so is when it was recorded.
        put(object, "uploadDate", talk.addedAt());
        put(
                object,
                "dateCreated",
                talk.content().sessions().isEmpty()
                        ? null
                        : talk.content().sessions().getFirst().date());
        put(object, "duration", duration(video.durationSeconds()));
        put(object, "thumbnailUrl", site + "/talks/" + talk.id() + "/preview.png");
        put(object, "inLanguage", video.language() == null ? details.language() : video.language());
        put(object, "license", video.licence());
        if (player != null && player.type().equals("frame")) {
            put(object, "embedUrl", player.src());
        } else if (player != null) {
            put(object, "contentUrl", video.url());
        }
        put(object, "recordedAt", Map.of("@id", url));
        return object;
    }

    private static Map<String, Object> person(PublishedTalk.Billed speaker, String site) {
        var person = new LinkedHashMap<String, Object>();
        person.put("@type", "Person");
        person.put("@id", site + speaker.path());
        person.put("name", speaker.name());
        person.put("url", site + speaker.path());
        return person;
    }

    private static Map<String, Object> superEvent(PublishedConference conference, String site) {
        var details = conference.content().details();
        var event = thing("Event", site + conference.path());
        put(event, "name", details.name());
        put(event, "startDate", details.startDate());
        put(event, "endDate", details.endDate());
        put(event, "location", place(conference, null));
        return event;
    }

    private static @Nullable Map<String, Object> place(PublishedConference conference, @Nullable String room) {
        var details = conference.content().details();
        if (details.city() == null && details.country() == null && room == null) {
            return null;
        }
        var place = new LinkedHashMap<String, Object>();
        place.put("@type", "Place");
        put(place, "name", room == null ? or(details.city(), String.valueOf(details.country())) : room);
        if (details.city() != null || details.country() != null) {
            var address = new LinkedHashMap<String, Object>();
            address.put("@type", "PostalAddress");
            put(address, "addressLocality", details.city());
            put(address, "addressCountry", details.country());
            place.put("address", address);
        }
        return place;
    }

    private static @Nullable Object start(PublishedTalk talk, Session session) {
        var start = talk.start(session);
        return start != null
                ? start.toOffsetDateTime()
                : session.date() != null && session.localTime() != null
                        ? session.date() + "T" + session.localTime()
                        : session.date();
    }

    private static @Nullable Object end(PublishedTalk talk, Session session) {
        var start = talk.start(session);
        return start == null || session.durationSeconds() == null
                ? null
                : start.plusSeconds(session.durationSeconds()).toOffsetDateTime();
    }

    private static @Nullable String duration(@Nullable Integer seconds) {
        return seconds == null ? null : Duration.ofSeconds(seconds).toString();
    }

    private static String status(boolean cancelled) {
        return cancelled ? "https://schema.org/EventCancelled" : "https://schema.org/EventScheduled";
    }

    private static Map<String, Object> thing(String type, String url) {
        var thing = new LinkedHashMap<String, Object>();
        thing.put("@type", type);
        thing.put("@id", url);
        thing.put("url", url);
        return thing;
    }

    private static Map<String, Object> graph(List<Map<String, Object>> things) {
        var graph = new LinkedHashMap<String, Object>();
        graph.put("@context", CONTEXT);
        graph.put("@graph", things);
        return graph;
    }

    private static void put(Map<String, Object> thing, String name, @Nullable Object value) {
        if (value != null) {
            thing.put(name, value instanceof java.time.temporal.Temporal moment ? moment.toString() : value);
        }
    }

    private static @Nullable String description(String plain) {
        var text = plain.strip();
        return text.isEmpty()
                ? null
                : text.length() <= DESCRIPTION_MAX
                        ? text
                        : text.substring(0, DESCRIPTION_MAX).strip() + " …";
    }

    private static String or(@Nullable String text, String otherwise) {
        return text == null ? otherwise : text;
    }
}
