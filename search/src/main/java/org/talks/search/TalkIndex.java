package org.talks.search;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The index of all talks: the one door of this library.
public interface TalkIndex extends Closeable {
    static TalkIndex open(Path directory, IndexSettings settings) throws IOException {
        return java.util.Objects.requireNonNull(OPENER.get()).open(directory, settings);
    }

    java.util.concurrent.atomic.AtomicReference<Opener> OPENER = new java.util.concurrent.atomic.AtomicReference<>();

    interface Opener {
        TalkIndex open(Path directory, IndexSettings settings) throws IOException;
    }

    void put(TalkDocument document) throws IOException;

    void remove(String talkId) throws IOException;
    /// Makes all that was put visible to searches.
    void refresh() throws IOException;
    /// Makes all that was put durable, together with user data.
    void commit(Map<String, String> userData) throws IOException;

    Map<String, String> committedUserData();

    SearchResult search(SearchRequest request) throws IOException;

    List<Suggestion> suggest(String typed, int perKind) throws IOException;

    List<Similar> similar(String talkId, int size) throws IOException;

    Set<String> talksReferringTo(String id) throws IOException;

    String contentHash() throws IOException;

    int size();

    record Similar(SearchResult.Hit hit, List<String> shares) {}

    record Suggestion(String kind, String id, String text, String html, String detail) {}
}
