package org.talks.catalogue.kill;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/// Ways to start the packaged catalogue.
final class Programs {

    private Programs() {}

    /// Has the jar record its AOT cache, so that a round is work rather than waiting for a start.
    ///
    /// @return arguments of `java` up to the verb
    static List<String> withCache(Path jar, Path directory) throws IOException, InterruptedException {
        record Recorded(List<String> command) {}
        var process = Subject.java(
                        List.of("-jar", jar.toString(), "aot-cache", "--json", "--directory", directory.toString()))
                .start();
        String said;
        try (var out = process.inputReader(StandardCharsets.UTF_8)) {
            said = out.readAllAsString();
        }
        if (process.waitFor() != 0) {
            throw new IOException(jar + " cannot record a cache");
        }
        var command = JsonMapper.shared().readValue(said, Recorded.class).command();
        return command.subList(1, command.size() - 1);
    }
}
