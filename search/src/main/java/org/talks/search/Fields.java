package org.talks.search;

import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.IndexOptions;

/// Every field of the index, once.
///
/// A talk is a block of documents: the talk itself, and one document for each passage of its transcript. All of a
/// block hold [#BLOCK], so that they are replaced and removed together.
final class Fields {

    /// The talk's id, on every document of its block.
    static final String BLOCK = "block";
    /// The talk's id, on the talk alone; also a doc value, the last sort key.
    static final String ID = "id";

    /// Every word of the talk. Its frequency is the sum over the parts of the talk, each multiplied by the part's
    /// [Weight]: BM25 over this one field *is* BM25F over the parts, with one list of postings for a word and
    /// with Lucene's skipping of blocks that cannot compete.
    static final String WORDS = "words";
    /// The stems of those of the words that are not their own stem, with the same weights.
    static final String STEMS = "stems";
    /// The beginnings of the words of title and names, for the word that is still being typed.
    static final String STARTS = "starts";
    /// The same words with positions, part after part with gaps between them, for phrases.
    static final String TEXT = "text";
    /// The title's words with positions.
    static final String TITLE = "title";
    /// The whole title as one term, folded.
    static final String WHOLE_TITLE = "wholeTitle";
    /// The words of the transcript with positions.
    static final String SPOKEN = "spoken";
    /// The words of speakers' names and aliases.
    static final String SPEAKER = "speaker";
    /// The words of names of conference and series.
    static final String CONFERENCE = "conference";
    /// The words of topics.
    static final String TOPIC = "topic";

    /// Epoch day of the talk: points for ranges, doc value for sorting.
    static final String DATE = "date";
    /// Seconds: points for ranges, doc value for sorting.
    static final String DURATION = "duration";
    /// Epoch millisecond at which the talk entered the catalogue; doc value.
    static final String ADDED = "added";
    /// Ids that the talk was made from.
    static final String REFERS = "refers";
    /// Normalised addresses of video and slides.
    static final String URL = "url";
    /// What talks that are the same have in common: the id of one of them or of their group.
    static final String SAME = "same";
    /// SHA-256 of what readers can see; doc value.
    static final String HASH = "hash";
    /// All that a hit shows, see [StoredTalk].
    static final String STORED = "stored";

    /// The talk's id, on passages.
    static final String PASSAGE_OF = "passageOf";
    /// The words of a passage.
    static final String PASSAGE = "passage";
    /// The stems of a passage.
    static final String PASSAGE_STEMS = "passageStems";

    /// Term and value of the facet, to narrow by.
    static String filter(Facet facet) {
        return "=" + facet.parameter();
    }

    /// Doc values of the facet, to count.
    static String counted(Facet facet) {
        return "#" + facet.parameter();
    }

    /// How much one occurrence in a part of the talk counts in [#WORDS].
    static final class Weight {
        static final int TITLE = 8;
        static final int SUBTITLE = 3;
        static final int SPEAKER = 6;
        static final int CONFERENCE = 3;
        static final int TOPIC = 3;
        static final int SUMMARY = 1;
        static final int NOTES = 1;

        private Weight() {}
    }

    /// Words with frequencies given by us.
    static final FieldType WEIGHTED = type(IndexOptions.DOCS_AND_FREQS, false);
    /// Words with positions and a length.
    static final FieldType POSITIONS = type(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS, false);
    /// Words with positions for matching alone.
    static final FieldType POSITIONS_UNSCORED = type(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS, true);

    private Fields() {}

    private static FieldType type(IndexOptions options, boolean omitNorms) {
        var type = new FieldType();
        type.setIndexOptions(options);
        type.setOmitNorms(omitNorms);
        type.setTokenized(true);
        type.freeze();
        return type;
    }
}
