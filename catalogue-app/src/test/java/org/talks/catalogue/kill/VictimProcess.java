package org.talks.catalogue.kill;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// A [Victim]: no web server, works by itself and says its replies on standard output. Quick to start.
///
/// @param sources directories of pyvideo's form that it imports
record VictimProcess(List<Path> sources) implements Subject {

    @Override
    public Process start(Path data, long seed) throws IOException {
        var arguments = new ArrayList<>(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                Victim.class.getName(),
                data.toString(),
                Long.toString(seed)));
        sources.forEach(source -> arguments.add(source.toString()));
        return Subject.java(arguments).start();
    }

    @Override
    public void work(Process process, Path data, long seed, Runnable ready, Consumer<Acknowledged> replies)
            throws IOException {
        try (var lines = process.inputReader()) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.equals(Victim.READY)) {
                    ready.run();
                }
                Acknowledged.read(line).ifPresent(replies);
            }
        }
    }
}
