package org.talks.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TotalHits;
import org.jspecify.annotations.Nullable;

/// The hits of one page. Of talks that are the same only the one that comes first is a hit; the others are told
/// along with it, also when they would come on another page.
record Page(List<Group> groups, TotalHits found, boolean hasMore) {

    /// Talks given more often than this are rare, and nobody reads on.
    private static final int MOST_ALIKE = 12;
    /// How often a page is filled up when many of its talks are the same.
    private static final int MOST_ROUNDS = 8;

    /// A hit and the other talks that are the same, in the same order.
    record Group(FieldDoc hit, List<ScoreDoc> alike) {}

    static Page read(
            IndexSearcher searcher,
            StoredTalks stored,
            Query query,
            Sort sort,
            int size,
            @Nullable FieldDoc after,
            int exactTotal)
            throws IOException {
        var groups = new ArrayList<Group>();
        TotalHits found = null;
        var more = true;
        var from = after;
        for (var round = 0; more && groups.size() <= size && round < MOST_ROUNDS; round++) {
            var wanted = size + 1 - groups.size();
            var top = searcher.search(
                    query, new TopFieldCollectorManager(sort, wanted, from, found == null ? exactTotal : 1));
            found = found == null ? top.totalHits : found;
            more = top.scoreDocs.length == wanted;
            for (var hit : top.scoreDocs) {
                from = (FieldDoc) hit;
                var alike = alike(searcher, stored, query, sort, hit);
                if (alike.isEmpty()) {
                    groups.add(new Group(from, List.of()));
                } else if (alike.getFirst().doc == hit.doc) {
                    groups.add(new Group(from, alike.subList(1, alike.size())));
                }
            }
        }
        var hasMore = groups.size() > size;
        return new Page(
                hasMore ? groups.subList(0, size) : groups,
                found == null ? new TotalHits(0, TotalHits.Relation.EQUAL_TO) : found,
                hasMore);
    }

    /// All hits that are the same talk, this one among them; none for a talk that stands alone.
    private static List<ScoreDoc> alike(
            IndexSearcher searcher, StoredTalks stored, Query query, Sort sort, ScoreDoc hit) throws IOException {
        var group = new Term(Fields.SAME, stored.talk(hit.doc).group());
        if (searcher.getIndexReader().docFreq(group) < 2) {
            return List.of();
        }
        var together = new BooleanQuery.Builder()
                .add(query, Occur.MUST)
                .add(new TermQuery(group), Occur.FILTER)
                .build();
        return List.of(searcher.search(together, MOST_ALIKE, sort).scoreDocs);
    }
}
