package org.talks.catalogue.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.talks.catalogue.command.Refused;

class PartTest {

    @Test
    void aPathNamesAPartAnItemOfItAndWhetherItIsToGo() {
        assertThat(Part.of("title")).isEqualTo(new Part("title", null, false));
        assertThat(Part.of("remove")).isEqualTo(new Part("remove", null, false));
        assertThat(Part.of("notes/17")).isEqualTo(new Part("notes", "17", false));
        assertThat(Part.of("notes/a/b/remove")).isEqualTo(new Part("notes", "a/b", true));
        assertThat(Part.of("notes/remove")).isEqualTo(new Part("notes", "remove", false));
    }

    @Test
    void itemsWithoutIdsAreCounted() {
        assertThat(Part.of("sources/1/remove").of(List.of("first", "second"))).isEqualTo("second");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"sources", "sources/2/remove", "sources/-1/remove", "sources/99999999999/remove", "sources/x"})
    void whatIsNotInTheListIsNotFound(String path) {
        assertThatThrownBy(() -> Part.of(path).of(List.of("first", "second"))).isInstanceOf(Refused.NotFound.class);
    }
}
