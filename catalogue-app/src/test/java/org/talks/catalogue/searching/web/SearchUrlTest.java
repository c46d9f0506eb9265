package org.talks.catalogue.searching.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.talks.search.Facet;
import org.talks.search.SearchRequest.Order;

class SearchUrlTest {

    private static final SearchUrl URL = SearchUrl.of(Map.of(
            "q",
            List.of(" balanced  team "),
            "year",
            List.of("2016", "2017"),
            "conference",
            List.of("019"),
            "x",
            List.of("y")));

    @Test
    void readsWhatItWrites() {
        assertThat(URL.href()).isEqualTo("/?q=balanced++team&conference=019&year=2016&year=2017");
        assertThat(SearchUrl.of(Map.of(
                        "q", List.of("balanced  team"), "conference", List.of("019"), "year", List.of("2016", "2017"))))
                .isEqualTo(URL);
    }

    @Test
    void everyCharacterOfAValueIsKept() {
        var url = new SearchUrl("c++ & 100%", Map.of(Facet.TOPIC, List.of("a/b?c=d#e")), null, null);
        assertThat(url.href()).isEqualTo("/?q=c%2B%2B+%26+100%25&topic=a%2Fb%3Fc%3Dd%23e");
    }

    @Test
    void choosingAndDroppingAreLinks() {
        assertThat(URL.without(Facet.YEAR, "2016").href()).isEqualTo("/?q=balanced++team&conference=019&year=2017");
        assertThat(URL.without(Facet.CONFERENCE, "019")
                        .without(Facet.YEAR, "2016")
                        .without(Facet.YEAR, "2017"))
                .isEqualTo(SearchUrl.EVERYTHING.asking("balanced  team"));
        assertThat(URL.with(Facet.YEAR, "2016")).isEqualTo(URL);
        assertThat(URL.with(Facet.KIND, "keynote").chosen()).containsEntry(Facet.KIND, List.of("keynote"));
        assertThat(URL.withoutAnyChosen().href()).isEqualTo("/?q=balanced++team");
    }

    @Test
    void anotherQuestionBeginsOnItsFirstPage() {
        var second = URL.from("cursor");
        assertThat(second.href()).endsWith("&cursor=cursor");
        assertThat(second.asking("other").cursor()).isNull();
        assertThat(second.sortedBy(Order.OLDEST).cursor()).isNull();
        assertThat(second.with(Facet.YEAR, "2018").cursor()).isNull();
    }

    @Test
    void theUsualOrderIsNotInTheAddress() {
        assertThat(SearchUrl.of(Map.of("q", List.of("x"), "sort", List.of("relevance")))
                        .href())
                .isEqualTo("/?q=x");
        assertThat(SearchUrl.of(Map.of("q", List.of("x"), "sort", List.of("recently-added")))
                        .order())
                .isEqualTo(Order.RECENTLY_ADDED);
        assertThat(SearchUrl.of(Map.of("sort", List.of("nonsense"))).asks()).isFalse();
    }

    @Test
    void withoutATextTheNewestComeFirst() {
        assertThat(SearchUrl.EVERYTHING.effectiveOrder()).isEqualTo(Order.NEWEST);
        assertThat(URL.effectiveOrder()).isEqualTo(Order.RELEVANCE);
    }

    @Test
    void whatIsBeyondTheLimitsIsCut() {
        assertThat(SearchUrl.of(Map.of("q", List.of("x".repeat(10_000)))).text())
                .hasSize(SearchUrl.MAX_TEXT);
        assertThat(SearchUrl.of(Map.of("topic", List.of("x".repeat(10_000)))).chosen())
                .isEmpty();
        var many = java.util.stream.IntStream.range(0, 1_000)
                .mapToObj(String::valueOf)
                .toList();
        assertThat(SearchUrl.of(Map.of("year", many)).chosen().get(Facet.YEAR)).hasSize(SearchUrl.MAX_VALUES);
        assertThat(SearchUrl.of(Map.of("cursor", List.of("x".repeat(10_000)))).cursor())
                .isNull();
    }

    @Test
    void emptyFieldsOfTheFormAskNothing() {
        assertThat(SearchUrl.of(Map.of("q", List.of(" "), "year", List.of(""), "cursor", List.of(""))))
                .isEqualTo(SearchUrl.EVERYTHING);
        assertThat(SearchUrl.of(Collections.<String, List<String>>emptyMap()).asks())
                .isFalse();
    }
}
