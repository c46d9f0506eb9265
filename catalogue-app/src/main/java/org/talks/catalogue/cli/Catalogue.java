package org.talks.catalogue.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.talks.catalogue.account.Accounts;
import org.talks.catalogue.account.Tokens;
import org.talks.catalogue.archive.Backup;
import org.talks.catalogue.archive.ExportFile;
import org.talks.catalogue.archive.LogExport;
import org.talks.catalogue.archive.LogImport;
import org.talks.catalogue.cli.Operations.Progress;
import org.talks.catalogue.command.Refused;
import org.talks.catalogue.data.DataDirectory;
import org.talks.catalogue.data.DataDirectoryException;
import org.talks.catalogue.data.RunningServer;
import org.talks.catalogue.data.StateDatabase;
import org.talks.catalogue.eventstore.EventStoreWiring;
import org.talks.catalogue.eventstore.LogFile;

/// A catalogue by its data directory: through the server that works on it, or directly where none does.
final class Catalogue {

    private final Path data;
    private final Application application;

    /// @param data the data directory, absolute
    Catalogue(Path data, Application application) {
        this.data = data;
        this.application = application;
    }

    /// Refuses a directory that is not there: a mistyped one should not become an empty catalogue.
    Catalogue existing() {
        if (!Files.exists(data.resolve("log.db")) && !Files.exists(data.resolve("state.db"))) {
            throw new CannotException("There is no catalogue at " + data
                    + ". Import something into it first, or name another directory with --data.");
        }
        return this;
    }

    <T> T use(Function<Operations, T> work) {
        return use(work, () -> {});
    }

    /// For work of seconds rather than minutes, when it is done in this process.
    <T> T useBriefly(Function<Operations, T> work) {
        return use(work, application::beBrief);
    }

    private <T> T use(Function<Operations, T> work, Runnable beforeStart) {
        var server = server();
        if (server.isEmpty()) {
            beforeStart.run();
            return application.use(data, work);
        }
        try (var operations = new ServerOperations(server.get(), ServerOperations.POLL)) {
            return work.apply(operations);
        }
    }

    String createToken(String account, String name) {
        var server = server();
        if (server.isPresent()) {
            try (var operations = new ServerOperations(server.get(), ServerOperations.POLL)) {
                return operations.createToken(account, name);
            }
        }
        application.keepQuiet();
        try (var directory = DataDirectory.open(data);
                var state = StateDatabase.open(directory)) {
            return Tokens.in(state).create(account, name).secret();
        } catch (Refused refused) {
            throw new CannotException(String.valueOf(refused.getMessage()), refused);
        }
    }

    /// @param enabled whether the account may sign in at all
    record Reset(String name, String password, boolean enabled) {}

    Reset resetPassword(String name) {
        var server = server();
        if (server.isPresent()) {
            try (var operations = new ServerOperations(server.get(), ServerOperations.POLL)) {
                return operations.resetPassword(name);
            }
        }
        application.keepQuiet();
        try (var directory = DataDirectory.open(data);
                var state = StateDatabase.open(directory)) {
            var reset = Accounts.in(state).resetPasswordOf(name);
            return new Reset(
                    reset.account().name(), reset.password(), reset.account().enabled());
        }
    }

    /// Reads the log's file also beside a running server, which goes on writing.
    LogExport.Written exportLog(ExportFile file, long after, Progress progress) {
        application.keepQuiet();
        try (var log = LogFile.open(data.resolve("log.db"))) {
            return file.write(log, after, Clock.systemUTC(), steps(progress));
        }
    }

    LogImport.Taken importLog(Path file, Progress progress) {
        var server = server();
        if (server.isPresent()) {
            try (var operations = new ServerOperations(server.get(), ServerOperations.POLL)) {
                return operations.importLog(file, progress);
            }
        }
        application.keepQuiet();
        try (var directory = DataDirectory.open(data);
                var store = new EventStoreWiring(directory.log(), Clock.systemUTC(), List.of())) {
            return new LogImport(store.log(), store.intake()).take(new ExportFile(file), steps(progress));
        }
    }

    /// Reads the files also beside a running server, which goes on writing.
    Backup.Made backup(Path directory, Progress progress) {
        application.keepQuiet();
        return new Backup(data, Clock.systemUTC()).to(directory, steps(progress));
    }

    private static org.talks.catalogue.archive.Progress steps(Progress progress) {
        return (phase, done, total) -> progress.at(new Operations.Step(phase, done, total, "events"));
    }

    /// The server to go through; empty when the directory is free to be worked on.
    ///
    /// @throws DataDirectoryException when it is neither
    private Optional<RunningServer> server() {
        try {
            DataDirectory.open(data).close();
            return Optional.empty();
        } catch (DataDirectoryException.InUse inUse) {
            var server = RunningServer.find(data);
            if (server.isEmpty()) {
                throw inUse;
            }
            return server;
        }
    }
}
