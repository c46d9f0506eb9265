package org.talks.catalogue.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

/// Whether two indexes hold the same documents, but for their ids: as many of them, and in each field as many
/// terms, counted as often as they occur, in as many documents.
final class SameDocuments {

    private record Held(long documents, long terms, long occurrences) {}

    private SameDocuments() {}

    /// Compares two indexes of which nobody needs the files any more: what was deleted is merged away first, because
    /// its terms would count.
    ///
    /// @throws IllegalStateException with the fields that differ
    static void check(Path expected, Path actual) throws IOException {
        var wanted = fields(expected);
        var found = fields(actual);
        var differences = new ArrayList<String>();
        wanted.forEach((field, held) -> {
            if (!Objects.equals(held, found.get(field))) {
                differences.add(field + ": " + held + " and " + found.get(field));
            }
        });
        found.keySet().stream()
                .filter(field -> !wanted.containsKey(field))
                .forEach(field -> differences.add(field + ": none and " + found.get(field)));
        if (!differences.isEmpty()) {
            throw new IllegalStateException("The documents differ: " + String.join("; ", differences));
        }
    }

    /// The directory of the index below a data directory.
    static Path indexBelow(Path data) throws IOException {
        try (var files = Files.walk(data)) {
            return Objects.requireNonNull(
                    files.filter(file -> file.getFileName().toString().startsWith("segments_"))
                            .findFirst()
                            .orElseThrow(() -> new IllegalStateException(data + " holds no index"))
                            .getParent());
        }
    }

    private static Map<String, Held> fields(Path index) throws IOException {
        var fields = new TreeMap<String, Held>();
        try (var directory = FSDirectory.open(index)) {
            var merges = new TieredMergePolicy().setForceMergeDeletesPctAllowed(0);
            try (var writer = new IndexWriter(directory, new IndexWriterConfig().setMergePolicy(merges))) {
                writer.forceMergeDeletes();
            }
            count(directory, fields);
        }
        return fields;
    }

    private static void count(Directory directory, Map<String, Held> fields) throws IOException {
        try (var reader = DirectoryReader.open(directory)) {
            fields.put("", new Held(reader.numDocs(), 0, 0));
            for (var leaf : reader.leaves()) {
                for (var info : leaf.reader().getFieldInfos()) {
                    var terms = leaf.reader().terms(info.name);
                    var here = terms == null
                            ? new Held(0, 0, 0)
                            : new Held(terms.getDocCount(), terms.getSumDocFreq(), terms.getSumTotalTermFreq());
                    fields.merge(
                            info.name,
                            here,
                            (a, b) -> new Held(
                                    a.documents() + b.documents(),
                                    a.terms() + b.terms(),
                                    a.occurrences() + b.occurrences()));
                }
            }
        }
    }
}
