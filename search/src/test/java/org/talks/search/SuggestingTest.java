package org.talks.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.talks.search.TalkBuilder.person;
import static org.talks.search.TalkBuilder.talk;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.talks.search.TalkDocument.Entity;

class SuggestingTest extends IndexFixture {

    private static final Entity GRACE = new Entity("grace", "Grace Hopper", List.of("Amazing Grace", "G. Murray"));

    @Test
    void aPersonIsSuggestedByAnotherNameOfTheirs() throws IOException {
        put(
                talk("1", "Compilers").by(GRACE, person("Ann Smith")),
                talk("2", "Cobol").by(GRACE),
                talk("3", "Murray").by(person("Bill Bird")));

        assertThat(speakers("murr")).containsExactly("Grace Hopper");
        assertThat(speakers("amazing gra")).containsExactly("Grace Hopper");
        assertThat(speakers("grace")).containsExactly("Grace Hopper");
    }

    @Test
    void whoSharesATalkWithThePersonMeantIsNotSuggested() throws IOException {
        put(talk("1", "Compilers").by(GRACE, person("Ann Smith")));

        assertThat(speakers("murray")).containsExactly("Grace Hopper");
    }

    private List<String> speakers(String typed) throws IOException {
        return index.suggest(typed, 3).stream()
                .filter(suggestion -> suggestion.kind().equals("speaker"))
                .map(TalkIndex.Suggestion::text)
                .toList();
    }
}
