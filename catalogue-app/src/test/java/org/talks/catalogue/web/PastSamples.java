package org.talks.catalogue.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.talks.catalogue.history.web.ComparePage;
import org.talks.catalogue.searching.web.PastPreparingPage;
import org.talks.catalogue.searching.web.PastSearchPage;
import org.talks.catalogue.searching.web.SearchUrl;

/// Pages that look back.
final class PastSamples {

    private static final PastMoment MOMENT = new PastMoment("at the end of 5 November 2026, UTC", "2026-11-05");

    private PastSamples() {}

    static ComparePage compare(Visit visit) {
        var first = new ComparePage.Version(12, "3 May 2021, 13:58 UTC", "3 May 2021, 13:58 UTC: added the talk");
        var last = new ComparePage.Version(
                18_204, "9 May 2021, 21:40 UTC", "9 May 2021, 21:40 UTC: rewrote the summary " + SearchSamples.HOSTILE);
        return new ComparePage(
                visit,
                "talk",
                "Data Science in the Balanced Team",
                TalkSamples.PATH,
                List.of(last, first),
                first,
                last,
                List.of(
                        new HistoryPage.Change("Title", SearchSamples.HOSTILE, "Data Science", null),
                        new HistoryPage.Change(
                                "Summary",
                                "",
                                "",
                                SafeHtml.trusted("What a data scientist <del>brings</del> <ins>owes</ins>."))),
                first,
                3);
    }

    static ComparePage same() {
        var only = new ComparePage.Version(12, "3 May 2021, 13:58 UTC", "3 May 2021, 13:58 UTC: added the talk");
        return new ComparePage(
                Visit.READER, "talk", "Balanced", TalkSamples.PATH, List.of(only), only, only, List.of(), null, 1);
    }

    static PastSearchPage search() {
        return new PastSearchPage(
                SearchSamples.found(), MOMENT, "/?q=balanced+team", "This catalogue has recorded since 3 May 2021.");
    }

    static PastPreparingPage preparing(@Nullable String error) {
        return new PastPreparingPage(
                Visit.READER,
                new SearchUrl("balanced team", Map.of(), null, null, MOMENT.asked()),
                MOMENT,
                "/?q=balanced+team&asOf=2026-11-05",
                "talks",
                12_000,
                35_404,
                error);
    }
}
