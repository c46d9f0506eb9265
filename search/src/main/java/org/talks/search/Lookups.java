package org.talks.search;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;

/// Reads straight from the segments, without scoring.
final class Lookups {

    private Lookups() {}

    static Set<String> idsOf(IndexSearcher searcher, Term term) throws IOException {
        var ids = new TreeSet<String>();
        for (var leaf : searcher.getIndexReader().leaves()) {
            var postings = leaf.reader().postings(term, PostingsEnum.NONE);
            if (postings == null) {
                continue;
            }
            var live = leaf.reader().getLiveDocs();
            var values = DocValues.getSorted(leaf.reader(), Fields.ID);
            for (var doc = postings.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = postings.nextDoc()) {
                if ((live == null || live.get(doc)) && values.advanceExact(doc)) {
                    ids.add(values.lookupOrd(values.ordValue()).utf8ToString());
                }
            }
        }
        return ids;
    }

    static SortedMap<String, byte[]> contentHashes(IndexSearcher searcher) throws IOException {
        var hashes = new TreeMap<String, byte[]>();
        for (var leaf : searcher.getIndexReader().leaves()) {
            var live = leaf.reader().getLiveDocs();
            var ids = DocValues.getSorted(leaf.reader(), Fields.ID);
            var values = DocValues.getBinary(leaf.reader(), Fields.HASH);
            for (var doc = ids.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = ids.nextDoc()) {
                if ((live == null || live.get(doc)) && values.advanceExact(doc)) {
                    var hash = values.binaryValue();
                    hashes.put(
                            ids.lookupOrd(ids.ordValue()).utf8ToString(),
                            java.util.Arrays.copyOfRange(hash.bytes, hash.offset, hash.offset + hash.length));
                }
            }
        }
        return hashes;
    }

    static String contentHash(IndexSearcher searcher) throws IOException {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var entry : contentHashes(searcher).entrySet()) {
                digest.update(entry.getKey().getBytes(java.nio.charset.StandardCharsets.UTF_8));
                digest.update(entry.getValue());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
