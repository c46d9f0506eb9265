package org.talks.search;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/// Where a page ended: the sort values of its last hit, and the state of the index that it came from.
///
/// @param request what was searched, as a number: a cursor of another search is worth nothing
/// @param opened which opening of the index numbered the searchers
/// @param searcher the number of the pinned searcher
record Cursor(int request, long opened, long searcher, float score, long value, String id) {

    private static final int HEAD = Integer.BYTES + Long.BYTES * 3 + Float.BYTES;
    private static final int LONGEST = 4_096;

    static int hash(SearchRequest request) {
        return Objects.hash(
                request.text(),
                request.order().name(),
                // Maps of enums hash by identity; their names do not.
                request.chosen().entrySet().stream()
                        .map(e -> e.getKey().name() + e.getValue())
                        .sorted()
                        .toList());
    }

    String encoded() {
        var idBytes = id.getBytes(StandardCharsets.UTF_8);
        var bytes = ByteBuffer.allocate(HEAD + idBytes.length)
                .putInt(request)
                .putLong(opened)
                .putLong(searcher)
                .putFloat(score)
                .putLong(value)
                .put(idBytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /// Null for what is no cursor of this request.
    static @Nullable Cursor parse(@Nullable String encoded, SearchRequest request) {
        if (encoded == null || encoded.length() > LONGEST) {
            return null;
        }
        byte[] decoded;
        try {
            decoded = Base64.getUrlDecoder().decode(encoded);
        } catch (IllegalArgumentException notBase64) {
            return null;
        }
        if (decoded.length <= HEAD) {
            return null;
        }
        var bytes = ByteBuffer.wrap(decoded);
        var cursor = new Cursor(
                bytes.getInt(),
                bytes.getLong(),
                bytes.getLong(),
                bytes.getFloat(),
                bytes.getLong(),
                new String(decoded, HEAD, decoded.length - HEAD, StandardCharsets.UTF_8));
        return cursor.request == hash(request) && !Float.isNaN(cursor.score) ? cursor : null;
    }

    FieldDoc after(SearchRequest.Order order) {
        var idValue = new BytesRef(id);
        Object[] fields = order == SearchRequest.Order.RELEVANCE
                ? new Object[] {score, value, idValue}
                : order == SearchRequest.Order.SHORTEST || order == SearchRequest.Order.LONGEST
                        ? new Object[] {
                            Math.toIntExact(Math.clamp(value, Integer.MIN_VALUE, Integer.MAX_VALUE)), idValue
                        }
                        : new Object[] {value, idValue};
        return new FieldDoc(Integer.MAX_VALUE, score, fields);
    }
}
