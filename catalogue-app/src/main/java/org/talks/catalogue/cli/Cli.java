package org.talks.catalogue.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.talks.catalogue.archive.ArchiveException;
import org.talks.catalogue.command.Refused;
import org.talks.catalogue.data.DataDirectoryException;
import org.talks.catalogue.eventstore.EventLogException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The command line of the catalogue; `serve` is what it does when nothing else is asked for.
///
/// Nothing of Spring is loaded for `--help`, nor for a verb that goes through a running server.
public final class Cli {

    /// Instead of an exit code: the process lives on with the server.
    static final int SERVING = -1;

    private final Terminal terminal;
    private final Application application;

    Cli(Terminal terminal, Application application) {
        this.terminal = terminal;
        this.application = application;
    }

    /// Does what the arguments ask for and ends the process with the verb's exit code: 0 done, 1 done but
    /// something was rejected or differs, 2 wrong usage, 3 cannot. Returns only from `serve`, with the server
    /// running.
    ///
    /// @param application the class with the Spring configuration, which implements [Operations] as a bean
    public static void main(Class<?> application, String... arguments) {
        var code = new Cli(Terminal.ofProcess(), new SpringApplicationStart(application)).run(arguments);
        if (code != SERVING) {
            System.exit(code);
        }
    }

    @Command(
            name = "catalogue",
            description = "A catalogue of conference talks.",
            mixinStandardHelpOptions = true,
            versionProvider = Version.class,
            synopsisSubcommandLabel = "[COMMAND]",
            footer = {
                "",
                "Each command works on the data directory whether or not a server runs on it.",
                "Exit codes: 0 done, 1 done but something was rejected or differs, 2 wrong usage, 3 cannot."
            })
    static final class Top {}

    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            var version = Cli.class.getPackage().getImplementationVersion();
            return new String[] {"Talk Catalogue " + (version == null ? "(not packaged)" : version)};
        }
    }

    int run(String... arguments) {
        var all = withVerb(arguments);
        return commandLine(all[0]).execute(all);
    }

    /// With the verb that is asked for alone, when it is one: reading the options of all of them takes a quarter of
    /// a second.
    private CommandLine commandLine(String asked) {
        var top = new CommandLine(new Top());
        var verbs = verbs();
        var verb = verbs.get(asked);
        if (verb != null) {
            top.addSubcommand(asked, verb.get());
        } else {
            verbs.forEach((name, any) -> top.addSubcommand(name, any.get()));
            top.addSubcommand("help", new CommandLine.HelpCommand());
        }
        return top.setOut(new PrintWriter(terminal.out(), true, terminal.out().charset()))
                .setErr(new PrintWriter(terminal.err(), true, terminal.err().charset()))
                .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((failure, _, _) -> cannot(failure));
    }

    /// In the order of the help.
    private Map<String, Supplier<Object>> verbs() {
        var verbs = new LinkedHashMap<String, Supplier<Object>>();
        verbs.put("serve", () -> new ServeVerb(terminal, application));
        verbs.put("import", () -> new ImportVerb(terminal, application));
        verbs.put("imports", () -> new ImportsVerb(terminal, application));
        verbs.put("undo", () -> new UndoVerb(terminal, application));
        verbs.put(
                "source",
                () -> new CommandLine(new SourceVerb())
                        .addSubcommand(new SourceVerb.Add(terminal, application))
                        .addSubcommand(new SourceVerb.Listing(terminal, application))
                        .addSubcommand(new SourceVerb.Check(terminal, application))
                        .addSubcommand(new SourceVerb.Remove(terminal, application)));
        verbs.put("rebuild", () -> new RebuildVerb(terminal, application));
        verbs.put("search", () -> new SearchVerb(terminal, application));
        verbs.put("verify", () -> new VerifyVerb(terminal, application));
        verbs.put(
                "log",
                () -> new CommandLine(new LogVerb())
                        .addSubcommand(new LogVerb.Export(terminal, application))
                        .addSubcommand(new LogVerb.Import(terminal, application)));
        verbs.put("backup", () -> new BackupVerb(terminal, application));
        verbs.put("aot-cache", () -> new AotCacheVerb(terminal, application, AotCache::ownJar));
        verbs.put(
                "token",
                () -> new CommandLine(new TokenVerb()).addSubcommand(new TokenVerb.Create(terminal, application)));
        verbs.put(
                "users",
                () -> new CommandLine(new UsersVerb())
                        .addSubcommand(new UsersVerb.ResetPassword(terminal, application)));
        return verbs;
    }

    /// Options alone are those of `serve`; so the bare jar starts a server.
    private static String[] withVerb(String... arguments) {
        var own = Set.of("-h", "--help", "-V", "--version");
        if (arguments.length > 0 && (!arguments[0].startsWith("-") || own.contains(arguments[0]))) {
            return arguments;
        }
        var all = new String[arguments.length + 1];
        all[0] = "serve";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return all;
    }

    private int cannot(Exception failure) {
        var expected = failure instanceof CannotException
                || failure instanceof ArchiveException
                || failure instanceof EventLogException
                || failure instanceof DataDirectoryException
                || failure instanceof Refused;
        terminal.err().println("catalogue: " + (expected ? failure.getMessage() : "Failed: " + reason(failure)));
        return Exit.CANNOT;
    }

    /// The message of what came first; what wraps it says where in our code, which helps nobody at a terminal.
    private static String reason(Throwable failure) {
        var cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }
}
