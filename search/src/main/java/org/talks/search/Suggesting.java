package org.talks.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.talks.search.TalkIndex.Suggestion;

/// Completes what is being typed. People, conferences and topics are not documents of their own: they are the
/// facet values of the talks whose names begin so, which makes their counts right at all times.
final class Suggesting {

    private static final int MOST_PER_KIND = 20;
    /// Names that begin with one letter are too many to be a help, and to count.
    private static final int SHORTEST = 2;
    private static final int LONGEST = 100;
    /// Words of names that begin as typed.
    private static final int MOST_WORDS = 500;
    /// Names to choose from: those of the talks found, which have other names besides.
    private static final int MOST_NAMES = 1_000;

    private static final Map<Facet, String> FIELDS = new EnumMap<>(
            Map.of(Facet.SPEAKER, Fields.SPEAKER, Facet.CONFERENCE, Fields.CONFERENCE, Facet.TOPIC, Fields.TOPIC));

    private final Searchers searchers;
    private final Searching searching;

    Suggesting(Searchers searchers, Searching searching) {
        this.searchers = searchers;
        this.searching = searching;
    }

    List<Suggestion> suggest(String typed, int perKind) throws IOException {
        var text = typed.length() > LONGEST ? typed.substring(0, LONGEST) : typed;
        var size = Math.clamp(perKind, 0, MOST_PER_KIND);
        var tokens = Analysis.tokens(text);
        var suggestions = new ArrayList<Suggestion>();
        if (tokens.isEmpty() || size == 0) {
            return suggestions;
        }
        addTalks(text, size, suggestions);
        if (text.strip().length() >= SHORTEST) {
            try (var pinned = searchers.newest()) {
                var searcher = new TimeLimit().limited(pinned.searcher());
                for (var facet : List.of(Facet.SPEAKER, Facet.CONFERENCE, Facet.TOPIC)) {
                    addNames(searcher, facet, tokens, size, suggestions);
                }
            }
        }
        return suggestions;
    }

    private void addTalks(String text, int size, List<Suggestion> suggestions) throws IOException {
        var request =
                new SearchRequest(text, Map.of(), Set.of(), 0, SearchRequest.Order.RELEVANCE, size, null, false, false);
        for (var hit : searching.search(request).hits()) {
            var speakers = hit.speakers().stream().map(SearchResult.Named::name).collect(Collectors.joining(", "));
            var where = hit.conference().name();
            suggestions.add(new Suggestion(
                    "talk",
                    hit.id(),
                    hit.title(),
                    hit.titleHtml(),
                    speakers.isEmpty() ? where : speakers + " · " + where));
        }
    }

    private void addNames(
            IndexSearcher searcher, Facet facet, List<Token> tokens, int size, List<Suggestion> suggestions)
            throws IOException {
        var query = named(searcher, FIELDS.getOrDefault(facet, Fields.TEXT), tokens);
        var counting = searching.facetCounting();
        var counts = counting.count(searcher, query, Map.of(), EnumSet.of(facet));
        var marks = new Marks();
        tokens.subList(0, tokens.size() - 1).forEach(token -> marks.word(token.term()));
        marks.start(tokens.getLast().term());
        var highlighting = new Highlighting(marks, null);
        var found = 0;
        for (var count : counting.top(facet, counts, List.of(), MOST_NAMES)) {
            if (found < size && hasAll(count.label() + ", " + counting.also(facet, count.value()), tokens)) {
                found++;
                suggestions.add(new Suggestion(
                        facet.parameter(),
                        count.value(),
                        count.label(),
                        highlighting.whole(count.label()).html(),
                        Long.toString(count.count())));
            }
        }
    }

    private static Query named(IndexSearcher searcher, String field, List<Token> tokens) throws IOException {
        var query = new BooleanQuery.Builder();
        for (var token : tokens.subList(0, tokens.size() - 1)) {
            query.add(new TermQuery(new Term(field, token.term())), Occur.FILTER);
        }
        query.add(beginning(searcher, field, tokens.getLast().term()), Occur.FILTER);
        return query.build();
    }

    private static Query beginning(IndexSearcher searcher, String field, String start) throws IOException {
        var words = new ArrayList<BytesRef>();
        var terms = MultiTerms.getTerms(searcher.getIndexReader(), field);
        if (terms != null) {
            var prefix = new BytesRef(start);
            var found = terms.iterator();
            var more = found.seekCeil(prefix) != TermsEnum.SeekStatus.END;
            while (more && words.size() < MOST_WORDS && startsWith(found.term(), prefix)) {
                words.add(BytesRef.deepCopyOf(found.term()));
                more = found.next() != null;
            }
        }
        return new TermInSetQuery(field, words);
    }

    private static boolean startsWith(BytesRef term, BytesRef prefix) {
        return org.apache.lucene.util.StringHelper.startsWith(term, prefix);
    }

    /// The talk found may have other names besides the one that was meant.
    private static boolean hasAll(String names, List<Token> typed) {
        var name = Analysis.tokens(names);
        var last = typed.getLast();
        return typed.subList(0, typed.size() - 1).stream()
                        .allMatch(t -> name.stream().anyMatch(n -> isWord(n, t)))
                && name.stream()
                        .anyMatch(n -> n.term().startsWith(last.term())
                                || (n.other() != null && n.other().startsWith(last.term())));
    }

    private static boolean isWord(Token name, Token typed) {
        return name.term().equals(typed.term()) || typed.term().equals(name.other());
    }
}
