package org.talks.catalogue.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.talks.catalogue.projection.Projection;

/// Where two builds of a view differ.
///
/// @param lines the first of them, a line each for people
/// @param count how many there are
record Differences(List<String> lines, long count) {

    /// More would not be read; the count says how many there are.
    private static final int MOST_LINES = 100;

    private static final int CONTEXT = 40;

    static final Differences NONE = new Differences(List.of(), 0);

    Differences {
        lines = List.copyOf(lines);
    }

    static Differences between(String view, Projection served, Projection built) {
        var before = served.contentHashes();
        var after = built.contentHashes();
        var keys = new TreeSet<>(before.keySet());
        keys.addAll(after.keySet());
        var lines = new ArrayList<String>();
        var count = 0L;
        for (var key : keys) {
            var old = before.get(key);
            var now = after.get(key);
            if (old != null && old.equals(now)) {
                continue;
            }
            if (++count <= MOST_LINES) {
                lines.add("%s: %s %s".formatted(view, key, what(key, served, built, old != null, now != null)));
            }
        }
        return new Differences(lines, count);
    }

    Differences and(Differences others) {
        var all = new ArrayList<>(lines);
        all.addAll(others.lines.subList(0, Math.min(others.lines.size(), MOST_LINES - lines.size())));
        return new Differences(all, count + others.count);
    }

    private static String what(String key, Projection served, Projection built, boolean before, boolean after) {
        if (!before) {
            return "is missing from what is served";
        }
        if (!after) {
            return "is served, and the log does not give it";
        }
        var old = served.shown(key);
        var now = built.shown(key);
        if (old == null || now == null || old.equals(now)) {
            return "differs";
        }
        var at = 0;
        while (at < Math.min(old.length(), now.length()) && old.charAt(at) == now.charAt(at)) {
            at++;
        }
        return "is served as …%s…, and the log gives …%s…".formatted(around(old, at), around(now, at));
    }

    private static String around(String text, int at) {
        return text.substring(Math.max(0, at - CONTEXT / 2), Math.min(text.length(), at + CONTEXT));
    }
}
