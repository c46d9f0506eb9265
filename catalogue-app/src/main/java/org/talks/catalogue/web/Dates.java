package org.talks.catalogue.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Dates as people read them.
public final class Dates {

    private static final Map<String, DateTimeFormatter> FORMATTERS = new ConcurrentHashMap<>();

    private Dates() {}

    /// `5 November 2016`
    public static String day(LocalDate date) {
        return format("date.day", date);
    }

    /// `Saturday 5 November`
    public static String dayOfWeek(LocalDate date) {
        return format("date.day-of-week", date);
    }

    /// `5–6 November 2016`, `30 October – 2 November 2016`; with one end unknown, the other; with both, nothing.
    public static String range(@Nullable LocalDate start, @Nullable LocalDate end) {
        if (start == null) {
            return end == null ? "" : day(end);
        }
        if (end == null || end.equals(start)) {
            return day(start);
        }
        if (start.getYear() != end.getYear()) {
            return day(start) + " – " + day(end);
        }
        return start.getMonth() == end.getMonth()
                ? format("date.day-of-range", start) + "–" + day(end)
                : format("date.day-and-month", start) + " – " + day(end);
    }

    /// `3 May 2021, 14:02` on the wall clock of `zone`.
    public static String moment(Instant instant, ZoneId zone) {
        return format("date.moment", instant.atZone(zone));
    }

    /// `Dublin time` for `Europe/Dublin`: what a programme means by its clock times.
    public static String zone(ZoneId zone) {
        var id = zone.getId();
        var city = id.substring(id.lastIndexOf('/') + 1).replace('_', ' ');
        return id.contains("/") && !id.startsWith("Etc/")
                ? Wording.text("date.zone", city)
                : zone.getDisplayName(TextStyle.SHORT, Wording.locale());
    }

    /// By the pattern that the language's file has under a key.
    private static String format(String key, TemporalAccessor moment) {
        var locale = Wording.locale();
        return FORMATTERS
                .computeIfAbsent(
                        key + locale.toLanguageTag(), _ -> DateTimeFormatter.ofPattern(Wording.text(key), locale))
                .format(moment);
    }
}
