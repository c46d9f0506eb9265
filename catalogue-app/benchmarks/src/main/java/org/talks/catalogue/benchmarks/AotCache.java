package org.talks.catalogue.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A packaged application with a cache of its loaded and linked classes, which JDK 25 keeps.
final class AotCache {

    private final Path jar;
    private final Path cache;

    private AotCache(Path jar, Path cache) {
        this.jar = jar;
        this.cache = cache;
    }

    /// @param directory for the cache
    static AotCache of(Path jar, Path directory) throws IOException {
        Files.createDirectories(directory);
        return new AotCache(jar, directory.resolve("application.aot"));
    }

    /// The JDK caches nothing of a jar within a jar, so the application is extracted first by Spring Boot's own
    /// means.
    static AotCache extracting(Path packaged, Path directory) throws IOException, InterruptedException {
        Command.java(
                Application.log(),
                List.of(0),
                List.of(
                        "-Djarmode=tools",
                        "-jar",
                        packaged.toString(),
                        "extract",
                        "--destination",
                        directory.toString()));
        return of(directory.resolve(packaged.getFileName()), directory);
    }

    /// Starts it and writes the cache when it ends.
    List<String> recording() {
        return with("-XX:AOTCacheOutput=" + cache);
    }

    List<String> using() {
        return with("-XX:AOTCache=" + cache);
    }

    private List<String> with(String option) {
        return List.of("-Xmx1g", option, "-jar", jar.toString());
    }
}
