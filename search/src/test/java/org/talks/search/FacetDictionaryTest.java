package org.talks.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.talks.search.TalkBuilder.talk;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.talks.search.SearchResult.FacetCount;

class FacetDictionaryTest extends IndexFixture {

    @Test
    void countsFollowTheTalksThroughRefreshes() throws IOException {
        put(talk("1", "One").topics("web"), talk("2", "Two").topics("web", "orm"));
        assertThat(counted()).containsExactly("web 2", "orm 1");

        put(talk("2", "Two").topics("orm"));
        assertThat(counted()).containsExactly("orm 1", "web 1");

        index.remove("1");
        index.refresh();
        assertThat(counted()).containsExactly("orm 1");
    }

    @Test
    void aRenamedConferenceIsOneValueWithItsNewName() throws IOException {
        put(talk("1", "One").at("c1", "Pycon"), talk("2", "Two").at("c1", "Pycon"));
        search("", Map.of(), Facet.CONFERENCE);
        put(talk("1", "One").at("c1", "PyCon 2016"));

        assertThat(search("", Map.of(), Facet.CONFERENCE).facets().get(Facet.CONFERENCE))
                .containsExactly(new FacetCount("c1", "PyCon 2016", 2, false));

        put(talk("1", "One").at("c1", "Pycon"));

        assertThat(search("", Map.of(), Facet.CONFERENCE).facets().get(Facet.CONFERENCE))
                .containsExactly(new FacetCount("c1", "Pycon", 2, false));
    }

    private List<String> counted() throws IOException {
        var counts = search("", Map.of(), Facet.TOPIC).facets().get(Facet.TOPIC);
        return counts == null
                ? List.of()
                : counts.stream().map(c -> c.value() + " " + c.count()).toList();
    }
}
