package org.talks.catalogue.importing.format;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Durations and times of day, each by the reading of its own format: the same `1:30` is minutes in one and hours
/// in another.
public final class Durations {

    private static final Pattern CLOCK = Pattern.compile("(\\d{1,3})(?::(\\d{1,2})(?::(\\d{1,2}))?)?");
    private static final Pattern TIME = Pattern.compile("(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:\\.\\d{1,9})?)?");

    private Durations() {}

    /// `h:mm` or `hh:mm:ss`, minutes when it is a bare number, or ISO 8601 (`PT45M`).
    ///
    /// @return seconds, null when it is none of them
    public static @Nullable Long clock(@Nullable String raw) {
        if (raw == null || raw.length() > 40) {
            return null;
        }
        String text = raw.strip();
        if (text.startsWith("P")) {
            return iso(text);
        }
        Matcher matcher = CLOCK.matcher(text);
        if (!matcher.matches()) {
            return null;
        }
        long first = Long.parseLong(matcher.group(1));
        if (matcher.group(2) == null) {
            return first * 60;
        }
        long minutes = Long.parseLong(matcher.group(2));
        long seconds = matcher.group(3) == null ? 0 : Long.parseLong(matcher.group(3));
        return minutes > 59 || seconds > 59 ? null : first * 3600 + minutes * 60 + seconds;
    }

    /// The length of a recording, as players show it: `mm:ss` or `h:mm:ss`.
    public static @Nullable Long playing(@Nullable String raw) {
        if (raw == null || raw.length() > 40) {
            return null;
        }
        Matcher matcher = CLOCK.matcher(raw.strip());
        if (!matcher.matches() || matcher.group(2) == null) {
            return null;
        }
        long first = Long.parseLong(matcher.group(1));
        long second = Long.parseLong(matcher.group(2));
        return matcher.group(3) == null
                ? first * 60 + second
                : Long.valueOf(first * 3600 + second * 60 + Long.parseLong(matcher.group(3)));
    }

    /// ISO 8601: `PT45M`, `P1DT2H`.
    public static @Nullable Long iso(@Nullable String raw) {
        if (raw == null || raw.length() > 40) {
            return null;
        }
        try {
            return Duration.parse(raw.strip()).toSeconds();
        } catch (DateTimeException | ArithmeticException malformed) {
            return null;
        }
    }

    /// `9:30`, `09:30`, `09:30:00`.
    public static @Nullable LocalTime timeOfDay(@Nullable String raw) {
        if (raw == null || raw.length() > 20) {
            return null;
        }
        Matcher matcher = TIME.matcher(raw.strip());
        if (!matcher.matches()) {
            return null;
        }
        try {
            return LocalTime.of(
                    Integer.parseInt(matcher.group(1)),
                    Integer.parseInt(matcher.group(2)),
                    matcher.group(3) == null ? 0 : Integer.parseInt(matcher.group(3)));
        } catch (DateTimeException outOfRange) {
            return null;
        }
    }
}
