package org.talks.catalogue.importing.ical;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.talks.catalogue.importing.format.DraftSink;
import org.talks.catalogue.importing.format.Durations;
import org.talks.catalogue.importing.format.HeldConference;
import org.talks.catalogue.importing.format.Moment;
import org.talks.catalogue.importing.format.Slugs;
import org.talks.catalogue.importing.format.Summaries;
import org.talks.catalogue.importing.format.TalkDraftBuilder;
import org.talks.catalogue.importing.format.Texts;
import org.talks.catalogue.importing.format.UnreadableSourceException;
import org.talks.catalogue.importing.format.Zones;
import org.talks.events.RichText;

/// A calendar while it is read. Its events are held, because only at the end is it known whether their UIDs are
/// unique: in one real file 67 of 88 events share one.
final class Calendar {

    /// The largest real calendar has 1,100 events.
    private static final int MAX_EVENTS = 20_000;

    private static final Pattern PRETALX_UID = Pattern.compile("pretalx-(.+)-([A-Z0-9]{6})(?:-\\d+)?@.*");
    private static final Pattern PRETALX_XCAL = Pattern.compile("([A-Z0-9]{6})@@.*");

    /// frab calls the calendar of MapCon 2015 `MapCon 2015 Schedule`.
    private static final Pattern SCHEDULE = Pattern.compile("(?<=\\S)\\s+Schedule$");

    private static final Pattern RELATIVE = Pattern.compile("[\\w./-]{1,200}\\.html");

    private static final Pattern MOMENT =
            Pattern.compile("(\\d{4})(\\d{2})(\\d{2})(?:T(\\d{2})(\\d{2})(?:\\d{2})?(Z)?)?");

    private final String fileName;
    private final DraftSink sink;
    private final Map<String, String> properties = new HashMap<>();
    private final List<CalendarEvent> events = new ArrayList<>();

    Calendar(String fileName, DraftSink sink) {
        this.fileName = fileName;
        this.sink = sink;
    }

    void property(String name, String value) {
        properties.putIfAbsent(name.toUpperCase(Locale.ROOT), value);
    }

    void event(CalendarEvent event) throws UnreadableSourceException {
        if (events.size() >= MAX_EVENTS) {
            throw new UnreadableSourceException(
                    fileName + " holds more than " + MAX_EVENTS + " events. Split it by conference.");
        }
        events.add(event);
        sink.progressed(event.place());
    }

    boolean isEmpty() {
        return events.isEmpty();
    }

    void finish() {
        HeldConference conference = conference();
        Set<String> repeated = repeatedUids();
        Set<String> keys = new HashSet<>();
        for (CalendarEvent event : events) {
            String key = key(event, repeated);
            if (keys.add(key)) {
                conference.add(
                        talk(event, conference.talk(key, event.place(), sink)).build());
            } else {
                sink.ignored(event.place(), "It is listed a second time.");
            }
        }
        conference.handOver(sink);
    }

    private TalkDraftBuilder talk(CalendarEvent event, TalkDraftBuilder talk) {
        String summary = Objects.requireNonNullElse(event.get("SUMMARY"), "");
        String title = summary;
        if (isPretalx()) {
            // "title - speaker, speaker": the last dash, because titles have dashes too.
            int dash = summary.lastIndexOf(" - ");
            if (dash > 0 && event.speakers().isEmpty()) {
                title = summary.substring(0, dash);
                for (String name : summary.substring(dash + 3).split(",", 50)) {
                    talk.speaker(null, name, RichText.EMPTY, null, List.of());
                }
            }
        }
        event.speakers().forEach(name -> talk.speaker(null, name, RichText.EMPTY, null, List.of()));
        String description = event.get("DESCRIPTION");
        String markup = isPretalx() ? RichText.MARKDOWN : Summaries.guessFormat(description);
        String own = event.get("PENTABARF:TITLE");
        talk.title(own == null ? title : own)
                .subtitle(event.get("PENTABARF:SUBTITLE"))
                .summary(Summaries.join(markup, description))
                .language(language(event))
                .cancelled("CANCELLED".equalsIgnoreCase(event.get("STATUS")))
                .link(relative(event.get("URL")) ? null : event.get("URL"), null);
        if (event.categories().size() == 1) {
            talk.kindFrom(event.categories().getFirst());
        }
        event.categories().forEach(talk::topic);
        session(event, talk);
        return talk;
    }

    /// Where frab knows none, it wrote the table of all languages into `pentabarf:language` and no code.
    private static @Nullable String language(CalendarEvent event) {
        String code = event.get("PENTABARF:LANGUAGE-CODE");
        String name = event.get("PENTABARF:LANGUAGE");
        if (code != null || name == null) {
            return code == null ? event.get("LANGUAGE") : code;
        }
        return name.startsWith("{") ? null : name;
    }

    /// frab's address of a page within the site that the file was taken from, and that nobody names.
    private static boolean relative(@Nullable String url) {
        return url != null && RELATIVE.matcher(url).matches();
    }

    private static void session(CalendarEvent event, TalkDraftBuilder talk) {
        Moment start = moment(event.get("DTSTART"));
        Moment end = moment(event.get("DTEND"));
        Long iso = Durations.iso(event.get("DURATION"));
        if (start != null && end == null && iso != null && start.time() != null) {
            String zone = Zones.of(event.zone()) == null ? null : event.zone();
            String known = ZoneOffset.UTC.equals(start.offset()) ? "UTC" : zone;
            talk.session("0", start.date(), start.localTime(), known, iso, event.get("LOCATION"));
            return;
        }
        // A local time with a region's name is a wall clock there; one without is a wall clock somewhere.
        talk.session("0", start, end, event.zone(), event.get("LOCATION"));
    }

    private HeldConference conference() {
        String name = Objects.requireNonNullElse(
                Texts.lineOrNull(properties.get("X-WR-CALNAME")),
                Texts.line(Objects.requireNonNullElse(properties.get("SUMMARY"), "")));
        Set<String> zones = new HashSet<>();
        String pretalx = null;
        for (CalendarEvent event : events) {
            zones.add(Objects.requireNonNullElse(event.zone(), ""));
            Matcher uid = PRETALX_UID.matcher(Objects.requireNonNullElse(event.get("UID"), ""));
            if (uid.matches()) {
                pretalx = uid.group(1);
            }
        }
        HeldConference conference;
        if (name.isEmpty() && pretalx != null) {
            String slug = Slugs.of(pretalx);
            conference = new HeldConference("pretalx:" + slug, slug, slug.replace('-', ' '), fileName);
        } else if (name.isEmpty()) {
            conference = HeldConference.namedByFile("ical", fileName, sink);
        } else {
            String slug = Slugs.of(name);
            String key = slug.isEmpty() ? "calendar" : slug;
            conference = new HeldConference(
                    "ical:" + key, key, SCHEDULE.matcher(name).replaceFirst(""), fileName);
        }
        String only = zones.size() == 1 ? zones.iterator().next() : "";
        String told = properties.get("X-WR-TIMEZONE");
        boolean venue = told != null && !told.strip().equals("UTC");
        return conference.zone(only.isEmpty() && venue ? told : only);
    }

    private boolean isPretalx() {
        return Objects.requireNonNullElse(properties.get("PRODID"), "").contains("pretalx");
    }

    private Set<String> repeatedUids() {
        Set<String> seen = new HashSet<>();
        Set<String> repeated = new HashSet<>();
        for (CalendarEvent event : events) {
            String uid = uid(event);
            if (!seen.add(uid)) {
                repeated.add(uid);
            }
        }
        return repeated;
    }

    private static String uid(CalendarEvent event) {
        String uid = Objects.requireNonNullElse(event.get("UID"), "");
        Matcher code = PRETALX_UID.matcher(uid);
        Matcher xcal = PRETALX_XCAL.matcher(uid);
        String known = code.matches() ? code.group(2) : xcal.matches() ? xcal.group(1) : Texts.line(uid);
        String recurrence = event.get("RECURRENCE-ID");
        return recurrence == null ? known : known + " " + recurrence;
    }

    private static String key(CalendarEvent event, Set<String> repeated) {
        String uid = uid(event);
        if (!uid.isEmpty() && !repeated.contains(uid)) {
            return uid;
        }
        return (uid + " " + event.get("DTSTART") + " "
                        + Slugs.of(Texts.line(Objects.requireNonNullElse(event.get("SUMMARY"), ""))))
                .strip();
    }

    /// `20230818T090000`, with `Z` when in UTC, or `20230818`; also what [Moment] reads.
    static @Nullable Moment moment(@Nullable String raw) {
        if (raw == null || raw.length() > 40) {
            return null;
        }
        Matcher matcher = MOMENT.matcher(raw.strip());
        if (!matcher.matches()) {
            return Moment.parse(raw);
        }
        Moment day = Moment.parse(matcher.group(1) + "-" + matcher.group(2) + "-" + matcher.group(3));
        LocalTime clock =
                matcher.group(4) == null ? null : Durations.timeOfDay(matcher.group(4) + ":" + matcher.group(5));
        if (day == null || clock == null) {
            return day;
        }
        LocalDate date = day.date();
        return new Moment(date, clock, matcher.group(6) == null ? null : ZoneOffset.UTC);
    }
}
