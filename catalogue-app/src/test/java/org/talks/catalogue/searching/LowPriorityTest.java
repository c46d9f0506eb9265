package org.talks.catalogue.searching;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.LINUX)
class LowPriorityTest {

    @Test
    void aThreadAndThoseItMakesLetOthersGoFirstAndNobodyElseDoes() {
        var before = nice();
        try (var executor = Executors.newSingleThreadExecutor()) {
            var seen = CompletableFuture.supplyAsync(
                            () -> {
                                var lowered = LowPriority.ofThisThread();
                                try (var inner = Executors.newSingleThreadExecutor()) {
                                    var made = CompletableFuture.supplyAsync(LowPriorityTest::nice, inner)
                                            .join();
                                    return lowered + " " + nice() + " " + made;
                                }
                            },
                            executor)
                    .join();
            assertThat(seen).isEqualTo("true " + LowPriority.NICE + " " + LowPriority.NICE);
        }
        assertThat(nice()).isEqualTo(before);
    }

    /// The 19th field of proc(5); the second is a name in brackets that may hold anything.
    private static int nice() {
        try {
            var stat = Files.readString(Path.of("/proc/thread-self/stat"));
            var afterName = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            return Integer.parseInt(afterName[16]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
