package org.talks.catalogue.importing.frab;

import java.net.URI;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.talks.catalogue.importing.format.ConferenceDraft;
import org.talks.catalogue.importing.format.DraftSink;
import org.talks.catalogue.importing.format.Durations;
import org.talks.catalogue.importing.format.Kinds;
import org.talks.catalogue.importing.format.Moment;
import org.talks.catalogue.importing.format.Rejection;
import org.talks.catalogue.importing.format.Slugs;
import org.talks.catalogue.importing.format.Summaries;
import org.talks.catalogue.importing.format.TalkDraftBuilder;
import org.talks.catalogue.importing.format.Texts;
import org.talks.catalogue.importing.format.Titles;
import org.talks.catalogue.importing.format.UnreadableSourceException;
import org.talks.catalogue.importing.format.Urls;
import org.talks.catalogue.importing.format.Zones;
import org.talks.events.Resource;
import org.talks.events.RichText;

/// A schedule while it is read. Its events are held until the end, because only then is it known which of them
/// are slots of one talk, which ids of persons can be trusted, and when the conference took place.
final class FrabSchedule {

    /// The largest congress has 1,007; a merged file of all its side events 2,300.
    private static final int MAX_EVENTS = 20_000;

    /// Where no file says otherwise, the night belongs to the day before until four in the morning.
    private static final LocalTime USUAL_DAY_CHANGE = LocalTime.of(4, 0);

    /// pretalx addresses a talk by six characters; they stay when slots are added and moved, its guids do not.
    private static final Pattern PRETALX_CODE = Pattern.compile("/talk/([A-Z0-9]{6})(?:/|$)");

    private final String fileName;
    private final DraftSink sink;
    private final Map<String, String> conference = new HashMap<>();
    private final List<FrabEvent> events = new ArrayList<>();
    private final Set<LocalDate> days = new TreeSet<>();
    private String generator = "";

    FrabSchedule(String fileName, DraftSink sink) {
        this.fileName = fileName;
        this.sink = sink;
    }

    void generator(@Nullable String name) {
        generator = name == null ? "" : name.toLowerCase(Locale.ROOT);
    }

    /// @param fields simple values by their names in XML
    void conference(Map<String, String> fields) {
        fields.forEach(conference::putIfAbsent);
    }

    boolean isEmpty() {
        return events.isEmpty() && conference.isEmpty();
    }

    void event(FrabEvent event) throws UnreadableSourceException {
        if (events.size() >= MAX_EVENTS) {
            throw new UnreadableSourceException(
                    fileName + " holds more than " + MAX_EVENTS + " events. Split it by conference.");
        }
        events.add(event);
        if (event.day().date() != null) {
            days.add(event.day().date());
        }
        sink.progressed(event.place());
    }

    /// Hands over everything.
    void finish() {
        String title = Objects.requireNonNullElse(value("title"), Objects.requireNonNullElse(value("acronym"), ""));
        if (title.isEmpty()) {
            title = fileName;
            sink.warning(new Rejection(
                    fileName, "", "The conference has no title; the name of the file was taken.", "Name it."));
        }
        ZoneId zone = Zones.of(value("time_zone_name"));
        Map<String, List<Slot>> talks = talks(zone);
        ConferenceDraft draft = draft(Texts.line(title), zone, talks);
        sink.conference(draft);
        PersonKeys keys = PersonKeys.of(events);
        talks.forEach((key, slots) -> handOver(draft, key, slots, keys));
    }

    private ConferenceDraft draft(String title, @Nullable ZoneId zone, Map<String, List<Slot>> talks) {
        Set<LocalDate> dates = new TreeSet<>(days);
        if (dates.isEmpty()) {
            talks.values()
                    .forEach(slots -> slots.forEach(slot -> {
                        if (slot.start() != null) {
                            dates.add(slot.start().date());
                        }
                    }));
        }
        List<LocalDate> ordered = List.copyOf(dates);
        LocalDate start = date(value("start"));
        LocalDate end = date(value("end"));
        if (!ordered.isEmpty()) {
            LocalDate first = ordered.getFirst();
            LocalDate last = ordered.getLast();
            boolean backwards = start != null && end != null && end.isBefore(start);
            boolean elsewhere = (start != null && start.isAfter(last)) || (end != null && end.isBefore(first));
            if (backwards || elsewhere) {
                sink.warning(new Rejection(
                        fileName,
                        start + " to " + end,
                        "The dates of the conference contradict its days, " + first + " to " + last
                                + ", which were taken.",
                        "Check name and dates of the conference."));
                start = first;
                end = last;
            }
            start = start == null ? first : start;
            end = end == null ? last : end;
        }
        String key = key(title, start);
        String website = Urls.http(value("url"));
        return new ConferenceDraft(
                "frab:" + key,
                key,
                title,
                Titles.series(title),
                start,
                end,
                Texts.lineOrNull(value("city")),
                null,
                zone == null ? null : zone.getId(),
                website == null ? Urls.http(value("base_url")) : website,
                List.of(),
                Summaries.join(Summaries.guessFormat(value("description")), value("subtitle"), value("description")),
                fileName);
    }

    /// Acronyms without a number (`denog`) come back every year; the year makes them one edition's.
    private String key(String title, @Nullable LocalDate start) {
        String acronym = value("acronym");
        String key = Slugs.of(acronym == null ? title : acronym);
        if (key.isEmpty()) {
            key = "schedule";
        }
        boolean tellsEdition = key.chars().anyMatch(Character::isDigit);
        return tellsEdition || start == null ? key : key + "-" + start.getYear();
    }

    /// Slots by talk, in order. The same key with another title is another talk: ids are not always unique.
    private Map<String, List<Slot>> talks(@Nullable ZoneId zone) {
        Map<String, List<Slot>> talks = new LinkedHashMap<>();
        for (FrabEvent event : events) {
            Slot slot = new Slot(event, start(event, zone));
            String key = key(event);
            List<Slot> known = talks.get(key);
            if (known != null && !sameTitle(known.getFirst().event(), event)) {
                sink.warning(new Rejection(
                        event.place(),
                        key,
                        "The id was used for another talk before; the title was added to it.",
                        "Give each talk its own id."));
                key = key + " " + Slugs.of(Texts.line(event.get("title")));
                known = talks.get(key);
            }
            if (known == null) {
                talks.put(key, new ArrayList<>(List.of(slot)));
            } else if (known.stream().anyMatch(other -> other.sameAs(slot))) {
                sink.ignored(event.place(), "It repeats a slot of the same talk.");
            } else {
                known.add(slot);
            }
        }
        return talks;
    }

    private static boolean sameTitle(FrabEvent one, FrabEvent other) {
        return Texts.line(one.get("title")).equalsIgnoreCase(Texts.line(other.get("title")));
    }

    private static String key(FrabEvent event) {
        for (String address : new String[] {"url", "feedback_url", "origin_url"}) {
            String url = event.get(address);
            Matcher code = PRETALX_CODE.matcher(url == null ? "" : url);
            if (code.find()) {
                return code.group(1);
            }
        }
        for (String name : new String[] {"guid", "code", "id", "slug"}) {
            String value = event.get(name);
            if (value != null) {
                return Texts.line(value);
            }
        }
        return Slugs.of(Texts.line(event.get("title"))) + " " + event.day().date() + " " + event.get("start");
    }

    private void handOver(ConferenceDraft draft, String key, List<Slot> slots, PersonKeys keys) {
        FrabEvent event = slots.getFirst().event();
        TalkDraftBuilder talk = new TalkDraftBuilder(draft.source(), key, draft.key(), event.place(), sink);
        String markup = generator.contains("pretalx")
                ? RichText.MARKDOWN
                : Summaries.guessFormat(event.get("abstract"), event.get("description"));
        talk.title(event.get("title"))
                .subtitle(event.get("subtitle"))
                .summary(Summaries.join(markup, event.get("abstract"), event.get("description")))
                .language(event.get("language"))
                .track(event.get("track"))
                .kind(kind(event));
        slots.forEach(slot -> slot.event()
                .persons()
                .forEach(person -> talk.speaker(keys.usable(person), person.name(), person.bio(), null, List.of())));
        slots.sort((one, other) -> one.order().compareTo(other.order()));
        for (int rank = 0; rank < slots.size(); rank++) {
            session(talk, slots.get(rank), rank, draft.zone());
        }
        slots.forEach(slot -> links(talk, slot.event()));
        talk.handOver();
    }

    private static @Nullable String kind(FrabEvent event) {
        boolean pause =
                event.persons().isEmpty() && (Kinds.isBreak(event.get("type")) || Kinds.isBreak(event.get("title")));
        return pause ? "other" : Kinds.ofTalk(event.get("type"));
    }

    private static void session(TalkDraftBuilder talk, Slot slot, int rank, @Nullable String zone) {
        String raw = slot.event().get("duration");
        Long seconds = Durations.clock(raw);
        if (raw != null && seconds == null) {
            talk.warn(raw, "This is not a duration.", "Write it as h:mm.");
        }
        Moment start = slot.start();
        String room = slot.event().get("room");
        if (start == null && seconds == null && room == null) {
            return;
        }
        talk.session(
                String.valueOf(rank),
                start == null ? null : start.date(),
                start == null ? null : start.localTime(),
                zone,
                seconds,
                room);
    }

    /// Date and wall clock: `date` where it is told, otherwise the day, its change and `start`.
    private @Nullable Moment start(FrabEvent event, @Nullable ZoneId zone) {
        Moment told = Moment.parse(event.get("date"));
        LocalTime clock = Durations.timeOfDay(event.get("start"));
        if (told != null && told.time() != null) {
            Moment local = zone == null ? told : told.in(zone);
            if (clock != null && !clock.equals(told.time()) && !clock.equals(local.time())) {
                sink.warning(new Rejection(
                        event.place(),
                        event.get("date") + " and " + clock,
                        "Date and start contradict each other; the date was taken.",
                        "Correct one of them."));
            }
            return local;
        }
        LocalDate day = told == null ? event.day().date() : told.date();
        if (day == null || clock == null) {
            return day == null ? null : new Moment(day, null, null);
        }
        return new Moment(isNight(event.day(), day, clock) ? day.plusDays(1) : day, clock, null);
    }

    private boolean isNight(FrabEvent.Day listed, LocalDate day, LocalTime clock) {
        Moment first = listed.start();
        if (first != null && first.time() != null && first.date().equals(day)) {
            return clock.isBefore(first.time());
        }
        LocalTime change = Durations.timeOfDay(value("day_change"));
        return clock.isBefore(change == null ? USUAL_DAY_CHANGE : change);
    }

    private void links(TalkDraftBuilder talk, FrabEvent event) {
        String licence = event.get("licence");
        talk.resource(Resource.LINK, event.get("url"), null, null, null);
        talk.resource(Resource.VIDEO, event.get("video_download_url"), null, licence, null);
        for (FrabEvent.FrabLink link : event.links()) {
            String url = absolute(link.url(), event);
            String label = link.label();
            boolean feedback = label != null && label.toLowerCase(Locale.ROOT).contains("feedback");
            if (url == null || feedback) {
                continue;
            }
            String http = Urls.http(url);
            String kind = link.kind() == null ? Kinds.ofResource(label, http == null ? url : http) : link.kind();
            talk.resource(kind, url, label, kind.equals(Resource.VIDEO) ? licence : null, null);
        }
    }

    /// Attachments are often told without their host.
    private @Nullable String absolute(@Nullable String url, FrabEvent event) {
        String base = event.get("url") == null ? value("base_url") : event.get("url");
        if (url == null || base == null || !url.startsWith("/")) {
            return url;
        }
        String http = Urls.http(base);
        String path = Urls.http("http://host" + url);
        return http == null || path == null
                ? url
                : URI.create(http)
                        .resolve(path.substring("http://host".length()))
                        .toString();
    }

    private @Nullable String value(String name) {
        String value = conference.get(name);
        return value == null || value.isBlank() || value.strip().equals("None") ? null : value.strip();
    }

    private static @Nullable LocalDate date(@Nullable String raw) {
        Moment moment = Moment.parse(raw);
        return moment == null ? null : moment.date();
    }

    private record Slot(FrabEvent event, @Nullable Moment start) {

        /// Sorts by start; slots without one come last in their order.
        String order() {
            return start == null ? "~" : start.date() + " " + Objects.requireNonNullElse(start.localTime(), "");
        }

        boolean sameAs(Slot other) {
            return Objects.equals(start, other.start)
                    && Objects.equals(event.get("room"), other.event.get("room"))
                    && Objects.equals(event.get("duration"), other.event.get("duration"));
        }
    }
}
