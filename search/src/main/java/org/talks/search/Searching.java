package org.talks.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.search.TotalHits;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.talks.search.QueryCompiler.Compiled;
import org.talks.search.SearchResult.AlsoGiven;
import org.talks.search.SearchResult.DroppedFacet;
import org.talks.search.SearchResult.FacetCount;
import org.talks.search.SearchResult.Hit;
import org.talks.search.SearchResult.Matching;

/// Answers requests. One answer comes from one state of the index and from one stage: the strictest one in which
/// anything matches, so that hits, total, facets and the next page agree.
final class Searching {

    static final int MOST_HITS = 100;
    /// With fewer hits than these, one of the words may have been misspelt into another one.
    private static final int FEW = 10;
    /// With fewer hits than these, a talk that misses one of three words or more may be better than the last of them.
    private static final int ENOUGH = 20;
    private static final int MOST_FACET_VALUES = 1_000;
    private static final int MOST_CHOSEN = 100;
    /// Beyond this nobody counts on the exact number, and counting costs more than finding.
    private static final int EXACT_TOTAL = 10_000;

    private final Searchers searchers;
    private final boolean patient;
    private final FacetCounting facetCounting = new FacetCounting();
    /// Tells cursors of this opening from those of an earlier one.
    private final long opened = ThreadLocalRandom.current().nextLong();

    private volatile Synonyms synonyms = Synonyms.common();

    /// @param patient whether no search is cut off
    Searching(Searchers searchers, boolean patient) {
        this.searchers = searchers;
        this.patient = patient;
    }

    void synonyms(Synonyms newSynonyms) {
        this.synonyms = newSynonyms;
    }

    FacetCounting facetCounting() {
        return facetCounting;
    }

    SearchResult search(SearchRequest request) throws IOException {
        var cursor = Cursor.parse(request.cursor(), request);
        var pinned = cursor == null || cursor.opened() != opened ? null : searchers.pinned(cursor.searcher());
        var restarted = request.cursor() != null && pinned == null;
        try (var searcher = pinned == null ? searchers.newest() : pinned) {
            return search(request, cursor, restarted, searcher.searcher());
        }
    }

    /// Those of the talks that the request finds at its strictest.
    Set<String> matching(SearchRequest request, Collection<String> talkIds) throws IOException {
        var matching = new TreeSet<String>();
        if (talkIds.isEmpty()) {
            return matching;
        }
        try (var pinned = searchers.newest()) {
            var searcher = pinned.searcher();
            var reader = searcher.getIndexReader();
            var byKey = byKey(reader, request.text().strip());
            var query = byKey != null
                    ? byKey
                    : QueryCompiler.compile(
                                    new Expansion(searcher),
                                    synonyms.expand(
                                            QueryParser.parse(request.text()).clauses()),
                                    Matching.EXACT)
                            .query();
            var among = new BooleanQuery.Builder()
                    .add(narrowed(query, choices(request.chosen()).values()), Occur.FILTER)
                    .add(
                            new TermInSetQuery(
                                    Fields.ID,
                                    talkIds.stream().map(BytesRef::new).toList()),
                            Occur.FILTER)
                    .build();
            for (var hit : searcher.search(among, talkIds.size()).scoreDocs) {
                var leaf = reader.leaves().get(ReaderUtil.subIndex(hit.doc, reader.leaves()));
                var ids = DocValues.getSorted(leaf.reader(), Fields.ID);
                if (ids.advanceExact(hit.doc - leaf.docBase)) {
                    matching.add(ids.lookupOrd(ids.ordValue()).utf8ToString());
                }
            }
        }
        return matching;
    }

    private SearchResult search(SearchRequest request, @Nullable Cursor cursor, boolean restarted, IndexSearcher shared)
            throws IOException {
        var parsed = QueryParser.parse(request.text());
        var searcher = (patient ? TimeLimit.NONE : new TimeLimit()).limited(shared);
        var expansion = new Expansion(searcher);
        var found = stage(searcher, expansion, request.text(), parsed.clauses());
        var query = found.compiled.query();
        var choices = choices(request.chosen());
        var narrowed = narrowed(query, choices.values());

        var size = Math.clamp(request.size(), 0, MOST_HITS);
        var needsCounts = !request.facets().isEmpty();
        var stored = new StoredTalks(searcher);
        var page = Page.read(
                searcher,
                stored,
                narrowed,
                Orders.sort(request.order()),
                size,
                cursor == null ? null : cursor.after(request.order()),
                needsCounts ? 1 : EXACT_TOTAL);
        var counts = needsCounts || page.found().value() == 0
                ? facetCounting.count(searcher, query, choices, request.facets())
                : null;
        // What was cut off has counted some of them, perhaps fewer than are shown.
        var total = counts == null
                ? page.found().value()
                : Math.max(counts.total(), page.groups().size());
        return new SearchResult(
                total,
                searcher.timedOut() || (counts == null && page.found().relation() != TotalHits.Relation.EQUAL_TO),
                found.matching,
                hits(new Hits(searcher, request, found.compiled, stored), page),
                counts == null ? Map.of() : facets(request, counts),
                page.hasMore() && size > 0
                        ? next(request, page.groups().getLast().hit(), shared)
                        : null,
                restarted,
                found.few ? Spelling.better(searcher, expansion, request.text(), parsed.clauses(), found.exact) : null,
                counts != null && total == 0 ? dropOne(request, counts) : List.of(),
                parsed.warnings(),
                searcher.timedOut());
    }

    private static List<Hit> hits(Hits shown, Page page) throws IOException {
        var hits = new ArrayList<Hit>();
        for (var group : page.groups()) {
            var alsoGiven = shown.hits(group.alike()).stream()
                    .map(other -> new AlsoGiven(other.id(), other.conference(), other.date()))
                    .toList();
            hits.add(shown.hit(group.hit(), alsoGiven));
        }
        return hits;
    }

    /// @param few whether so few talks have all the words as typed that one of them may be misspelt
    /// @param exact how many have, up to [#ENOUGH]
    private record Found(Matching matching, Compiled compiled, boolean few, int exact) {}

    private Found stage(IndexSearcher searcher, Expansion expansion, String text, List<Clause> typed)
            throws IOException {
        var reader = searcher.getIndexReader();
        var byKey = byKey(reader, text.strip());
        if (byKey != null) {
            return new Found(Matching.EXACT, new Compiled(byKey, new Marks()), false, 1);
        }
        var clauses = synonyms.expand(typed);
        var exact = QueryCompiler.compile(expansion, clauses, Matching.EXACT);
        var found = found(searcher, exact.query());
        var enough = QueryCompiler.mayMissOne(clauses) ? ENOUGH : FEW;
        if (found >= enough) {
            return new Found(Matching.EXACT, exact, false, found);
        }
        if (found == 0 && isAddress(text.strip())) {
            // A talk that happens to have `youtube` and `watch` is not what was asked for.
            return new Found(Matching.EXACT, exact, false, 0);
        }
        var strict =
                found > 0 ? around(searcher, expansion, clauses, exact, found) : fuzzy(searcher, expansion, clauses);
        if (strict != null && strict.hits >= enough) {
            return strict.found;
        }
        if (strict != null) {
            var most = QueryCompiler.compileMost(expansion, clauses, strict.rareOnly, strict.found.compiled.query());
            return most == null || found(searcher, most.query()) == strict.hits
                    ? strict.found
                    : new Found(Matching.MOST, most, found < FEW, found);
        }
        var partial = QueryCompiler.compile(expansion, clauses, Matching.PARTIAL);
        return found(searcher, partial.query()) > 0
                ? new Found(Matching.PARTIAL, partial, true, 0)
                : new Found(Matching.EXACT, exact, true, 0);
    }

    /// @param hits counted up to [#ENOUGH]
    /// @param rareOnly whether only words that hardly any talk has were taken for misspelt ones
    private record Strict(Found found, int hits, boolean rareOnly) {}

    private static Strict around(
            IndexSearcher searcher, Expansion expansion, List<Clause> clauses, Compiled exact, int found)
            throws IOException {
        if (found >= FEW) {
            return new Strict(new Found(Matching.EXACT, exact, false, found), found, true);
        }
        var around = QueryCompiler.compileAround(expansion, clauses, exact.query());
        var hits = around == null ? found : found(searcher, around.query());
        return around == null || hits == found
                ? new Strict(new Found(Matching.EXACT, exact, true, found), found, true)
                : new Strict(new Found(Matching.FUZZY, around, true, found), hits, true);
    }

    /// Words that hardly any talk has are the misspelt ones, if that finds anything; else each of them may be.
    private static @Nullable Strict fuzzy(IndexSearcher searcher, Expansion expansion, List<Clause> clauses)
            throws IOException {
        var misspelt = QueryCompiler.compileMisspelt(expansion, clauses);
        var hits = misspelt == null ? 0 : found(searcher, misspelt.query());
        if (misspelt != null && hits > 0) {
            return new Strict(new Found(Matching.FUZZY, misspelt, true, 0), hits, true);
        }
        var fuzzy = QueryCompiler.compile(expansion, clauses, Matching.FUZZY);
        hits = found(searcher, fuzzy.query());
        return hits == 0 ? null : new Strict(new Found(Matching.FUZZY, fuzzy, true, 0), hits, false);
    }

    /// A pasted address or id.
    private static @Nullable Query byKey(IndexReader reader, String text) throws IOException {
        if (text.isEmpty() || text.length() > QueryParser.LONGEST_QUERY || text.indexOf(' ') >= 0) {
            return null;
        }
        var id = new Term(Fields.ID, text);
        if (reader.docFreq(id) > 0) {
            return new ConstantScoreQuery(new TermQuery(id));
        }
        var url = new Term(Fields.URL, Urls.normal(text));
        return isAddress(text) && reader.docFreq(url) > 0 ? new ConstantScoreQuery(new TermQuery(url)) : null;
    }

    private static boolean isAddress(String text) {
        return text.indexOf(' ') < 0 && Urls.looksLikeOne(text);
    }

    /// How many talks it finds, counted no further than [#ENOUGH].
    private static int found(IndexSearcher searcher, Query query) throws IOException {
        var first = new TopScoreDocCollectorManager(ENOUGH, null, ENOUGH);
        return searcher.search(new ConstantScoreQuery(query), first).scoreDocs.length;
    }

    private static Map<Facet, Query> choices(Map<Facet, List<String>> chosen) {
        var choices = new EnumMap<Facet, Query>(Facet.class);
        chosen.forEach((facet, values) -> {
            if (!values.isEmpty()) {
                var terms = values.stream()
                        .limit(MOST_CHOSEN)
                        .map(value -> new BytesRef(DocumentMapper.filterTerm(facet, value)))
                        .toList();
                choices.put(facet, new TermInSetQuery(Fields.filter(facet), terms));
            }
        });
        return choices;
    }

    private static Query narrowed(Query query, Collection<Query> choices) {
        if (choices.isEmpty()) {
            return query;
        }
        var narrowed = new BooleanQuery.Builder().add(query, Occur.MUST);
        choices.forEach(choice -> narrowed.add(choice, Occur.FILTER));
        return narrowed.build();
    }

    private Map<Facet, List<FacetCount>> facets(SearchRequest request, FacetCounting.Counts counts) {
        var size = Math.clamp(request.facetSize(), 0, MOST_FACET_VALUES);
        var facets = new EnumMap<Facet, List<FacetCount>>(Facet.class);
        for (var facet : request.facets()) {
            facets.put(facet, facetCounting.top(facet, counts, request.chosen().getOrDefault(facet, List.of()), size));
        }
        return facets;
    }

    private List<DroppedFacet> dropOne(SearchRequest request, FacetCounting.Counts counts) {
        var dropped = new ArrayList<DroppedFacet>();
        counts.without().forEach((facet, count) -> {
            var values = request.chosen().getOrDefault(facet, List.of());
            if (count > 0) {
                var label = values.stream()
                        .map(value -> facetCounting.label(facet, value))
                        .collect(Collectors.joining(", "));
                dropped.add(new DroppedFacet(facet, values.getFirst(), label, count));
            }
        });
        return dropped;
    }

    private String next(SearchRequest request, FieldDoc last, IndexSearcher shared) throws IOException {
        var relevance = request.order() == SearchRequest.Order.RELEVANCE;
        var id = (BytesRef) last.fields[relevance ? 2 : 1];
        var score = relevance ? (float) last.fields[0] : 0f;
        return new Cursor(
                        Cursor.hash(request),
                        opened,
                        searchers.pin(shared),
                        score,
                        Orders.value(last, request.order()),
                        id.utf8ToString())
                .encoded();
    }
}
