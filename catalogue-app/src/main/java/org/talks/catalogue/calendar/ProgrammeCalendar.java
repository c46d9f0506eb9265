package org.talks.catalogue.calendar;

import com.github.mangstadt.vinnie.SyntaxStyle;
import com.github.mangstadt.vinnie.VObjectParameters;
import com.github.mangstadt.vinnie.VObjectProperty;
import com.github.mangstadt.vinnie.io.VObjectPropertyValues;
import com.github.mangstadt.vinnie.io.VObjectWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.talks.catalogue.published.PublishedTalk;
import org.talks.catalogue.text.Texts;
import org.talks.events.Session;

/// Writes sessions of talks as a calendar. A session keeps its UID whatever becomes of it; `SEQUENCE` grows with
/// each change of the talk or its conference and `LAST-MODIFIED` is the log's time of the latest, so that the
/// same catalogue always gives the same bytes.
///
/// Times with a known zone are written in UTC, which every calendar shows in its reader's zone; without a zone
/// they float; where only the day is known it is the whole day. Sessions without a day are left out.
public final class ProgrammeCalendar {

    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'");
    private static final DateTimeFormatter FLOATING = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss");

    /// What text must not hold (RFC 5545, 3.3.11).
    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cntrl}&&[^\n\t]]");

    /// Subscriptions of a programme that is being made need no more.
    private static final Duration REFRESH = Duration.ofHours(6);

    /// A line has at most 75 octets (RFC 5545, 3.1).
    private static final int LINE_OCTETS = 75;

    /// The same in characters, which is what the writer counts, of up to three octets each.
    private static final int LINE_CHARACTERS = 24;

    /// @param talk what is given in it
    private record Slot(PublishedTalk talk, Session session, LocalDate date) {}

    private final StringWriter text = new StringWriter();
    private final VObjectWriter writer = new VObjectWriter(text, SyntaxStyle.NEW);
    private final String site;

    private ProgrammeCalendar(String site) {
        this.site = site;
    }

    /// @param name shown by whoever subscribes
    /// @param zone of the programme, null when unknown
    /// @param site whole URL of the catalogue without a slash at its end
    public static byte[] of(String name, @Nullable String zone, String site, Collection<PublishedTalk> talks) {
        var calendar = new ProgrammeCalendar(site);
        try {
            calendar.write(name, zone, talks);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return calendar.text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /// Whether anything of a talk has a day.
    public static boolean hasDay(PublishedTalk talk) {
        return talk.content().sessions().stream().anyMatch(session -> session.date() != null);
    }

    private void write(String name, @Nullable String zone, Collection<PublishedTalk> talks) throws IOException {
        writer.writeBeginComponent("VCALENDAR");
        raw("VERSION", "2.0");
        raw("PRODID", "-//Talk Catalogue//Programme//EN");
        text("NAME", name);
        text("X-WR-CALNAME", name);
        raw("X-WR-TIMEZONE", zone);
        property("REFRESH-INTERVAL", "VALUE", "DURATION", REFRESH.toString());
        for (var slot : slots(talks)) {
            event(slot);
        }
        writer.writeEndComponent("VCALENDAR");
        writer.flush();
    }

    private static List<Slot> slots(Collection<PublishedTalk> talks) {
        var slots = new ArrayList<Slot>();
        for (var talk : talks) {
            for (var session : talk.content().sessions()) {
                if (session.date() != null) {
                    slots.add(new Slot(talk, session, session.date()));
                }
            }
        }
        return slots;
    }

    private void event(Slot slot) throws IOException {
        var talk = slot.talk();
        var changed = utc(talk.changedAt());
        writer.writeBeginComponent("VEVENT");
        raw("UID", talk.id() + "-" + slot.session().sessionId());
        // Without a METHOD this is when the event was revised last (RFC 5545, 3.8.7.2), not when it is asked for.
        raw("DTSTAMP", changed);
        raw("CREATED", utc(talk.addedAt()));
        raw("LAST-MODIFIED", changed);
        raw("SEQUENCE", String.valueOf(talk.revision()));
        raw("STATUS", talk.cancelled() ? "CANCELLED" : "CONFIRMED");
        start(slot);
        text("SUMMARY", talk.title());
        text("LOCATION", location(slot));
        text("DESCRIPTION", description(talk));
        categories(talk.content().details().topics());
        raw("URL", site + talk.path());
        writer.writeEndComponent("VEVENT");
    }

    private void start(Slot slot) throws IOException {
        var start = slot.talk().start(slot.session());
        var seconds = slot.session().durationSeconds();
        var time = time(slot.session());
        if (start != null) {
            raw("DTSTART", UTC.format(start.withZoneSameInstant(ZoneOffset.UTC)));
        } else if (time != null) {
            raw("DTSTART", FLOATING.format(slot.date().atTime(time)));
        } else {
            property("DTSTART", "VALUE", "DATE", DateTimeFormatter.BASIC_ISO_DATE.format(slot.date()));
            return;
        }
        if (seconds != null && seconds > 0) {
            raw("DURATION", Duration.ofSeconds(seconds).toString());
        }
    }

    private static @Nullable LocalTime time(Session session) {
        try {
            return session.localTime() == null ? null : LocalTime.parse(session.localTime());
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static String location(Slot slot) {
        var conference = slot.talk().conference().content().details();
        return java.util.stream.Stream.of(slot.session().room(), conference.city())
                .filter(Objects::nonNull)
                .reduce((room, city) -> room + ", " + city)
                .orElse("");
    }

    private static String description(PublishedTalk talk) {
        var lines = new ArrayList<String>();
        if (!talk.speakers().isEmpty()) {
            lines.add(String.join(
                    ", ",
                    talk.speakers().stream().map(PublishedTalk.Billed::name).toList()));
        }
        lines.add(talk.conference().name());
        var summary = Texts.plain(talk.content().details().summary()).strip();
        if (!summary.isEmpty()) {
            lines.add("");
            lines.add(summary);
        }
        return String.join("\n", lines);
    }

    private void categories(List<String> topics) throws IOException {
        if (!topics.isEmpty()) {
            raw(
                    "CATEGORIES",
                    VObjectPropertyValues.writeList(
                            topics.stream().map(ProgrammeCalendar::plain).toList()));
        }
    }

    private void text(String name, String value) throws IOException {
        if (!value.isBlank()) {
            raw(name, VObjectPropertyValues.escape(plain(value)).replace("\n", "\\n"));
        }
    }

    private void raw(String name, @Nullable String value) throws IOException {
        if (value != null) {
            var plain = value.chars().allMatch(character -> character < 128);
            writer.getFoldedLineWriter().setLineLength(plain ? LINE_OCTETS : LINE_CHARACTERS);
            writer.writeProperty(name, value);
        }
    }

    private void property(String name, String parameter, String of, String value) throws IOException {
        var parameters = new VObjectParameters();
        parameters.put(parameter, of);
        writer.writeProperty(new VObjectProperty(null, name, parameters, value));
    }

    private static String plain(String text) {
        return CONTROLS.matcher(text.replace("\r\n", "\n")).replaceAll(" ");
    }

    private static String utc(Instant instant) {
        return UTC.format(instant.atOffset(ZoneOffset.UTC));
    }
}
