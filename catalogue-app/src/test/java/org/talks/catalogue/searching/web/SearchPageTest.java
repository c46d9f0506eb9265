package org.talks.catalogue.searching.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.talks.catalogue.searching.web.SearchPage.Group;
import org.talks.catalogue.searching.web.SearchPage.Value;

class SearchPageTest {

    private static Group group(Value... values) {
        return new Group("series", "Series", List.of(values), List.of(), List.of(), null);
    }

    private static Value value(String name, long count, boolean chosen) {
        return new Value("series-" + name, name, name, count, chosen);
    }

    @Test
    void aFacetWhoseValuesEveryHitHasTellsNothing() {
        assertThat(group(value("pycon", 3, false)).tellsApart(3)).isFalse();
        assertThat(group(value("pycon", 2, false)).tellsApart(3)).isTrue();
        assertThat(group(value("agile", 3, false), value("teams", 3, false)).tellsApart(3))
                .isFalse();
        assertThat(group(value("agile", 3, false), value("teams", 1, false)).tellsApart(3))
                .isTrue();
    }

    @Test
    void aChosenValueStaysToBeTakenBack() {
        assertThat(group(value("pycon", 3, true)).tellsApart(3)).isTrue();
    }
}
