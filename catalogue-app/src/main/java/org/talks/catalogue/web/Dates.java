package org.talks.catalogue.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Dates as people read them.
public final class Dates {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter DAY_OF_WEEK = DateTimeFormatter.ofPattern("EEEE d MMMM", Locale.ENGLISH);
    private static final DateTimeFormatter DAY_AND_MONTH = DateTimeFormatter.ofPattern("d MMMM", Locale.ENGLISH);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", Locale.ENGLISH);

    private Dates() {}

    /// `5 November 2016`
    public static String day(LocalDate date) {
        return DAY.format(date);
    }

    /// `Saturday 5 November`
    public static String dayOfWeek(LocalDate date) {
        return DAY_OF_WEEK.format(date);
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
                ? start.getDayOfMonth() + "–" + day(end)
                : DAY_AND_MONTH.format(start) + " – " + day(end);
    }

    /// `3 May 2021, 14:02` on the wall clock of `zone`.
    public static String moment(Instant instant, ZoneId zone) {
        return MOMENT.format(instant.atZone(zone));
    }

    /// `Dublin time` for `Europe/Dublin`: what a programme means by its clock times.
    public static String zone(ZoneId zone) {
        var id = zone.getId();
        var city = id.substring(id.lastIndexOf('/') + 1).replace('_', ' ');
        return id.contains("/") && !id.startsWith("Etc/")
                ? city + " time"
                : zone.getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
    }
}
