package org.talks.catalogue.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.talks.catalogue.data.DataDirectory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = {
            "Starts the server; the default when no command is given.",
            "Further settings are taken as --name=value: --server.address=127.0.0.1"
        })
final class ServeVerb implements Callable<Integer> {

    private static final String SETTING = "--[a-zA-Z][\\w-]*(\\.[\\w\\[\\]-]+)+(=.*)?";

    @Mixin
    private final DataOption data = new DataOption();

    @Option(names = "--port", paramLabel = "PORT", description = "Where to listen; 8080 by default, 0 for any.")
    private @Nullable Integer port;

    @Option(names = "--starter", description = "Fill an empty catalogue with a few conferences to begin with.")
    private boolean starter;

    @Unmatched
    private List<String> settings = new ArrayList<>();

    @Spec
    private @Nullable CommandSpec spec;

    private final Terminal terminal;
    private final Application application;

    ServeVerb(Terminal terminal, Application application) {
        this.terminal = terminal;
        this.application = application;
    }

    @Override
    public Integer call() {
        for (var setting : settings) {
            if (!setting.matches(SETTING) && spec != null) {
                throw new CommandLine.ParameterException(spec.commandLine(), "Unknown option: '" + setting + "'");
            }
        }
        var directory = data.directory();
        // Says at once, and in one sentence, what would otherwise fail deep inside the application.
        DataDirectory.open(directory).close();
        var all = new ArrayList<String>();
        all.add("--catalogue.data=" + directory);
        if (port != null) {
            all.add("--server.port=" + port);
        }
        if (starter) {
            all.add("--catalogue.starter=true");
        }
        all.addAll(settings);
        var listening = application.serve(all);
        terminal.out().println("The catalogue is at http://localhost:" + listening);
        return Cli.SERVING;
    }
}
