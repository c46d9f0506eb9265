package org.talks.catalogue.web;

/// Numbers as people read them.
public final class Counts {

    private static final long KILO = 1000;
    private static final long MEGA = KILO * KILO;
    private static final long GIGA = MEGA * KILO;

    private Counts() {}

    /// `21,713`
    public static String of(long count) {
        return String.format(Wording.locale(), "%,d", count);
    }

    /// `1 talk`, `21,713 talks`
    public static String of(long count, String one, String many) {
        return of(count) + " " + (count == 1 ? one : many);
    }

    /// `12.4 MB`, in powers of ten.
    public static String bytes(long bytes) {
        if (bytes < KILO) {
            return bytes + " B";
        }
        if (bytes < MEGA) {
            return bytes / KILO + " kB";
        }
        return bytes < GIGA
                ? String.format(Wording.locale(), "%.1f MB", (double) bytes / MEGA)
                : String.format(Wording.locale(), "%.1f GB", (double) bytes / GIGA);
    }
}
