package org.talks.catalogue.importing.table;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.talks.catalogue.importing.format.Moment;

/// Dates and times as people write them into tables.
///
/// @param dates the order of day and month
/// @param twelveHours the hours of the table run from 1 to 12 without saying am or pm: those before seven are not
///     taken, since nobody knows which half of the day they mean
record Clock(Mapping.Dates dates, boolean twelveHours) {

    private static final int FIRST_MORNING_HOUR = 7;

    private static final Pattern TIME = Pattern.compile(
            "(\\d{1,2})[:.](\\d{2})(?::\\d{2}(?:\\.\\d{1,9})?)?\\s*([ap])?\\.?m?\\.?", Pattern.CASE_INSENSITIVE);
    private static final Pattern DATE = Pattern.compile("(\\d{1,2})([./])(\\d{1,2})\\2(\\d{4})(?:[ ,T]+(.*))?");
    private static final Pattern RANGE = Pattern.compile("\\s*(?:–|—|-|to|bis)\\s*");

    /// Whether these values tell a clock of twelve hours.
    static boolean runsToTwelve(Iterable<String> values) {
        boolean small = false;
        for (String value : values) {
            for (String part : RANGE.split(value.strip(), 3)) {
                Matcher time = TIME.matcher(part);
                if (!time.matches()) {
                    continue;
                }
                int hour = Integer.parseInt(time.group(1));
                if (hour > 12 || time.group(3) != null) {
                    return false;
                }
                small |= hour > 0 && hour < FIRST_MORNING_HOUR;
            }
        }
        return small;
    }

    /// A time of day, the first of a range; null when it is none or nobody can tell which.
    @Nullable
    LocalTime time(@Nullable String raw) {
        return raw == null ? null : part(raw, 0);
    }

    /// The second time of a range, null when there is none.
    @Nullable
    LocalTime endOfRange(@Nullable String raw) {
        return raw == null ? null : part(raw, 1);
    }

    private @Nullable LocalTime part(String raw, int index) {
        String[] parts = RANGE.split(raw.strip(), 3);
        if (parts.length > 2 || parts.length <= index) {
            return null;
        }
        Matcher time = TIME.matcher(parts[index]);
        if (!time.matches()) {
            return null;
        }
        int hour = Integer.parseInt(time.group(1));
        int minute = Integer.parseInt(time.group(2));
        String half = time.group(3);
        if (half == null && twelveHours && hour < FIRST_MORNING_HOUR) {
            return null;
        }
        if (half != null) {
            if (hour < 1 || hour > 12) {
                return null;
            }
            hour = hour % 12 + (half.toLowerCase(Locale.ROOT).equals("p") ? 12 : 0);
        }
        return hour < 24 && minute < 60 ? LocalTime.of(hour, minute) : null;
    }

    /// A date, perhaps with a time; null when it is none or could be two.
    @Nullable
    Moment moment(@Nullable String raw) {
        if (raw == null || raw.length() > 60) {
            return null;
        }
        Moment iso = Moment.parse(raw);
        if (iso != null) {
            return iso;
        }
        Matcher date = DATE.matcher(raw.strip());
        if (!date.matches()) {
            return null;
        }
        int first = Integer.parseInt(date.group(1));
        int second = Integer.parseInt(date.group(3));
        // Dots are written only where the day comes first.
        boolean dayFirst = date.group(2).equals(".") || dates == Mapping.Dates.DAY_FIRST || first > 12;
        boolean monthFirst = !dayFirst && (dates == Mapping.Dates.MONTH_FIRST || second > 12);
        if (!dayFirst && !monthFirst && first != second) {
            return null;
        }
        int day = monthFirst ? second : first;
        int month = monthFirst ? first : second;
        try {
            LocalDate known = LocalDate.of(Integer.parseInt(date.group(4)), month, day);
            LocalTime time = time(date.group(5));
            return Moment.parse(known + (time == null ? "" : "T" + time));
        } catch (DateTimeException none) {
            return null;
        }
    }
}
