package org.talks.catalogue.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.annotation.Bean;

/// The command line as a process, with an application that has nothing but [Operations].
final class CliMain {

    CliMain() {}

    @Bean
    Operations operations() {
        return new Shell();
    }

    public static void main(String[] args) {
        Cli.main(CliMain.class, args);
    }

    /// @param loaded a file that will list the classes the process loads
    static Process start(Path loaded, String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Xlog:class+load:file=" + loaded,
                "-Dstdout.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                CliMain.class.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).start();
    }
}
