package org.talks.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.talks.search.TalkBuilder.talk;

import java.io.IOException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.talks.search.SearchRequest.Order;

/// Which of some talks a search waits for.
class WaitingSearchTest extends IndexFixture {

    @Test
    void onlyTheTalksAskedAboutAreAnswered() throws IOException {
        put(talk("1", "Django forms"), talk("2", "Django models"), talk("3", "Flask"));

        assertThat(index.matching(SearchRequest.forText("django "), Set.of("2", "3", "9")))
                .containsExactly("2");
        assertThat(index.matching(SearchRequest.forText("django "), Set.of())).isEmpty();
    }

    @Test
    void nothingIsTakenForMisspeltAndNothingLeftOut() throws IOException {
        put(talk("1", "Kubernetes operators"));

        assertThat(find("kuberentes")).containsExactly("1");
        assertThat(index.matching(SearchRequest.forText("kuberentes "), Set.of("1")))
                .isEmpty();
        assertThat(find("kubernetes zebra")).containsExactly("1");
        assertThat(index.matching(SearchRequest.forText("kubernetes zebra "), Set.of("1")))
                .isEmpty();
    }

    @Test
    void synonymsAndFacetsCount() throws IOException {
        put(
                talk("1", "Kubernetes operators").date(LocalDate.of(2016, 5, 1)),
                talk("2", "Kubernetes operators").date(LocalDate.of(2017, 5, 1)));
        var chosen = new EnumMap<Facet, List<String>>(Map.of(Facet.YEAR, List.of("2017")));

        assertThat(index.matching(
                        new SearchRequest("k8s ", chosen, Set.of(), 0, Order.RELEVANCE, 0, null, false, false),
                        Set.of("1", "2")))
                .containsExactly("2");
    }
}
