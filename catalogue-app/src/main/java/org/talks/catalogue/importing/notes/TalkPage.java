package org.talks.catalogue.importing.notes;

import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.talks.catalogue.importing.format.Durations;
import org.talks.catalogue.importing.format.HeldConference;
import org.talks.catalogue.importing.format.Json;
import org.talks.catalogue.importing.format.Moment;
import org.talks.catalogue.importing.format.Summaries;
import org.talks.catalogue.importing.format.TalkDraftBuilder;
import org.talks.catalogue.importing.format.Texts;
import org.talks.catalogue.importing.format.Urls;
import org.talks.events.Resource;
import org.talks.events.RichText;
import tools.jackson.databind.JsonNode;

/// The heads of pages on which people and companies list the talks they gave: those of Hugo's theme Academic (now
/// Hugo Blox: `event`, `authors`, `abstract`, `url_slides`) and their relatives with `presentation_date` and
/// `event_date_start`. Their times are wall clocks, whatever offset stands there: many write `Z` for any place.
final class TalkPage {

    /// Members that only such pages have; with one of them the text below the head is no note of a listener.
    private static final List<String> MARKS =
            List.of("event_url", "talk_url", "url_slides", "url_video", "abstract", "authors", "presentation_date");

    /// And with one of these it is one all the same.
    private static final List<String> NOTES = List.of("author", "by", "written", "heading", "slide", "second");

    private static final Pattern SHORTCODE = Pattern.compile("\\{\\{[<%][^{}]{0,500}[%>]\\}\\}");
    private static final Pattern SLUG = Pattern.compile("[\\p{Ll}\\d]+(?:[_-][\\p{Ll}\\d]+)+");
    private static final Pattern ACCOUNT = Pattern.compile("[\\p{Ll}\\d]+");
    private static final Pattern TWELVE_HOURS = Pattern.compile("(?i)(\\d{1,2}):(\\d{2})\\s*([ap])\\.?m\\.?");
    private static final LocalTime MIDNIGHT = LocalTime.MIDNIGHT;

    private TalkPage() {}

    static boolean is(JsonNode yaml) {
        return MARKS.stream().anyMatch(yaml::has) && NOTES.stream().noneMatch(yaml::has);
    }

    static RichText summary(JsonNode yaml, String body) {
        String told = Json.firstText(yaml, "abstract", "summary");
        return Summaries.join(RichText.MARKDOWN, told, SHORTCODE.matcher(body).replaceAll(""));
    }

    static void fillConference(JsonNode yaml, HeldConference conference) {
        JsonNode address = yaml.path("address");
        String city = Json.text(address, "city");
        conference.where(city == null ? Json.text(yaml, "event_location") : city, Json.text(address, "country"));
        Moment first = Moment.parse(Json.text(yaml, "event_date_start"));
        Moment last = Moment.parse(Json.text(yaml, "event_date_end"));
        conference.dates(first == null ? null : first.date(), last == null ? null : last.date());
        String url = Urls.http(Json.text(yaml, "event_url"));
        if (url != null && isSite(url)) {
            conference.website(url);
        }
    }

    static void fill(JsonNode yaml, TalkDraftBuilder talk) {
        talk.resource(Resource.VIDEO, Json.firstText(yaml, "video", "url_video", "video_url"), null, null, null)
                .resource(Resource.SLIDES, slides(yaml), null, null, null)
                .resource(Resource.CODE, web(yaml, "url_code"), null, null, null)
                .link(web(yaml, "url_pdf"), "PDF")
                .link(Json.firstText(yaml, "url", "link"), null)
                .link(web(yaml, "talk_url"), null);
        String event = web(yaml, "event_url");
        if (event != null && !isSite(event)) {
            talk.link(event, null);
        }
        for (JsonNode link : Json.items(yaml, "links")) {
            talk.link(web(link, "url"), Json.text(link, "name"));
        }
        for (String member : new String[] {"tags", "talk_tags"}) {
            for (JsonNode tag : Json.items(yaml, member)) {
                talk.topic(Json.text(tag));
            }
        }
        talk.track(Json.text(yaml, "track"));
        speakers(yaml, talk);
        session(yaml, talk);
    }

    /// Files of the site itself, which pages name without an address, are nothing elsewhere.
    private static @Nullable String web(JsonNode node, String member) {
        return Urls.http(Json.text(node, member));
    }

    /// On these pages `slides` may also be the name of a deck within the site.
    private static @Nullable String slides(JsonNode yaml) {
        String elsewhere = Json.firstText(yaml, "url_slides", "slides_url");
        return elsewhere == null && !is(yaml) ? Json.text(yaml, "slides") : either(elsewhere, web(yaml, "slides"));
    }

    private static @Nullable String either(@Nullable String first, @Nullable String second) {
        return first == null ? second : first;
    }

    private static boolean isSite(String url) {
        String path = URI.create(url).getPath();
        return path == null || path.length() <= 1;
    }

    private static void speakers(JsonNode yaml, TalkDraftBuilder talk) {
        List<String> named = new ArrayList<>();
        for (String member : new String[] {"speakers", "speaker"}) {
            named.addAll(names(yaml, member));
        }
        for (String name : named) {
            if (SLUG.matcher(name).matches()) {
                talk.warn(name, "This is a key in place of a name; a name was made of it.", "Correct the speaker.");
                talk.speaker(name, words(name), RichText.EMPTY, null, List.of());
            } else {
                talk.speakerNames(name);
            }
        }
        for (String author : named.isEmpty() ? names(yaml, "authors") : List.<String>of()) {
            if (ACCOUNT.matcher(author).matches() || SLUG.matcher(author).matches()) {
                talk.warn(author, "This is an account of the site and not a name.", "Add the speaker to the talk.");
            } else {
                talk.speakerNames(author);
            }
        }
    }

    private static List<String> names(JsonNode yaml, String member) {
        List<String> names = new ArrayList<>();
        for (JsonNode item : Json.items(yaml, member)) {
            names.add(Texts.line(Json.localised(item)));
        }
        names.add(Texts.line(Json.text(yaml, member)));
        names.removeIf(String::isEmpty);
        return names;
    }

    /// `mina_okafor` as `Mina Okafor`.
    private static String words(String slug) {
        StringBuilder words = new StringBuilder();
        for (String word : slug.split("[_-]", 20)) {
            words.append(words.isEmpty() ? "" : " ")
                    .append(word.substring(0, 1).toUpperCase(Locale.ROOT))
                    .append(word.substring(1));
        }
        return words.toString();
    }

    private static void session(JsonNode yaml, TalkDraftBuilder talk) {
        Moment start = Moment.parse(Json.firstText(yaml, "time_start", "presentation_date", "date"));
        if (start == null) {
            return;
        }
        Moment end = Moment.parse(Json.firstText(yaml, "time_end", "date_end"));
        // A date that stands there as its first moment tells no time.
        boolean allDay = "true".equals(Json.text(yaml, "all_day")) || (end == null && MIDNIGHT.equals(start.time()));
        LocalTime twelve = twelveHours(Json.text(yaml, "presentation_time"));
        LocalTime clock = twelve == null ? Durations.timeOfDay(Json.text(yaml, "start")) : twelve;
        String time = clock == null
                ? allDay ? null : start.localTime()
                : clock.toString().substring(0, 5);
        Long seconds = allDay || end == null ? null : start.secondsTo(end);
        talk.session("0", start.date(), time, null, seconds, Json.text(yaml, "room"));
    }

    private static @Nullable LocalTime twelveHours(@Nullable String raw) {
        Matcher time = TWELVE_HOURS.matcher(raw == null ? "" : raw.strip());
        if (!time.matches()) {
            return null;
        }
        int hour = Integer.parseInt(time.group(1)) % 12 + (time.group(3).equalsIgnoreCase("p") ? 12 : 0);
        try {
            return LocalTime.of(hour, Integer.parseInt(time.group(2)));
        } catch (DateTimeException outOfRange) {
            return null;
        }
    }
}
