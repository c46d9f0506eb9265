package org.talks.catalogue.data;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// A process of its own that opens a data directory, says how that went, and holds it until its input ends.
final class HolderMain {

    private HolderMain() {}

    public static void main(String[] args) throws IOException {
        try (var directory = DataDirectory.open(Path.of(args[0]))) {
            if (args.length > 1) {
                directory.announce(Integer.parseInt(args[1]), Instant.EPOCH);
            }
            say("held");
            System.in.read();
        } catch (DataDirectoryException e) {
            say(String.valueOf(e.getMessage()));
        }
    }

    private static void say(String line) {
        System.out.println(line);
    }

    /// Starts one and waits for its first line.
    static Running start(Path directory, String... more) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), HolderMain.class.getName()));
        command.add(directory.toString());
        command.addAll(List.of(more));
        var process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var said = process.inputReader(StandardCharsets.UTF_8).readLine();
        return new Running(process, String.valueOf(said));
    }

    record Running(Process process, String said) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            process.getOutputStream().close();
            process.onExit().join();
        }
    }
}
