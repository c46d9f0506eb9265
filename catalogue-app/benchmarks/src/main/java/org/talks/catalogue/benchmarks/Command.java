package org.talks.catalogue.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A process that runs to its end: how long it takes and how much of both processors.
final class Command {

    /// Clock ticks of `/proc/*/stat` per second, on every Linux.
    private static final double TICKS = 100;

    private Command() {}

    /// @param seconds from starting the process to its end
    /// @param cpuSeconds user and system time of all its threads
    record Spent(double seconds, double cpuSeconds) {}

    /// Runs JDK 25's `java` (the one this runs on) and waits for it. One at a time, or the CPU seconds mix.
    ///
    /// @param codes exit codes that are no failure
    static Spent java(Path log, List<Integer> codes, List<String> arguments) throws IOException, InterruptedException {
        var cpu = childrenCpu();
        var start = System.nanoTime();
        var process = builder(log, arguments).start();
        var code = process.waitFor();
        var seconds = (System.nanoTime() - start) / 1e9;
        if (!codes.contains(code)) {
            throw new IllegalStateException(arguments + " ended with " + code + ":\n" + Files.readString(log));
        }
        return new Spent(seconds, childrenCpu() - cpu);
    }

    static ProcessBuilder builder(Path log, List<String> arguments) {
        var all = new ArrayList<String>();
        all.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        all.add("--enable-native-access=ALL-UNNAMED");
        all.add("--sun-misc-unsafe-memory-access=allow");
        all.addAll(arguments);
        return new ProcessBuilder(all).redirectErrorStream(true).redirectOutput(log.toFile());
    }

    /// CPU seconds of a live process so far.
    static double cpu(long pid) {
        var fields = stat(Path.of("/proc", Long.toString(pid), "stat"));
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS;
    }

    /// CPU seconds of this process's children that have ended.
    private static double childrenCpu() {
        var fields = stat(Path.of("/proc/self/stat"));
        return (Long.parseLong(fields[13]) + Long.parseLong(fields[14])) / TICKS;
    }

    /// The fields after the name, which is in brackets and may hold anything.
    private static String[] stat(Path file) {
        try {
            var line = Files.readString(file);
            return line.substring(line.lastIndexOf(')') + 2).split(" ", -1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
