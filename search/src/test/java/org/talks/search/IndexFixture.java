package org.talks.search;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.talks.search.SearchResult.Hit;

/// An index in a temporary directory.
abstract class IndexFixture {

    @TempDir
    Path directory = Path.of("");

    TalkIndex index;

    // NullAway: JUnit opens the index before each test.
    @SuppressWarnings("NullAway.Init")
    IndexFixture() {}

    @BeforeEach
    void open() throws IOException {
        index = TalkIndex.open(directory, IndexSettings.live());
    }

    @AfterEach
    void close() throws IOException {
        index.close();
    }

    void put(TalkBuilder... talks) throws IOException {
        for (var talk : talks) {
            index.put(talk.build());
        }
        index.refresh();
    }

    List<String> find(String text) throws IOException {
        return ids(index.search(SearchRequest.forText(text)));
    }

    SearchResult search(String text, Map<Facet, List<String>> chosen, Facet... counted) throws IOException {
        return index.search(new SearchRequest(
                text, chosen, Set.of(counted), 10, SearchRequest.Order.RELEVANCE, 10, null, true, false));
    }

    static List<String> ids(SearchResult result) {
        return result.hits().stream().map(Hit::id).toList();
    }
}
