package org.talks.catalogue.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/// The ways to start the application; the only seam to Spring, so that nothing else here loads it.
interface Application {

    /// Starts the server and returns when it takes requests; it goes on until the process ends.
    ///
    /// @param settings as Spring Boot reads them: `--server.port=8080`
    /// @return the port it listens on
    int serve(List<String> settings);

    /// Starts the application on a directory without a web server, uses it and stops it.
    <T> T use(Path data, Function<Operations, T> work);

    /// Keeps standard output free of logging for work in this process that does without the application.
    void keepQuiet();

    /// Has this process compile and collect garbage as one that lives for seconds should; for good.
    void beBrief();
}
