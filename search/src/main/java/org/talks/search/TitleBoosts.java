package org.talks.search;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.TermQuery;

/// What a title gains that says what was typed: as a whole, or with the words near each other. A misspelt word
/// counts as what it was meant to be.
final class TitleBoosts {

    private static final float WHOLE_TITLE = 4f;
    private static final float NEAR = 2.5f;
    /// Words that may stand between the words typed.
    private static final int SLOP = 8;
    /// Endings of an unfinished word that are looked for near the words before it.
    private static final int MOST_ENDINGS = 50;
    /// Words that a misspelt one may have been meant to be.
    private static final int MOST_MEANT = 3;

    private final Expansion expansion;
    private final WordForms forms;

    TitleBoosts(Expansion expansion, WordForms forms) {
        this.expansion = expansion;
        this.forms = forms;
    }

    void add(List<Clause> clauses, int mostTokens, BooleanQuery.Builder query) throws IOException {
        var typed = new StringBuilder();
        var unfinished = false;
        for (var clause : clauses) {
            switch (clause) {
                case Clause.Word word -> {
                    typed.append(word.text()).append(' ');
                    unfinished = word.unfinished();
                }
                case Clause.Phrase phrase -> {
                    typed.append(phrase.text()).append(' ');
                    unfinished = false;
                }
                case Clause.Synonymous synonymous -> {
                    synonymous.words().forEach(w -> typed.append(w.text()).append(' '));
                    unfinished = synonymous.words().getLast().unfinished();
                }
                case Clause.In in -> {}
                case Clause.Between between -> {}
                case Clause.Not not -> {}
                case Clause.Either either -> {}
            }
        }
        var all = Analysis.tokens(typed.toString());
        if (!all.isEmpty()) {
            var tokens = all.size() <= mostTokens ? all : all.subList(0, mostTokens);
            addWhole(tokens, query);
            addNear(tokens, unfinished, query);
        }
    }

    private void addWhole(List<Token> tokens, BooleanQuery.Builder query) {
        var titles = new LinkedHashSet<String>();
        titles.add(DocumentMapper.wholeTitle(tokens));
        titles.add(DocumentMapper.wholeTitle(tokens.stream().map(this::meant).toList()));
        for (var title : titles) {
            query.add(
                    new BoostQuery(
                            new ConstantScoreQuery(new TermQuery(new Term(Fields.WHOLE_TITLE, title))), WHOLE_TITLE),
                    Occur.SHOULD);
        }
    }

    private Token meant(Token token) {
        var meant = forms.meant(token.term());
        return meant.isEmpty()
                ? token
                : new Token(meant.getFirst(), null, token.position(), token.start(), token.end(), null);
    }

    private void addNear(List<Token> tokens, boolean unfinished, BooleanQuery.Builder query) throws IOException {
        if (tokens.size() < 2) {
            return;
        }
        var near = new MultiPhraseQuery.Builder();
        near.setSlop(SLOP);
        for (var token : tokens) {
            var words = words(token.term(), unfinished && token.equals(tokens.getLast()));
            near.add(words.stream().map(word -> new Term(Fields.TITLE, word)).toArray(Term[]::new));
        }
        query.add(new BoostQuery(near.build(), NEAR), Occur.SHOULD);
    }

    private Set<String> words(String term, boolean unfinished) throws IOException {
        var words = new LinkedHashSet<String>();
        words.add(term);
        forms.meant(term).stream().limit(MOST_MEANT).forEach(words::add);
        if (unfinished) {
            expansion.longer(Fields.TITLE, term, MOST_ENDINGS).forEach(word -> words.add(word.word()));
        }
        return words;
    }
}
