package org.talks.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TotalHitCountCollectorManager;
import org.jspecify.annotations.Nullable;
import org.talks.search.SearchResult.Matching;

/// Did you mean: the query with rare words replaced by close and frequent ones, if it finds clearly more.
final class Spelling {

    /// A word of fewer talks may be a mistake.
    private static final int RARE = 5;
    /// The better word is in so many times more talks.
    private static final int CLEARLY_MORE = 3;
    /// Better words tried for one misspelt word.
    private static final int TRIED = 3;
    private static final int CANDIDATES = 20;

    private Spelling() {}

    /// @param found hits of the query as typed
    static @Nullable String better(
            IndexSearcher searcher, Expansion expansion, String text, List<Clause> clauses, long found)
            throws IOException {
        String best = null;
        var most = found * CLEARLY_MORE;
        for (var corrected : corrected(expansion, text, clauses)) {
            var parsed = QueryParser.parse(corrected).clauses();
            var query = QueryCompiler.compile(expansion, parsed, Matching.EXACT).query();
            long hits = searcher.search(query, new TotalHitCountCollectorManager(searcher.getSlices()));
            if (hits > most) {
                best = corrected;
                most = hits;
            }
        }
        return best;
    }

    private static List<String> corrected(Expansion expansion, String text, List<Clause> clauses) throws IOException {
        var texts = List.of(text);
        for (var clause : clauses) {
            if (clause instanceof Clause.Word word) {
                var better = better(expansion, word);
                if (!better.isEmpty()) {
                    var next = new ArrayList<String>();
                    for (var before : texts) {
                        for (var replacement : better) {
                            next.add(before.replace(word.text(), replacement));
                        }
                    }
                    texts = next.size() <= TRIED * TRIED ? next : next.subList(0, TRIED * TRIED);
                }
            }
        }
        return texts.stream().filter(corrected -> !corrected.equals(text)).toList();
    }

    private static List<String> better(Expansion expansion, Clause.Word word) throws IOException {
        var tokens = Analysis.tokens(word.text());
        if (tokens.size() != 1) {
            return List.of();
        }
        var term = tokens.getFirst().term();
        var talks = expansion.talks(Fields.WORDS, term);
        if (talks >= RARE
                || Expansion.isTooShort(term)
                || (word.unfinished()
                        && !expansion.longer(Fields.WORDS, term, 1).isEmpty())) {
            return List.of();
        }
        return expansion.close(term, CANDIDATES).stream()
                .filter(candidate -> candidate.talks() > talks * CLEARLY_MORE)
                .limit(TRIED)
                .map(Expansion.Candidate::word)
                .toList();
    }
}
