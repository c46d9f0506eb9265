package org.talks.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;
import org.talks.search.QueryCompiler.Compiled;
import org.talks.search.SearchResult.AlsoGiven;
import org.talks.search.SearchResult.Hit;
import org.talks.search.SearchResult.Named;
import org.talks.search.SearchResult.Snippet;

/// Makes of documents what people see.
final class Hits {

    /// Moments of one talk; more would hide the next talk.
    private static final int MOST_SNIPPETS = 4;
    private static final int MOST_PASSAGES = 3;

    private final IndexSearcher searcher;
    private final SearchRequest request;
    private final Compiled compiled;
    private final StoredTalks stored;

    Hits(IndexSearcher searcher, SearchRequest request, Compiled compiled, StoredTalks stored) {
        this.searcher = searcher;
        this.request = request;
        this.compiled = compiled;
        this.stored = stored;
    }

    List<Hit> hits(List<ScoreDoc> found) throws IOException {
        var hits = new ArrayList<Hit>(found.size());
        for (var hit : found) {
            hits.add(hit(hit, List.of()));
        }
        return hits;
    }

    Hit hit(ScoreDoc found, List<AlsoGiven> alsoGiven) throws IOException {
        var talk = stored.talk(found.doc);
        var highlighting = new Highlighting(compiled.marks(), talk.language());
        return new Hit(
                talk.id(),
                talk.title(),
                highlighting.whole(talk.title()).html(),
                talk.speakers(),
                talk.conference(),
                talk.series(),
                talk.kind(),
                talk.language(),
                talk.date(),
                talk.durationSeconds(),
                talk.hasVideo(),
                talk.hasSlides(),
                !talk.notes().isEmpty(),
                talk.hasTranscript(),
                talk.cancelled(),
                talk.topics(),
                request.snippets() ? snippets(talk, highlighting) : List.of(),
                score(found),
                request.explain()
                        ? searcher.explain(compiled.query(), found.doc).toString()
                        : null,
                alsoGiven);
    }

    private static float score(ScoreDoc found) {
        var score = found instanceof FieldDoc fieldDoc && fieldDoc.fields[0] instanceof Float f ? f : found.score;
        return Float.isNaN(score) ? 0 : score;
    }

    private record Scored(Snippet snippet, int found) {}

    private List<Snippet> snippets(StoredTalk talk, Highlighting highlighting) throws IOException {
        var scored = new ArrayList<Scored>();
        add(scored, "summary", null, null, null, highlighting.best(talk.summary()));
        for (var note : talk.notes()) {
            add(scored, "notes", note.heading(), note.anchor(), note.second(), highlighting.best(note.text()));
        }
        if (talk.hasTranscript() && !compiled.marks().isEmpty()) {
            for (var passage : passages(talk.id())) {
                add(scored, "transcript", null, null, passage.second(), highlighting.best(passage.text()));
            }
        }
        add(scored, "speakers", null, null, null, highlighting.best(names(talk.speakers())));
        add(scored, "topics", null, null, null, highlighting.best(String.join(", ", talk.topics())));
        add(
                scored,
                "conference",
                null,
                null,
                null,
                highlighting.best(talk.conference().name()));
        if (scored.isEmpty()) {
            return talk.summary().isBlank()
                    ? List.of()
                    : List.of(new Snippet("summary", null, null, null, Highlighting.beginning(talk.summary())));
        }
        scored.sort(Comparator.comparingInt(Scored::found).reversed());
        return scored.stream().limit(MOST_SNIPPETS).map(Scored::snippet).toList();
    }

    private static void add(
            List<Scored> scored,
            String field,
            @Nullable String label,
            @Nullable String anchor,
            @Nullable Integer second,
            Highlighting.@Nullable Cut cut) {
        if (cut != null) {
            scored.add(new Scored(new Snippet(field, label, anchor, second, cut.html()), cut.found()));
        }
    }

    private static String names(List<Named> named) {
        return named.stream().map(Named::name).collect(Collectors.joining(", "));
    }

    private List<Passage> passages(String talkId) throws IOException {
        var words = new BooleanQuery.Builder();
        for (var word : compiled.marks().words()) {
            words.add(new TermQuery(new Term(Fields.PASSAGE, word)), Occur.SHOULD);
        }
        for (var stem : compiled.marks().stems()) {
            words.add(new TermQuery(new Term(Fields.PASSAGE_STEMS, stem)), Occur.SHOULD);
        }
        var query = new BooleanQuery.Builder()
                .add(words.build(), Occur.MUST)
                .add(new TermQuery(new Term(Fields.PASSAGE_OF, talkId)), Occur.FILTER)
                .build();
        var passages = new ArrayList<Passage>();
        for (var found : searcher.search(query, MOST_PASSAGES).scoreDocs) {
            var passage = stored.text(found.doc);
            if (passage != null) {
                var space = passage.indexOf(' ');
                passages.add(new Passage(Integer.parseInt(passage.substring(0, space)), passage.substring(space + 1)));
            }
        }
        return passages;
    }
}
