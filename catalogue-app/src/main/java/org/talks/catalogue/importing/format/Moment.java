package org.talks.catalogue.importing.format;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A date, perhaps with a clock time, perhaps with an offset: as much as a source says.
public record Moment(
        LocalDate date, @Nullable LocalTime time, @Nullable ZoneOffset offset) {

    /// Before these there were no conferences of this field, after them there are no programmes yet.
    private static final int FIRST_YEAR = 1950;

    private static final int LAST_YEAR = 2100;

    private static final Pattern FORM = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})"
            + "(?:[T ]{1,3}(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:\\.\\d{1,9})?)?"
            + "\\s{0,2}(Z|[+-]\\d{2}(?::?\\d{2})?)?)?");

    /// Reads ISO 8601 and its usual relatives: `2016-02-18`, `2016-02-18 10:00:00.0`, `2016-02-18T10:00:00+0900`.
    ///
    /// @return null when it is none of them or lies outside 1950 to 2100
    public static @Nullable Moment parse(@Nullable String raw) {
        if (raw == null || raw.length() > 60) {
            return null;
        }
        Matcher matcher = FORM.matcher(raw.strip());
        if (!matcher.matches()) {
            return null;
        }
        try {
            LocalDate date = LocalDate.of(number(matcher, 1), number(matcher, 2), number(matcher, 3));
            if (date.getYear() < FIRST_YEAR || date.getYear() > LAST_YEAR) {
                return null;
            }
            if (matcher.group(4) == null) {
                return new Moment(date, null, null);
            }
            LocalTime time = LocalTime.of(
                    number(matcher, 4), number(matcher, 5), matcher.group(6) == null ? 0 : number(matcher, 6));
            String offset = matcher.group(7);
            return new Moment(date, time, offset == null ? null : ZoneOffset.of(offset));
        } catch (DateTimeException outOfRange) {
            return null;
        }
    }

    /// The wall clock of that zone at this moment; unchanged when the moment has no offset.
    public Moment in(ZoneId zone) {
        LocalTime clock = time;
        ZoneOffset from = offset;
        if (clock == null || from == null) {
            return this;
        }
        OffsetDateTime there =
                date.atTime(clock).atOffset(from).atZoneSameInstant(zone).toOffsetDateTime();
        return new Moment(there.toLocalDate(), there.toLocalTime(), there.getOffset());
    }

    /// Start as `HH:mm`, null when only the date is known.
    public @Nullable String localTime() {
        LocalTime clock = time;
        return clock == null ? null : clock.toString().substring(0, 5);
    }

    /// Seconds from here to there; null when either has no time, or when only one of them has an offset.
    public @Nullable Long secondsTo(Moment other) {
        LocalTime from = time;
        LocalTime to = other.time;
        if (from == null || to == null || (offset == null) != (other.offset == null)) {
            return null;
        }
        ZoneOffset here = offset == null ? ZoneOffset.UTC : offset;
        ZoneOffset there = other.offset == null ? ZoneOffset.UTC : other.offset;
        Instant start = date.atTime(from).toInstant(here);
        return java.time.Duration.between(start, other.date.atTime(to).toInstant(there))
                .toSeconds();
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }
}
