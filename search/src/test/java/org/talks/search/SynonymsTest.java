package org.talks.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SynonymsTest {

    @Test
    void theUsualOnesHaveNoMistake() {
        assertThat(Synonyms.mistakes(Synonyms.commonLines())).isEmpty();
        assertThat(Synonyms.groups(Synonyms.commonLines())).contains(List.of("k8s", "kubernetes"));
    }

    @Test
    void whatWouldBePassedOverIsNamedWithItsLine() {
        var mistakes = Synonyms.mistakes("""
                # a remark
                k8s = kubernetes

                alone
                ?! = question
                a b c d e = long
                Über = uber
                """);

        assertThat(mistakes).extracting(Synonyms.Mistake::line).containsExactly(4, 5, 6, 7);
        assertThat(mistakes.getFirst().message()).contains("alone");
        assertThat(mistakes.getLast().message()).contains("the same to a search");
    }

    @Test
    void aGroupWithTooManyMembersIsNamed() {
        assertThat(Synonyms.mistakes("a = b = c = d = e = f = g = h = i = j = k = l = m"))
                .singleElement()
                .satisfies(mistake -> assertThat(mistake.message()).contains("at most 12"));
    }
}
