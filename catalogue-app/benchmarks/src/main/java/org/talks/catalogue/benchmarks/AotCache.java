package org.talks.catalogue.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// A packaged application beside which JDK 25 keeps a cache of its loaded and linked classes. The JDK caches
/// nothing of a jar within a jar, so that the application is first extracted by Spring Boot's own means.
final class AotCache {

    private final Path jar;
    private final Path cache;

    private AotCache(Path jar, Path cache) {
        this.jar = jar;
        this.cache = cache;
    }

    /// Extracts the application.
    static AotCache of(Path packaged, Path directory) throws IOException, InterruptedException {
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
        return new AotCache(directory.resolve(packaged.getFileName()), directory.resolve("application.aot"));
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
