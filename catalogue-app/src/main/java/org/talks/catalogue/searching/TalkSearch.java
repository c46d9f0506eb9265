package org.talks.catalogue.searching;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.talks.catalogue.projection.LiveView;
import org.talks.search.SearchRequest;
import org.talks.search.SearchResult;
import org.talks.search.TalkIndex;

/// Searches the index that is being served. Safe for use by any number of threads; a rebuild that switches
/// meanwhile is not noticed.
@Component
public final class TalkSearch {

    private final LiveView<TalkIndexProjection> view;
    private final SynonymList synonyms;

    TalkSearch(LiveView<TalkIndexProjection> view, SynonymList synonyms) {
        this.view = view;
        this.synonyms = synonyms;
    }

    public SearchResult search(SearchRequest request) {
        return with(index -> index.search(request));
    }

    /// What was typed may become one of these; see [TalkIndex#suggest].
    public List<TalkIndex.Suggestion> suggest(String typed, int perKind) {
        return with(index -> index.suggest(typed, perKind));
    }

    /// Talks with most in common with a talk, best first.
    public List<TalkIndex.Similar> similar(String talkId, int size) {
        return with(index -> index.similar(talkId, size));
    }

    /// Talks in the index.
    public int size() {
        return with(TalkIndex::size);
    }

    private interface Asking<T extends @Nullable Object> {
        T ask(TalkIndex index) throws IOException;
    }

    private <T> T with(Asking<T> asking) {
        return view.read(projection -> {
            try {
                // Each time, since another generation may have been opened before the list was changed.
                projection.index().synonyms(synonyms.inUse());
                return asking.ask(projection.index());
            } catch (IOException e) {
                throw new UncheckedIOException("The search index cannot be read: " + e.getMessage(), e);
            }
        });
    }
}
