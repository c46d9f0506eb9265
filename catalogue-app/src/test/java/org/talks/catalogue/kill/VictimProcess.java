package org.talks.catalogue.kill;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A [Victim]: no web server, works by itself and says its replies on standard output. Quick to start.
///
/// @param source what it imports again and again, a bit more of it each time: see [Sources]
record VictimProcess(Path source) implements Subject {

    @Override
    public Process start(Path data, long seed) throws IOException {
        var arguments = new ArrayList<>(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                Victim.class.getName(),
                data.toString(),
                Long.toString(seed),
                source.toString()));
        return Subject.java(arguments).start();
    }

    @Override
    public void work(Process process, Path data, long seed, Heard heard) throws IOException {
        try (var lines = process.inputReader()) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                Acknowledged.read(line).ifPresent(heard::reply);
                Moment.Change.read(line).ifPresent(heard::moment);
            }
        }
    }
}
