package org.talks.catalogue.web;

/// Lengths of time as people read them.
public final class Durations {

    private static final int MINUTE = 60;
    private static final int HOUR = 60 * MINUTE;

    private Durations() {}

    /// `34 min`, `1 h 5 min`, `45 s`; to the nearest minute from one minute on.
    public static String words(long seconds) {
        if (seconds < MINUTE) {
            return Math.max(seconds, 0) + " s";
        }
        var minutes = (seconds + MINUTE / 2) / MINUTE;
        if (minutes < 60) {
            return minutes + " min";
        }
        return minutes % 60 == 0 ? minutes / 60 + " h" : minutes / 60 + " h " + minutes % 60 + " min";
    }

    /// A place in a recording: `12:04`, `1:02:33`.
    public static String clock(long seconds) {
        var whole = Math.max(seconds, 0);
        return whole < HOUR
                ? "%d:%02d".formatted(whole / MINUTE, whole % MINUTE)
                : "%d:%02d:%02d".formatted(whole / HOUR, whole / MINUTE % 60, whole % MINUTE);
    }

    /// The same for machines, as HTML's `datetime` takes it: `PT12M4S`.
    public static String iso(long seconds) {
        return java.time.Duration.ofSeconds(Math.max(seconds, 0)).toString();
    }
}
