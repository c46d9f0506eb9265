package org.talks.catalogue.searching.web;

import org.jspecify.annotations.Nullable;
import org.talks.catalogue.web.Fragment;
import org.talks.catalogue.web.Page;
import org.talks.catalogue.web.PastMoment;
import org.talks.catalogue.web.Visit;
import org.talks.catalogue.web.Wording;

/// How far the index of a moment of the past is. It loads itself again until it is there.
///
/// @param path of the question, which leads here until it can be answered
/// @param phase what is being done
/// @param error why it failed, null when it did not
public record PastPreparingPage(
        Visit visit,
        SearchUrl url,
        PastMoment moment,
        String path,
        String phase,
        long done,
        long total,
        @Nullable String error)
        implements Page {

    @Override
    public String template() {
        return "search/preparing";
    }

    @Override
    public String title() {
        return Wording.text("search.looking-back");
    }

    @Override
    public boolean indexed() {
        return false;
    }

    @Override
    public boolean ownSearchField() {
        return true;
    }

    @Override
    public int refreshSeconds() {
        return error == null ? 1 : 0;
    }

    /// The progress alone, to be swapped in place: the answer to a request with `HX-Target: preparing`.
    public Fragment progress() {
        return new Progress(this);
    }

    /// What [#progress] gives.
    public record Progress(PastPreparingPage page) implements Fragment {
        @Override
        public String template() {
            return "search/preparingStatus";
        }
    }
}
