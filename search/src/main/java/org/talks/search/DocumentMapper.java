package org.talks.search;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.IntField;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.util.BytesRef;
import org.talks.search.TalkDocument.Entity;

/// Turns a talk into the documents of its block. Each text is cut into words once, and the words feed every
/// field.
final class DocumentMapper {

    /// Longer beginnings have so few words that they are looked up among the words.
    static final int LONGEST_START = 3;
    /// Words of one talk, all parts together; a talk of more is a book, and the rest of it is not searched.
    private static final int MOST_WORDS = 200_000;
    private static final int LONGEST_KEY = 1_000;

    private final TalkDocument talk;
    private final String language;
    private final Stemming stemming = Stemming.current();
    private final WeightedTerms words = new WeightedTerms();
    private final WeightedTerms stems = new WeightedTerms();
    private final WeightedTerms starts = new WeightedTerms();
    private final PositionedTerms text = new PositionedTerms();
    private final Document document = new Document();
    private int budget = MOST_WORDS;

    private DocumentMapper(TalkDocument talk) {
        this.talk = talk;
        this.language = Stemming.language(talk.language());
    }

    /// The passages first, the talk last.
    static List<Document> documents(TalkDocument talk) {
        return new DocumentMapper(talk).map();
    }

    private List<Document> map() {
        var title = tokens(talk.title());
        addTerms(title, Fields.Weight.TITLE, true);
        if (talk.subtitle() != null) {
            addTerms(tokens(talk.subtitle()), Fields.Weight.SUBTITLE, true);
        }
        addNames(Fields.SPEAKER, talk.speakers().stream(), Fields.Weight.SPEAKER);
        addNames(Fields.CONFERENCE, conferences(), Fields.Weight.CONFERENCE);
        addNames(Fields.TOPIC, talk.topics().stream().map(t -> new Entity(t, t, List.of())), Fields.Weight.TOPIC);
        addTerms(tokens(talk.summary()), Fields.Weight.SUMMARY, false);
        for (var note : talk.notes()) {
            if (note.heading() != null) {
                addTerms(tokens(note.heading()), Fields.Weight.NOTES, false);
            }
            addTerms(tokens(note.text()), Fields.Weight.NOTES, false);
        }
        if (talk.date() != null) {
            words.add(Integer.toString(talk.date().getYear()), Fields.Weight.CONFERENCE);
        }
        // Of each word once, however often it occurs.
        words.forEach((term, weight) -> {
            var stem = stemming.stem(term, language);
            if (!stem.equals(term)) {
                stems.add(stem, weight);
            }
        });
        addPositions(Fields.TITLE, title, Fields.POSITIONS);
        document.add(new StringField(Fields.WHOLE_TITLE, wholeTitle(title), Field.Store.NO));
        addWeighted(Fields.WORDS, words);
        addWeighted(Fields.STEMS, stems);
        addWeighted(Fields.STARTS, starts);
        if (!text.isEmpty()) {
            document.add(new Field(Fields.TEXT, text.stream(), Fields.POSITIONS_UNSCORED));
        }
        addValues();
        addFacets();
        var passages = Passage.of(talk.transcript());
        var documents = new ArrayList<Document>(passages.size() + 1);
        addSpoken(passages, documents);
        addStored();
        documents.add(document);
        return documents;
    }

    /// A title as [Fields#WHOLE_TITLE] has it.
    static String wholeTitle(List<Token> title) {
        var key = title.stream().map(Token::term).collect(Collectors.joining(" "));
        return key.length() <= LONGEST_KEY ? key : key.substring(0, LONGEST_KEY);
    }

    private List<Token> tokens(String part) {
        var tokens = Analysis.tokens(part);
        var allowed = tokens.size() <= budget ? tokens : tokens.subList(0, budget);
        budget -= allowed.size();
        return allowed;
    }

    private Stream<Entity> conferences() {
        return talk.series() == null ? Stream.of(talk.conference()) : Stream.of(talk.conference(), talk.series());
    }

    private void addNames(String field, Stream<Entity> entities, int weight) {
        var positioned = new PositionedTerms();
        var seen = new LinkedHashSet<String>();
        entities.forEach(entity -> Stream.concat(Stream.of(entity.name()), entity.also().stream())
                .filter(seen::add)
                .forEach(name -> {
                    var tokens = tokens(name);
                    positioned.add(tokens);
                    addTerms(tokens, weight, true);
                }));
        if (!positioned.isEmpty()) {
            document.add(new Field(field, positioned.stream(), Fields.POSITIONS_UNSCORED));
        }
    }

    private void addTerms(List<Token> tokens, int weight, boolean withStarts) {
        for (var token : tokens) {
            addTerm(token.term(), weight, withStarts);
            if (token.other() != null) {
                addTerm(token.other(), weight, withStarts);
            }
            if (token.compound() != null && token.compound().joined() != null) {
                addTerm(token.compound().joined(), weight, withStarts);
            }
        }
        text.add(tokens);
    }

    private void addTerm(String term, int weight, boolean withStarts) {
        words.add(term, weight);
        if (withStarts) {
            var longest = Math.min(term.length(), LONGEST_START);
            for (var end = 1; end <= longest; end++) {
                if (end == term.length() || !Character.isLowSurrogate(term.charAt(end))) {
                    starts.add(term.substring(0, end), weight);
                }
            }
        }
    }

    private void addWeighted(String field, WeightedTerms terms) {
        if (!terms.isEmpty()) {
            document.add(new Field(field, terms.stream(), Fields.WEIGHTED));
        }
    }

    private void addPositions(String field, List<Token> tokens, FieldType type) {
        var positioned = new PositionedTerms();
        positioned.add(tokens);
        if (!positioned.isEmpty()) {
            document.add(new Field(field, positioned.stream(), type));
        }
    }

    private void addSpoken(List<Passage> passages, List<Document> documents) {
        var spoken = new PositionedTerms();
        for (var passage : passages) {
            var tokens = tokens(passage.text());
            spoken.add(tokens);
            var passageWords = new WeightedTerms();
            var passageStems = new WeightedTerms();
            for (var token : tokens) {
                passageWords.add(token.term(), 1);
                var stem = stemming.stem(token.term(), language);
                if (!stem.equals(token.term())) {
                    passageStems.add(stem, 1);
                }
                if (token.compound() != null && token.compound().joined() != null) {
                    passageWords.add(token.compound().joined(), 1);
                }
            }
            if (passageWords.isEmpty()) {
                continue;
            }
            var passageDocument = new Document();
            passageDocument.add(new StringField(Fields.BLOCK, talk.id(), Field.Store.NO));
            passageDocument.add(new StringField(Fields.PASSAGE_OF, talk.id(), Field.Store.YES));
            passageDocument.add(new Field(Fields.PASSAGE, passageWords.stream(), Fields.WEIGHTED));
            if (!passageStems.isEmpty()) {
                passageDocument.add(new Field(Fields.PASSAGE_STEMS, passageStems.stream(), Fields.WEIGHTED));
            }
            passageDocument.add(new StoredField(Fields.STORED, passage.second() + " " + passage.text()));
            documents.add(passageDocument);
        }
        if (!spoken.isEmpty()) {
            document.add(new Field(Fields.SPOKEN, spoken.stream(), Fields.POSITIONS));
        }
    }

    private void addValues() {
        document.add(new StringField(Fields.BLOCK, talk.id(), Field.Store.NO));
        document.add(new StringField(Fields.ID, talk.id(), Field.Store.NO));
        document.add(new SortedDocValuesField(Fields.ID, new BytesRef(talk.id())));
        document.add(new NumericDocValuesField(Fields.ADDED, talk.addedAt().toEpochMilli()));
        if (talk.date() != null) {
            document.add(new LongField(Fields.DATE, talk.date().toEpochDay(), Field.Store.NO));
        }
        if (talk.durationSeconds() != null) {
            document.add(new IntField(Fields.DURATION, talk.durationSeconds(), Field.Store.NO));
        }
        for (var id : new LinkedHashSet<>(talk.referredIds())) {
            document.add(new StringField(Fields.REFERS, id, Field.Store.NO));
        }
        for (var url : talk.urls()) {
            document.add(new StringField(Fields.URL, Urls.normal(url), Field.Store.NO));
        }
        document.add(new StringField(Fields.SAME, talk.sameAs() == null ? talk.id() : talk.sameAs(), Field.Store.NO));
    }

    private void addFacets() {
        for (var facet : Facet.values()) {
            for (var value : FacetValue.of(facet, talk)) {
                document.add(new StringField(Fields.filter(facet), filterTerm(facet, value.value()), Field.Store.NO));
                document.add(new SortedSetDocValuesField(Fields.counted(facet), new BytesRef(value.encoded())));
            }
        }
    }

    /// The term that stands for a value of a facet; languages and kinds in lower case, so that people may type
    /// them.
    static String filterTerm(Facet facet, String value) {
        return switch (facet) {
            case LANGUAGE, KIND, HAS, DURATION -> value.toLowerCase(Locale.ROOT);
            case CONFERENCE, SERIES, YEAR, SPEAKER, TOPIC, SOURCE -> value;
        };
    }

    private void addStored() {
        var stored = StoredTalk.of(talk).bytes();
        document.add(new StoredField(Fields.STORED, stored));
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(stored);
            // What readers do not see but find by.
            var foundBy = List.of(talk.speakers(), talk.conference(), talk.urls(), talk.sources());
            digest.update((foundBy + " " + talk.series()).getBytes(StandardCharsets.UTF_8));
            for (var cue : talk.transcript()) {
                digest.update((cue.startSecond() + " " + cue.text() + "\n").getBytes(StandardCharsets.UTF_8));
            }
            document.add(new BinaryDocValuesField(Fields.HASH, new BytesRef(digest.digest())));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
