package org.talks.catalogue.kill;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A catalogue in a process of its own, which can be killed.
interface Subject {

    /// Starts the process on a data directory.
    Process start(Path data, long seed) throws IOException;

    /// Keeps the process at work until it ends. Called on a thread of its own.
    ///
    /// @param heard told each reply and each moment when it is there
    void work(Process process, Path data, long seed, Heard heard) throws IOException, InterruptedException;

    /// A command line for a process like this one.
    ///
    /// @param arguments main class or jar, and what follows
    static ProcessBuilder java(List<String> arguments) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                // Processes that live for seconds start faster so.
                "-XX:TieredStopAtLevel=1",
                "-Xmx512m"));
        command.addAll(arguments);
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    }
}
