package org.talks.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.talks.search.TalkIndex.Similar;

/// Finds talks by the most telling words of a talk, and says which of them both have.
final class SimilarTalks {

    private static final int MOST_TALKS = 50;
    private static final int TELLING_WORDS = 25;
    private static final int MOST_SHARED = 5;
    /// A word of one talk alone connects nothing.
    private static final int RAREST = 2;
    /// A word of more than every tenth talk says nothing.
    private static final int MOST_FREQUENT_SHARE = 10;
    private static final int TITLE = 3;
    private static final int TOPIC = 3;
    /// Talks with one word in common are no more alike than any two.
    private static final int LEAST_SHARED = 2;

    private record Telling(String term, String written, double weight) {}

    private final Searchers searchers;

    SimilarTalks(Searchers searchers) {
        this.searchers = searchers;
    }

    List<Similar> similar(String talkId, int size) throws IOException {
        try (var pinned = searchers.newest()) {
            var searcher = new TimeLimit().limited(pinned.searcher());
            var self = searcher.search(new TermQuery(new Term(Fields.ID, talkId)), 1);
            if (self.scoreDocs.length == 0) {
                return List.of();
            }
            var stored = new StoredTalks(searcher);
            var talk = stored.talk(self.scoreDocs[0].doc);
            var telling = telling(searcher.getIndexReader(), talk);
            return telling.isEmpty()
                    ? List.of()
                    : similar(searcher, stored, talk, telling, Math.clamp(size, 0, MOST_TALKS));
        }
    }

    private static List<Similar> similar(
            IndexSearcher searcher, StoredTalks stored, StoredTalk talk, List<Telling> telling, int size)
            throws IOException {
        if (size == 0) {
            return List.of();
        }
        var found = searcher.search(query(talk, telling), size);
        var request =
                new SearchRequest("", Map.of(), Set.of(), 0, SearchRequest.Order.RELEVANCE, size, null, false, false);
        var compiled = new QueryCompiler.Compiled(QueryCompiler.EVERY_TALK, new Marks());
        var hits = new Hits(searcher, request, compiled, stored).hits(List.of(found.scoreDocs));
        var similar = new ArrayList<Similar>();
        for (var i = 0; i < hits.size(); i++) {
            var other = stored.talk(found.scoreDocs[i].doc);
            similar.add(new Similar(hits.get(i), shared(talk, telling, other)));
        }
        return similar;
    }

    private static Query query(StoredTalk talk, List<Telling> telling) {
        var words = new BooleanQuery.Builder();
        for (var word : telling) {
            words.add(
                    new BoostQuery(new TermQuery(new Term(Fields.WORDS, word.term)), (float) word.weight),
                    Occur.SHOULD);
        }
        words.setMinimumNumberShouldMatch(Math.min(LEAST_SHARED, telling.size()));
        return new BooleanQuery.Builder()
                .add(words.build(), Occur.MUST)
                .add(new TermQuery(new Term(Fields.ID, talk.id())), Occur.MUST_NOT)
                .add(new TermQuery(new Term(Fields.SAME, talk.group())), Occur.MUST_NOT)
                .build();
    }

    private static List<Telling> telling(IndexReader reader, StoredTalk talk) throws IOException {
        var counts = new HashMap<String, Integer>();
        var written = new LinkedHashMap<String, String>();
        add(talk.title(), TITLE, counts, written);
        for (var topic : talk.topics()) {
            add(topic, TOPIC, counts, written);
        }
        add(talk.summary(), 1, counts, written);
        var talks = Math.max(1, reader.getDocCount(Fields.WORDS));
        var telling = new ArrayList<Telling>();
        counts.keySet().removeIf(term -> StopWords.contains(term, talk.language()));
        for (var entry : counts.entrySet()) {
            var frequency = reader.docFreq(new Term(Fields.WORDS, entry.getKey()));
            if (frequency >= RAREST && frequency <= Math.max(RAREST, talks / MOST_FREQUENT_SHARE)) {
                var weight = Math.sqrt(entry.getValue()) * Math.log(1.0 + (double) talks / frequency);
                telling.add(new Telling(entry.getKey(), written.getOrDefault(entry.getKey(), entry.getKey()), weight));
            }
        }
        telling.sort(Comparator.comparingDouble(Telling::weight).reversed().thenComparing(Telling::term));
        return telling.size() <= TELLING_WORDS ? telling : telling.subList(0, TELLING_WORDS);
    }

    private static void add(String part, int weight, Map<String, Integer> counts, Map<String, String> written) {
        var text = Analysis.composed(part);
        for (var token : Analysis.tokens(text)) {
            if (token.term().length() > 2) {
                counts.merge(token.term(), weight, Integer::sum);
                written.putIfAbsent(token.term(), text.substring(token.start(), token.end()));
            }
        }
    }

    /// Topics of both first, then words, the most telling first. A word counts that stands in the title or the topics
    /// of either: what only the summaries have in common, such as "asks", is of every talk and of none.
    private static List<String> shared(StoredTalk talk, List<Telling> telling, StoredTalk other) {
        var topics = sharedTopics(talk, other);
        var said = new HashSet<String>();
        topics.forEach(topic -> said.addAll(terms(topic)));
        var subjects = subject(talk);
        var othersSubjects = subject(other);
        var others = new HashSet<>(othersSubjects);
        others.addAll(terms(other.summary()));
        return Stream.concat(
                        topics.stream(),
                        telling.stream()
                                .filter(word -> others.contains(word.term) && !said.contains(word.term))
                                .filter(word -> subjects.contains(word.term) || othersSubjects.contains(word.term))
                                .map(Telling::written))
                .limit(MOST_SHARED)
                .toList();
    }

    /// As the one talk writes them; `data-science` is the same as `Data science`.
    private static List<String> sharedTopics(StoredTalk talk, StoredTalk other) {
        var topics = other.topics().stream().map(SimilarTalks::terms).toList();
        return talk.topics().stream()
                .filter(topic -> !terms(topic).isEmpty() && topics.contains(terms(topic)))
                .toList();
    }

    private static Set<String> subject(StoredTalk talk) {
        var terms = new HashSet<>(terms(talk.title()));
        talk.topics().forEach(topic -> terms.addAll(terms(topic)));
        return terms;
    }

    private static List<String> terms(String text) {
        return Analysis.tokens(text).stream().map(Token::term).toList();
    }
}
