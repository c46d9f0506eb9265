package org.talks.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BlendedTermQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.talks.search.SearchResult.Matching;

/// The forms in which the words of one query count: as typed, stemmed, begun, misspelt. All words share one
/// budget, so that no query is slow.
final class WordForms {

    /// What the second-best form of a word adds: nothing, measured.
    static final float TIE = 0f;

    private static final float STEMMED = 0.6f;
    private static final float BEGUN = 0.7f;
    private static final float SPOKEN = 0.4f;
    private static final float ONE_EDIT = 0.6f;
    private static final float TWO_EDITS = 0.3f;
    /// A word of fewer talks than these may be a misspelt one.
    private static final int RARE = 5;
    private static final int MOST_CANDIDATES = 20;
    /// Words with a beginning of four letters or more: all that a catalogue has, but for a few beginnings.
    private static final int MOST_LONGER = 500;
    /// Of these the most frequent are scored each by its own frequency, the others all alike.
    private static final int MOST_SCORED = 16;
    /// Forms of all words besides the words themselves. Together with the limit of words this keeps a query, and
    /// one around another, below Lucene's limit of 1,024 clauses.
    private static final int MOST_FORMS = 300;
    /// Words that may be misspelt in one query.
    private static final int MOST_MISSPELT = 5;

    private final Expansion expansion;
    private final Matching stage;
    private final boolean rareOnly;
    private final boolean spoken;
    private final Marks marks;
    private final Map<String, List<String>> meant = new HashMap<>();
    private int formsLeft = MOST_FORMS;

    WordForms(Expansion expansion, Matching stage, boolean rareOnly, Marks marks) throws IOException {
        this.expansion = expansion;
        this.stage = stage;
        this.rareOnly = rareOnly;
        this.spoken = expansion.reader().getDocCount(Fields.SPOKEN) > 0;
        this.marks = marks;
    }

    boolean isSpoken() {
        return spoken;
    }

    /// Whether any word was taken for a misspelt one.
    boolean hasMisspelt() {
        return !meant.isEmpty();
    }

    /// The words that this one may have been meant to be, the likeliest first; none when it is right.
    List<String> meant(String term) {
        return meant.getOrDefault(term, List.of());
    }

    /// The best of all forms of a word.
    Query of(String term, @Nullable String other, boolean unfinished) throws IOException {
        var forms = new ArrayList<Query>();
        forms.add(expansion.query(Fields.WORDS, term));
        marks.word(term);
        if (other != null) {
            forms.add(expansion.query(Fields.WORDS, other));
            marks.word(other);
        }
        if (formsLeft > 0) {
            addForms(term, unfinished, forms);
            formsLeft -= forms.size() - 1;
        }
        return forms.size() == 1 ? forms.getFirst() : new DisjunctionMaxQuery(forms, TIE);
    }

    private void addForms(String term, boolean unfinished, List<Query> forms) throws IOException {
        addStems(term, forms);
        if (unfinished) {
            addBeginning(term, forms);
        }
        if (spoken) {
            forms.add(new BoostQuery(expansion.query(Fields.SPOKEN, term), SPOKEN));
        }
        if (stage != Matching.EXACT) {
            addClose(term, forms);
            if (!unfinished && !rareOnly) {
                addBeginning(term, forms);
            }
        }
    }

    /// All of them count as rarely as the most frequent one: a slip of the finger is no rare word.
    private void addClose(String term, List<Query> forms) throws IOException {
        if (meant.size() >= MOST_MISSPELT || Expansion.isTooShort(term) || (rareOnly && !isRare(term))) {
            return;
        }
        var candidates = expansion.close(term, MOST_CANDIDATES);
        meant.put(term, candidates.stream().map(Expansion.Candidate::word).toList());
        if (candidates.isEmpty()) {
            return;
        }
        var blended = new BlendedTermQuery.Builder().setRewriteMethod(new BlendedTermQuery.DisjunctionMaxRewrite(TIE));
        for (var candidate : candidates) {
            blended.add(new Term(Fields.WORDS, candidate.word()), candidate.edits() == 1 ? ONE_EDIT : TWO_EDITS);
            marks.word(candidate.word());
        }
        forms.add(blended.build());
    }

    private boolean isRare(String term) throws IOException {
        return expansion.talks(Fields.WORDS, term) < RARE;
    }

    private void addStems(String term, List<Query> forms) throws IOException {
        for (var stem : Stemming.current().inAnyLanguage(term)) {
            if (stem.equals(term)) {
                continue;
            }
            if (exists(Fields.STEMS, stem)) {
                forms.add(new BoostQuery(expansion.query(Fields.STEMS, stem), STEMMED));
            }
            // An English word that is its own stem is only among the words.
            if (exists(Fields.WORDS, stem)) {
                forms.add(new BoostQuery(expansion.query(Fields.WORDS, stem), STEMMED));
            }
        }
        Stemming.current().inAnyLanguage(term).forEach(marks::stem);
    }

    private void addBeginning(String start, List<Query> forms) throws IOException {
        marks.start(start);
        if (start.length() <= DocumentMapper.LONGEST_START) {
            forms.add(new BoostQuery(expansion.query(Fields.STARTS, start), BEGUN));
            return;
        }
        var longer = expansion.longer(Fields.WORDS, start, MOST_LONGER);
        for (var word : longer.subList(0, Math.min(longer.size(), MOST_SCORED))) {
            forms.add(new BoostQuery(expansion.query(Fields.WORDS, word.word()), BEGUN));
        }
        if (longer.size() > MOST_SCORED) {
            var rest = longer.stream()
                    .skip(MOST_SCORED)
                    .map(word -> new BytesRef(word.word()))
                    .toList();
            forms.add(new BoostQuery(new ConstantScoreQuery(new TermInSetQuery(Fields.WORDS, rest)), BEGUN));
        }
    }

    boolean exists(String field, String term) throws IOException {
        return expansion.talks(field, term) > 0;
    }
}
