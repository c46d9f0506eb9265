package org.talks.search.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.talks.search.IndexSettings;
import org.talks.search.SearchRequest;
import org.talks.search.TalkDocument;
import org.talks.search.TalkDocument.Entity;
import org.talks.search.TalkIndex;

/// This library.
final class TalkIndexEngine implements Engine {

    private final TalkIndex index;

    TalkIndexEngine(Path directory, IndexSettings settings) throws IOException {
        this.index = TalkIndex.open(directory, settings);
    }

    @Override
    public String name() {
        return "Talk Catalogue";
    }

    TalkIndex talkIndex() {
        return index;
    }

    @Override
    public void index(List<Talk> talks) throws IOException {
        for (var talk : talks) {
            index.put(document(talk));
        }
        index.refresh();
        index.commit(Map.of());
    }

    @Override
    public List<Found> find(String query) throws IOException {
        var request = SearchRequest.forText(query);
        var plain = new SearchRequest(
                request.text(), Map.of(), request.facets(), 0, request.order(), 10, null, false, false);
        var result = index.search(plain);
        if (result.partial()) {
            throw new IllegalStateException("The search for " + query + " was cut off.");
        }
        return result.hits().stream()
                .map(hit -> new Found(hit.id(), hit.title()))
                .toList();
    }

    static TalkDocument document(Talk talk) {
        return new TalkDocument(
                talk.id(),
                talk.title(),
                null,
                talk.speakers().stream()
                        .map(name -> new Entity(name, name, List.of()))
                        .toList(),
                List.of(talk.conferenceId()),
                new Entity(talk.conferenceId(), talk.conference(), List.of()),
                null,
                talk.summary(),
                List.of(),
                List.of(),
                talk.tags(),
                "talk",
                talk.language(),
                Pyvideo.date(talk),
                talk.durationSeconds(),
                !talk.urls().isEmpty(),
                false,
                false,
                Instant.EPOCH,
                talk.urls(),
                List.of("pyvideo"),
                null);
    }

    @Override
    public void close() throws IOException {
        index.close();
    }
}
