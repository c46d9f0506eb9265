package org.talks.catalogue.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.talks.catalogue.account.Tokens;
import org.talks.catalogue.command.Refused;
import org.talks.catalogue.data.DataDirectory;
import org.talks.catalogue.data.DataDirectoryException;
import org.talks.catalogue.data.RunningServer;
import org.talks.catalogue.data.StateDatabase;

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
        return use(work, application::compileQuickly);
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
