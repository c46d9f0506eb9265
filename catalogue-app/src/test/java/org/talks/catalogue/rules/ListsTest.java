package org.talks.catalogue.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ListsTest {

    @Property
    void sortedSetsHoldEachOnceInOrder(@ForAll List<@IntRange(max = 9) Integer> items) {
        assertThat(Lists.sortedSet(items, Comparator.naturalOrder())).isEqualTo(List.copyOf(new TreeSet<>(items)));
        assertThat(Lists.sorted(items, Comparator.naturalOrder()))
                .isEqualTo(items.stream().sorted().toList());
    }

    @Test
    void aListInOrderIsNotCopied() {
        var items = List.of("a", "b");
        assertThat(Lists.sorted(items, Comparator.naturalOrder())).isSameAs(items);
        assertThat(Lists.sortedSet(items, Comparator.naturalOrder())).isSameAs(items);
    }

    @Test
    void puttingReplacesInPlaceOrAppends() {
        Function<String, String> firstLetter = s -> s.substring(0, 1);
        assertThat(Lists.put(List.of("a1", "b1"), "a2", firstLetter)).containsExactly("a2", "b1");
        assertThat(Lists.put(List.of("a1"), "b1", firstLetter)).containsExactly("a1", "b1");
        assertThat(Lists.without(List.of("a1", "b1"), "a", firstLetter)).containsExactly("b1");
        assertThat(Lists.find(List.of("a1", "b1"), "b", firstLetter)).isEqualTo("b1");
        assertThat(Lists.find(List.of("a1", "b1"), "c", firstLetter)).isNull();
    }
}
