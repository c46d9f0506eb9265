package org.talks.search.benchmarks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Any number of talks, made by mixing real ones: each has the title, the speakers, the topics, the conference
/// and two summaries of different talks, so that words, names and counts are as frequent as in reality. The same
/// number is always the same talk.
final class MixedTalks {

    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final int SHORTEST_WORD = 4;

    private final List<Talk> real;

    MixedTalks(List<Talk> real) {
        this.real = real;
    }

    Talk talk(int number) {
        var random = new Random(number);
        var where = any(random);
        var title = any(random);
        return new Talk(
                "t" + number,
                title.title(),
                any(random).summary() + "\n" + any(random).summary(),
                any(random).speakers(),
                any(random).tags(),
                where.conferenceId(),
                where.conference(),
                title.language(),
                where.recorded(),
                any(random).durationSeconds(),
                List.of("https://example.org/" + number));
    }

    private Talk any(Random random) {
        return real.get(random.nextInt(real.size()));
    }

    /// Two or three words of one talk's title or summary, as people remember them.
    List<String> queries(int size) {
        var random = new Random(-1);
        var queries = new ArrayList<String>();
        while (queries.size() < size) {
            var talk = any(random);
            var words = NO_WORD.splitAsStream(random.nextBoolean() ? talk.title() : talk.summary())
                    .filter(word -> word.length() >= SHORTEST_WORD)
                    .map(word -> word.toLowerCase(Locale.ROOT))
                    .distinct()
                    .collect(Collectors.toCollection(ArrayList::new));
            var wanted = 2 + random.nextInt(2);
            if (words.size() >= wanted) {
                Collections.shuffle(words, random);
                queries.add(String.join(" ", words.subList(0, wanted)));
            }
        }
        return queries;
    }
}
