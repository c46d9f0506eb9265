package org.talks.catalogue.feed.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.talks.catalogue.feed.Feed;
import org.talks.catalogue.published.PublishedConference;
import org.talks.catalogue.published.PublishedTalk;
import org.talks.catalogue.text.Texts;
import org.talks.catalogue.web.Dates;
import org.talks.catalogue.web.SafeHtml;
import org.talks.catalogue.web.Site;
import org.talks.events.Resource;

/// Makes entries of feeds out of talks and conferences.
final class TalkEntries {

    private static final Map<String, String> MEDIA_TYPES = Map.ofEntries(
            Map.entry("mp3", "audio/mpeg"),
            Map.entry("m4a", "audio/mp4"),
            Map.entry("opus", "audio/ogg"),
            Map.entry("ogg", "audio/ogg"),
            Map.entry("oga", "audio/ogg"),
            Map.entry("mp4", "video/mp4"),
            Map.entry("m4v", "video/x-m4v"),
            Map.entry("webm", "video/webm"),
            Map.entry("ogv", "video/ogg"));

    private static final Pattern FILE = Pattern.compile("https?://[^?#]+\\.([A-Za-z0-9]{3,4})(?:[?#].*)?");

    private TalkEntries() {}

    static Feed.Entry of(PublishedTalk talk, Site site) {
        return new Feed.Entry(
                Feed.id(talk.id()),
                talk.titleWithState(),
                site.url(talk.path()),
                talk.addedAt(),
                talk.changedAt(),
                talk.speakers().stream().map(PublishedTalk.Billed::name).toList(),
                talk.content().details().topics(),
                html(talk),
                talk.content().resources().stream()
                        .map(TalkEntries::recording)
                        .flatMap(java.util.Optional::stream)
                        .toList());
    }

    static Feed.Entry of(PublishedConference conference, Site site) {
        var details = conference.content().details();
        var facts = new ArrayList<String>();
        add(facts, Dates.range(details.startDate(), details.endDate()));
        add(facts, details.city());
        add(facts, details.country());
        return new Feed.Entry(
                Feed.id(conference.id()),
                conference.content().cancelled() ? "Cancelled: " + conference.name() : conference.name(),
                site.url(conference.path()),
                conference.stored().addedAt(),
                conference.changedAt(),
                List.of(),
                List.of(),
                paragraph(facts) + Texts.html(details.description()),
                List.of());
    }

    private static String html(PublishedTalk talk) {
        var facts = new ArrayList<String>();
        add(facts, talk.conference().name());
        talk.content().sessions().stream().findFirst().ifPresent(session -> {
            add(facts, session.date() == null ? null : Dates.day(session.date()));
            add(facts, session.room());
        });
        return paragraph(facts) + Texts.html(talk.content().details().summary());
    }

    private static void add(List<String> facts, @Nullable String fact) {
        if (fact != null && !fact.isBlank()) {
            facts.add(fact);
        }
    }

    private static String paragraph(List<String> facts) {
        return facts.isEmpty()
                ? ""
                : "<p>" + SafeHtml.text(String.join(", ", facts)).html() + "</p>";
    }

    /// A resource that is a file of sound or pictures; one on a site with a player of its own is none.
    private static java.util.Optional<Feed.Recording> recording(Resource resource) {
        var file = FILE.matcher(resource.url());
        if (!file.matches()) {
            return java.util.Optional.empty();
        }
        return java.util.Optional.ofNullable(MEDIA_TYPES.get(file.group(1).toLowerCase(Locale.ROOT)))
                .map(type -> new Feed.Recording(resource.url(), type, resource.durationSeconds()));
    }
}
