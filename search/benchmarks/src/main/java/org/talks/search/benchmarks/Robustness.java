package org.talks.search.benchmarks;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.talks.search.Facet;
import org.talks.search.IndexSettings;
import org.talks.search.SearchRequest;

/// Searches for hostile strings in all talks of pyvideo, with every facet, snippets and suggestions. Ends with 1
/// when one of them fails or takes more than 250 ms of the processor; the longest by the clock is printed too, which
/// other work on the machine makes longer. Says on the error output how far it is.
///
/// Arguments: the archive of pyvideo, how many strings (100,000), a seed.
public final class Robustness {

    private static final long LONGEST_MILLIS = 250;
    private static final int WARM_UP = 2_000;
    private static final int SHOWN = 80;
    private static final int PROGRESS = 5_000;
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    private Robustness() {}

    public static void main(String[] arguments) throws Exception {
        var talks = Pyvideo.talks(Path.of(arguments[0]));
        var size = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 100_000;
        var seed = arguments.length > 2 ? Long.parseLong(arguments[2]) : System.nanoTime();
        System.out.printf("%,d strings, seed %d%n", size, seed);
        var words = talks.stream()
                .flatMap(talk -> NO_WORD.splitAsStream(talk.title()))
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
        var queries = new HostileQueries(seed, words);
        var wrong = 0;
        try (var engine = new TalkIndexEngine(Files.createTempDirectory("robustness"), IndexSettings.live())) {
            engine.index(talks);
            var processor = ManagementFactory.getThreadMXBean();
            var slowest = 0L;
            var longest = 0L;
            for (var i = 0; i < WARM_UP + size; i++) {
                var query = queries.next();
                var begin = processor.getCurrentThreadCpuTime();
                var start = System.nanoTime();
                var error = failure(engine, query);
                var clock = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
                var millis = TimeUnit.NANOSECONDS.toMillis(processor.getCurrentThreadCpuTime() - begin);
                if (error != null || (i >= WARM_UP && millis > LONGEST_MILLIS)) {
                    wrong++;
                    System.out.printf("%d ms, %s: %s%n", millis, error, shown(query));
                }
                if (i >= WARM_UP) {
                    slowest = Math.max(slowest, millis);
                    longest = Math.max(longest, clock);
                }
                if (i % PROGRESS == 0) {
                    System.err.printf("%,d done, %d wrong, slowest %d ms%n", i, wrong, slowest);
                }
            }
            System.out.printf(
                    "%d wrong; the slowest search took %d ms of the processor, the longest %d ms by the clock%n",
                    wrong, slowest, longest);
        }
        System.exit(wrong == 0 ? 0 : 1);
    }

    /// Whatever is thrown is what this looks for.
    private static @Nullable Exception failure(TalkIndexEngine engine, String query) {
        try {
            engine.talkIndex()
                    .search(new SearchRequest(
                            query,
                            Map.of(Facet.TOPIC, List.of(query)),
                            EnumSet.allOf(Facet.class),
                            10,
                            SearchRequest.Order.RELEVANCE,
                            10,
                            query,
                            true,
                            false));
            engine.talkIndex().search(SearchRequest.forText(query));
            engine.talkIndex().suggest(query, 5);
            return null;
        } catch (Exception e) {
            return e;
        }
    }

    private static String shown(String query) {
        return query.length() <= SHOWN ? query : query.substring(0, SHOWN) + "… " + query.length();
    }
}
