package org.talks.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The example of the package documentation, compiled and run.
class UsageExampleTest {

    @Test
    void theExampleOfTheManualWorks(@TempDir Path directory) throws IOException {
        var talk = TalkBuilder.talk("1", "Conda on Cloud Foundry")
                .by("Jürgen Müller")
                .build();
        var printed = new ArrayList<String>();

        try (var index = TalkIndex.open(directory, IndexSettings.live())) {
            index.put(talk); // a TalkDocument: all that is known of one talk
            index.refresh(); // now searches see it
            index.commit(Map.of("position", "42")); // now it survives, together with our position
            var result = index.search(SearchRequest.forText("mueler conda year:2014..2016"));
            for (var hit : result.hits()) {
                printed.add(hit.title() + " " + hit.snippets());
            }
        }

        assertThat(printed).singleElement().asString().startsWith("Conda on Cloud Foundry");
    }

    @Test
    void theManualShowsTheExampleAsItIsHere() throws IOException {
        var module = Path.of(System.getProperty("repository.root", ".."), "search", "src");
        var example = Files.readString(module.resolve("test/java/org/talks/search/UsageExampleTest.java"))
                .lines()
                .map(String::strip)
                .filter(line -> line.startsWith("index.") || line.startsWith("var result"))
                .toList();
        var manual = Files.readString(module.resolve("main/java/org/talks/search/package-info.java"));

        assertThat(example).isNotEmpty().allSatisfy(line -> assertThat(manual).contains(line));
    }
}
