package org.talks.search;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.IndexSearcher;
import org.jspecify.annotations.Nullable;

/// Talks as they are stored, each read once in an answer: reading one unpacks the block it lies in, which costs as
/// much as finding it. For one thread.
final class StoredTalks {

    private static final Set<String> STORED = Set.of(Fields.STORED);

    private final StoredFields fields;
    private final Map<Integer, StoredTalk> read = new HashMap<>();

    StoredTalks(IndexSearcher searcher) throws IOException {
        this.fields = searcher.storedFields();
    }

    StoredTalk talk(int doc) throws IOException {
        var known = read.get(doc);
        if (known != null) {
            return known;
        }
        var bytes = fields.document(doc, STORED).getBinaryValue(Fields.STORED);
        if (bytes == null) {
            throw new IOException("document " + doc + " is no talk");
        }
        var talk = StoredTalk.read(bytes.bytes, bytes.offset, bytes.length);
        read.put(doc, talk);
        return talk;
    }

    /// The stored text of a document that is no talk, null when it has none.
    @Nullable
    String text(int doc) throws IOException {
        return fields.document(doc, STORED).get(Fields.STORED);
    }
}
