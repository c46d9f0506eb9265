package org.talks.catalogue.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// What all verbs but `serve` have in common.
@Command(mixinStandardHelpOptions = true)
abstract class Verb implements Callable<Integer> {

    @Mixin
    private final DataOption data = new DataOption();

    @Option(names = "--json", description = "Print results as JSON, one object per line.")
    private boolean json;

    private final Terminal terminal;
    private final Application application;

    Verb(Terminal terminal, Application application) {
        this.terminal = terminal;
        this.application = application;
    }

    final Catalogue catalogue() {
        return new Catalogue(data.directory(), application);
    }

    final Path dataDirectory() {
        return data.directory();
    }

    final boolean json() {
        return json;
    }

    final Terminal terminal() {
        return terminal;
    }

    final void print(String line) {
        terminal.out().println(line);
    }

    final void printJson(Object result) {
        terminal.json(ServerOperations.JSON, result);
    }

    /// To standard error.
    final void remark(String line) {
        terminal.err().println(line);
    }
}
