package org.talks.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.document.IntField;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.PointValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.NumericUtils;
import org.jspecify.annotations.Nullable;
import org.talks.search.SearchResult.Matching;

/// Makes a Lucene query of clauses, as strict as the stage says.
///
/// A word is the best of its forms (as typed, stemmed, begun, misspelt), the words are summed: term-centric, so
/// that a word in the summary and another one in the title are as good as both in one place.
final class QueryCompiler {

    /// Every talk, and no passage.
    static final Query EVERY_TALK = new FieldExistsQuery(Fields.ID);

    private static final float SYNONYM = 0.8f;
    /// More than any query scores.
    private static final float EXACT_FIRST = 200f;
    /// What a talk with all words gains over one that misses one: less than the word in a title would count, so that
    /// a talk about most of the words is not behind one that mentions all of them by the way.
    private static final float ALL_WORDS = 2f;
    /// What a talk of today gains over an old one: less than any word counts.
    private static final float RECENCY = 0.1f;
    /// The prior has fallen to a half after so many days.
    private static final long RECENCY_DAYS = 5 * 365;
    private static final int MOST_CANDIDATES = 20;
    /// All but one of two words is one word, which is what half of the talks are about.
    private static final int LEAST_TO_MISS_ONE = 3;
    /// Words of one query, as the analysis cuts it; a clause without spaces may be many.
    private static final int MOST_TOKENS = 40;
    /// @param marks what to mark in the hits
    record Compiled(Query query, Marks marks) {}

    private final Expansion expansion;
    private final IndexReader reader;
    private final Matching stage;
    private final Marks marks = new Marks();
    private final WordForms forms;
    private boolean mayMissOne;
    private int tokensLeft = MOST_TOKENS;

    private QueryCompiler(Expansion expansion, Matching stage, boolean rareOnly) throws IOException {
        this.expansion = expansion;
        this.reader = expansion.reader();
        this.stage = stage;
        this.forms = new WordForms(expansion, stage, rareOnly, marks);
    }

    static Compiled compile(Expansion expansion, List<Clause> clauses, Matching stage) throws IOException {
        var compiler = new QueryCompiler(expansion, stage, false);
        return new Compiled(compiler.all(clauses), compiler.marks);
    }

    /// All that the exact stage finds, first and in its order, and after it what close words find in place of
    /// those that hardly any talk has. Null when the query has no such word.
    static @Nullable Compiled compileAround(Expansion expansion, List<Clause> clauses, Query exact) throws IOException {
        var compiler = new QueryCompiler(expansion, Matching.FUZZY, true);
        var query = compiler.all(clauses);
        return compiler.forms.hasMisspelt() ? first(exact, query, EXACT_FIRST, compiler.marks) : null;
    }

    /// Whether a talk that misses one of the words is still about the query.
    static boolean mayMissOne(List<Clause> clauses) {
        return required(clauses).size() >= LEAST_TO_MISS_ONE;
    }

    /// What close words find in place of those that hardly any talk has. Null when the query has no such word.
    static @Nullable Compiled compileMisspelt(Expansion expansion, List<Clause> clauses) throws IOException {
        var compiler = new QueryCompiler(expansion, Matching.FUZZY, true);
        var query = compiler.all(clauses);
        return compiler.forms.hasMisspelt() ? new Compiled(query, compiler.marks) : null;
    }

    /// All that a stricter query finds, and talks that miss one word among it and after it. Null when the query has
    /// so few words that this would be any talk.
    ///
    /// @param rareOnly whether only words that hardly any talk has may be misspelt ones
    static @Nullable Compiled compileMost(Expansion expansion, List<Clause> clauses, boolean rareOnly, Query stricter)
            throws IOException {
        if (!mayMissOne(clauses)) {
            return null;
        }
        var compiler = new QueryCompiler(expansion, Matching.FUZZY, rareOnly);
        compiler.mayMissOne = true;
        return first(stricter, compiler.all(clauses), ALL_WORDS, compiler.marks);
    }

    private static Compiled first(Query strict, Query wide, float gain, Marks marks) {
        var both = new BooleanQuery.Builder();
        both.add(wide, Occur.MUST);
        both.add(new BoostQuery(new ConstantScoreQuery(strict), gain), Occur.SHOULD);
        return new Compiled(both.build(), marks);
    }

    private Query all(List<Clause> clauses) throws IOException {
        var required = required(clauses);
        var optional = mayMissOne || (stage == Matching.PARTIAL && required.size() > 1);
        var query = new BooleanQuery.Builder();
        var boosted = new BooleanQuery.Builder();
        for (var clause : clauses) {
            if (clause instanceof Clause.Not not) {
                query.add(excluded(not.clause()), Occur.MUST_NOT);
            } else if (!isScored(clause)) {
                query.add(compile(clause), Occur.FILTER);
            } else if (required.contains(clause)) {
                query.add(compile(clause), optional ? Occur.SHOULD : Occur.MUST);
            } else {
                boosted.add(compile(clause), Occur.SHOULD);
            }
        }
        if (required.isEmpty()) {
            query.add(new ConstantScoreQuery(EVERY_TALK), Occur.MUST);
            return query.build();
        }
        if (mayMissOne) {
            query.setMinimumNumberShouldMatch(required.size() - 1);
        } else if (optional) {
            query.setMinimumNumberShouldMatch(required.size() <= 3 ? 1 : required.size() / 2);
        }
        boosted.add(query.build(), Occur.MUST);
        new TitleBoosts(expansion, forms).add(clauses, MOST_TOKENS, boosted);
        addRecency(boosted);
        return boosted.build();
    }

    /// The words that a talk must have: all but those that hold sentences together, which only add to the score.
    private static List<Clause> required(List<Clause> clauses) {
        var scored = clauses.stream().filter(QueryCompiler::isScored).toList();
        var telling = scored.stream().filter(clause -> !isFiller(clause)).toList();
        return telling.isEmpty() ? scored : telling;
    }

    private static boolean isFiller(Clause clause) {
        return clause instanceof Clause.Word word && !word.unfinished() && Fillers.contains(word.text());
    }

    private static boolean isScored(Clause clause) {
        return switch (clause) {
            case Clause.Word word -> true;
            case Clause.Phrase phrase -> true;
            case Clause.Synonymous synonymous -> true;
            case Clause.Either either -> either.clauses().stream().anyMatch(QueryCompiler::isScored);
            case Clause.In in -> false;
            case Clause.Between between -> false;
            case Clause.Not not -> false;
        };
    }

    private Query compile(Clause clause) throws IOException {
        return switch (clause) {
            case Clause.Word word -> word(word);
            case Clause.Phrase phrase -> phrase(phrase.text());
            case Clause.In in -> in(in);
            case Clause.Between between -> between(between);
            case Clause.Either either -> either(either);
            case Clause.Synonymous synonymous -> synonymous(synonymous);
            case Clause.Not not -> excluded(not.clause());
        };
    }

    /// Nothing excluded is marked, stemmed or guessed.
    private Query excluded(Clause clause) throws IOException {
        var strict = new QueryCompiler(expansion, Matching.EXACT, false);
        return clause instanceof Clause.Word word
                ? strict.word(new Clause.Word(word.text(), false))
                : strict.compile(clause);
    }

    private Query either(Clause.Either either) throws IOException {
        var query = new BooleanQuery.Builder();
        for (var clause : either.clauses()) {
            query.add(compile(clause), Occur.SHOULD);
        }
        return query.build();
    }

    private Query synonymous(Clause.Synonymous synonymous) throws IOException {
        var alternatives = new ArrayList<Query>();
        var typed = new ArrayList<Query>();
        for (var word : synonymous.words()) {
            typed.add(word(word));
        }
        alternatives.add(conjunction(typed));
        for (var other : synonymous.others()) {
            var tokens = Analysis.tokens(other);
            if (tokens.size() > tokensLeft) {
                break;
            }
            var words = word(new Clause.Word(other, false));
            alternatives.add(new BoostQuery(
                    tokens.size() == 1
                            ? words
                            : new BooleanQuery.Builder()
                                    .add(words, Occur.MUST)
                                    .add(positions(Fields.TEXT, tokens), Occur.FILTER)
                                    .build(),
                    SYNONYM));
        }
        return new DisjunctionMaxQuery(alternatives, WordForms.TIE);
    }

    /// What was typed without a space may be several words: `foo,bar`, `node.js`, Japanese.
    private Query word(Clause.Word word) throws IOException {
        var tokens = tokens(word.text());
        var units = new ArrayList<Query>();
        for (var i = 0; i < tokens.size(); ) {
            var compound = tokens.get(i).compound();
            var parts = compound == null ? 1 : compound.parts();
            var last = i + parts >= tokens.size();
            units.add(unit(tokens.subList(i, Math.min(i + parts, tokens.size())), last && word.unfinished()));
            i += parts;
        }
        if (stage == Matching.PARTIAL && units.size() > 1) {
            var some = new BooleanQuery.Builder();
            units.forEach(unit -> some.add(unit, Occur.SHOULD));
            return some.build();
        }
        return conjunction(units);
    }

    private List<Token> tokens(String text) {
        var tokens = Analysis.tokens(text);
        var allowed = tokens.size() <= tokensLeft ? tokens : tokens.subList(0, tokensLeft);
        tokensLeft -= allowed.size();
        return allowed;
    }

    private Query unit(List<Token> parts, boolean unfinished) throws IOException {
        var first = parts.getFirst();
        if (parts.size() == 1) {
            var dotted = first.compound() == null ? null : first.compound().joined();
            return dotted != null && forms.exists(Fields.WORDS, dotted)
                    ? forms.of(dotted, null, unfinished)
                    : forms.of(first.term(), first.other(), unfinished);
        }
        var alternatives = new ArrayList<Query>();
        var joined = first.compound() == null ? null : first.compound().joined();
        if (joined != null) {
            alternatives.add(forms.of(joined, null, unfinished));
        }
        var apart = new ArrayList<Query>();
        for (var part : parts) {
            apart.add(forms.of(part.term(), part.other(), unfinished && part.equals(parts.getLast())));
        }
        if (joined == null) {
            // Pairs of characters mean nothing apart.
            var together = new BooleanQuery.Builder();
            together.add(conjunction(apart), Occur.MUST);
            together.add(positions(Fields.TEXT, parts), stage == Matching.PARTIAL ? Occur.SHOULD : Occur.FILTER);
            alternatives.add(together.build());
        } else {
            alternatives.add(conjunction(apart));
        }
        return new DisjunctionMaxQuery(alternatives, WordForms.TIE);
    }

    private static Query conjunction(List<Query> queries) {
        if (queries.isEmpty()) {
            return EVERY_TALK;
        }
        if (queries.size() == 1) {
            return queries.getFirst();
        }
        var query = new BooleanQuery.Builder();
        queries.forEach(q -> query.add(q, Occur.MUST));
        return query.build();
    }

    private Query phrase(String phrase) throws IOException {
        var tokens = tokens(phrase);
        if (tokens.isEmpty()) {
            return new MatchNoDocsQuery("too many words");
        }
        var query = new BooleanQuery.Builder();
        for (var token : tokens) {
            var word = new BooleanQuery.Builder();
            word.add(new TermQuery(new Term(Fields.WORDS, token.term())), Occur.SHOULD);
            if (token.other() != null) {
                word.add(new TermQuery(new Term(Fields.WORDS, token.other())), Occur.SHOULD);
                marks.word(token.other());
            }
            marks.word(token.term());
            query.add(word.build(), Occur.SHOULD);
        }
        if (forms.isSpoken()) {
            var anywhere = new BooleanQuery.Builder();
            anywhere.add(positions(Fields.TEXT, tokens), Occur.SHOULD);
            anywhere.add(positions(Fields.SPOKEN, tokens), Occur.SHOULD);
            query.add(anywhere.build(), Occur.MUST);
        } else {
            query.add(positions(Fields.TEXT, tokens), Occur.MUST);
        }
        return query.build();
    }

    private static Query positions(String field, List<Token> tokens) {
        if (tokens.size() == 1 && tokens.getFirst().other() == null) {
            return new TermQuery(new Term(field, tokens.getFirst().term()));
        }
        var phrase = new MultiPhraseQuery.Builder();
        var first = tokens.getFirst().position();
        for (var token : tokens) {
            var term = new Term(field, token.term());
            phrase.add(
                    token.other() == null ? new Term[] {term} : new Term[] {term, new Term(field, token.other())},
                    token.position() - first);
        }
        return phrase.build();
    }

    private Query in(Clause.In in) throws IOException {
        return switch (in.key()) {
            case SPEAKER -> named(Fields.SPEAKER, Facet.SPEAKER, in.value());
            case CONFERENCE -> named(Fields.CONFERENCE, Facet.CONFERENCE, in.value());
            case SERIES -> named(Fields.CONFERENCE, Facet.SERIES, in.value());
            case TOPIC -> named(Fields.TOPIC, Facet.TOPIC, in.value());
            case TITLE -> named(Fields.TITLE, null, in.value());
            case LANGUAGE -> value(Facet.LANGUAGE, in.value());
            case KIND -> value(Facet.KIND, in.value());
            case HAS -> value(Facet.HAS, in.value());
            case SOURCE -> value(Facet.SOURCE, in.value());
            case YEAR, BEFORE, AFTER, DURATION -> new MatchNoDocsQuery("read as a range");
        };
    }

    private Query value(Facet facet, String value) {
        return new TermQuery(new Term(Fields.filter(facet), DocumentMapper.filterTerm(facet, value)));
    }

    /// All words of the value in the names of one talk, the last one perhaps unfinished; or the id.
    private Query named(String field, @Nullable Facet facet, String value) throws IOException {
        var tokens = tokens(value);
        var words = new BooleanQuery.Builder();
        for (var token : tokens) {
            var alternatives = new BooleanQuery.Builder();
            alternatives.add(new TermQuery(new Term(field, token.term())), Occur.SHOULD);
            marks.word(token.term());
            if (token.other() != null) {
                alternatives.add(new TermQuery(new Term(field, token.other())), Occur.SHOULD);
                marks.word(token.other());
            }
            if (stage != Matching.EXACT) {
                for (var candidate : expansion.close(token.term(), MOST_CANDIDATES)) {
                    alternatives.add(new TermQuery(new Term(field, candidate.word())), Occur.SHOULD);
                }
            }
            words.add(alternatives.build(), Occur.MUST);
        }
        if (facet == null) {
            return words.build();
        }
        var query = new BooleanQuery.Builder();
        query.add(words.build(), Occur.SHOULD);
        query.add(value(facet, value), Occur.SHOULD);
        return query.build();
    }

    private static Query between(Clause.Between between) {
        return between.field().equals(Fields.DURATION)
                ? IntField.newRangeQuery(Fields.DURATION, Math.toIntExact(between.from()), (int)
                        Math.min(between.to(), Integer.MAX_VALUE))
                : LongField.newRangeQuery(Fields.DATE, between.from(), between.to());
    }

    /// Counted from the newest talk, so that the same index always gives the same order.
    private void addRecency(BooleanQuery.Builder query) throws IOException {
        var newest = PointValues.getMaxPackedValue(reader, Fields.DATE);
        if (newest != null) {
            query.add(
                    LongField.newDistanceFeatureQuery(
                            Fields.DATE, RECENCY, NumericUtils.sortableBytesToLong(newest, 0), RECENCY_DAYS),
                    Occur.SHOULD);
        }
    }
}
