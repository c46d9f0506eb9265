package org.talks.search.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// A query with one right answer.
record KnownItem(String set, String query, String title) {

    private static final Pattern SPACE = Pattern.compile("\\s+", Pattern.UNICODE_CHARACTER_CLASS);

    private static final Pattern SEED = Pattern.compile("(\\d{1,9})x(\\d{1,6})");

    private static List<KnownItem> read(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .map(line -> line.split("\t", -1))
                .map(columns -> new KnownItem(columns[0], columns[1], normal(columns[2])))
                .toList();
    }

    /// Queries from files and from seeds, separated by commas: `known-items.tsv,29x2000`, 2,000 of each set.
    static List<KnownItem> of(String sources, List<Talk> talks) throws IOException {
        var items = new ArrayList<KnownItem>();
        for (var source : sources.split(",", -1)) {
            var seed = SEED.matcher(source);
            items.addAll(
                    seed.matches()
                            ? KnownItemQueries.of(talks, Long.parseLong(seed.group(1)), Integer.parseInt(seed.group(2)))
                            : read(Path.of(source)));
        }
        return items;
    }

    /// The place of the right answer among the hits from 1, 0 when it is not there.
    int rank(List<Engine.Found> found) {
        for (var i = 0; i < found.size(); i++) {
            if (normal(found.get(i).title()).equals(title)) {
                return i + 1;
            }
        }
        return 0;
    }

    static String normal(String text) {
        return SPACE.matcher(text).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
    }
}
