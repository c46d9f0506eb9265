package org.talks.catalogue.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.talks.catalogue.history.web.ChangesPage;
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
                3,
                BrowseSamples.tabs());
    }

    static ComparePage same() {
        var only = new ComparePage.Version(12, "3 May 2021, 13:58 UTC", "3 May 2021, 13:58 UTC: added the talk");
        return new ComparePage(
                Visit.READER,
                "talk",
                "Balanced",
                TalkSamples.PATH,
                List.of(only),
                only,
                only,
                List.of(),
                null,
                1,
                List.of());
    }

    static ChangesPage changes() {
        return new ChangesPage(
                Visit.READER,
                "PyCon Ireland 2016",
                "/conferences/019/pycon-ireland-2016",
                "2026-11-05",
                "4711",
                "at the end of 5 November 2026, UTC, and at position 4,711 of the log",
                "The conference itself was first recorded on 9 November 2026, 12:00 UTC.",
                List.of(new HistoryPage.Change("City", "Cork", "Dublin", null)),
                List.of(
                        new ChangesPage.Group(
                                "added",
                                "Added",
                                List.of(new ChangesPage.Talk(
                                        new Ref("/talks/1", SearchSamples.HOSTILE), "", List.of()))),
                        new ChangesPage.Group(
                                "cancelled",
                                "Cancelled",
                                List.of(new ChangesPage.Talk(
                                        new Ref("/talks/2", "Async"),
                                        "retitled",
                                        List.of(new HistoryPage.Change("Cancelled", "", "yes", null)))))),
                List.of(new Page.Alternate("application/atom+xml", "/conferences/019/changes.atom", "Feed")));
    }

    static ChangesPage noChanges() {
        return new ChangesPage(
                Visit.READER,
                "PyCon Ireland 2016",
                "/conferences/019/pycon-ireland-2016",
                "2026-11-05",
                "",
                "at the end of 5 November 2026, UTC, and now",
                null,
                List.of(),
                List.of(),
                List.of());
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
