package org.talks.search.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// A query with one right answer.
record KnownItem(String set, String query, String title) {

    private static final Pattern SPACE = Pattern.compile("\\s+", Pattern.UNICODE_CHARACTER_CLASS);

    static List<KnownItem> read(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .map(line -> line.split("\t", -1))
                .map(columns -> new KnownItem(columns[0], columns[1], normal(columns[2])))
                .toList();
    }

    /// The place of the right answer among the titles from 1, 0 when it is not there.
    int rank(List<String> titles) {
        for (var i = 0; i < titles.size(); i++) {
            if (normal(titles.get(i)).equals(title)) {
                return i + 1;
            }
        }
        return 0;
    }

    private static String normal(String text) {
        return SPACE.matcher(text).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
    }
}
