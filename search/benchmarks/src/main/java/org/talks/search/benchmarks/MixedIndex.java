package org.talks.search.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.talks.search.IndexSettings;
import org.talks.search.TalkIndex;

/// An index of mixed talks, made once for each size and kept in the directory for temporary files.
///
/// Arguments: the archive of pyvideo, how many talks.
public final class MixedIndex {

    private MixedIndex() {}

    public static void main(String[] arguments) throws Exception {
        var start = System.nanoTime();
        var directory = made(new MixedTalks(Pyvideo.talks(Path.of(arguments[0]))), Integer.parseInt(arguments[1]));
        try (var files = Files.list(directory);
                var index = TalkIndex.open(directory, IndexSettings.live().existing())) {
            System.out.printf(
                    "%,d talks in %s, %,d MB, %,d s%n",
                    index.size(),
                    directory,
                    files.mapToLong(file -> file.toFile().length()).sum() >> 20,
                    TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start));
        }
    }

    /// The directory of the index, which is made now unless it was made before. One that was not made to its end
    /// is made anew.
    static Path made(MixedTalks mixed, int talks) throws IOException {
        var temporary = Path.of(System.getProperty("java.io.tmpdir"));
        var directory = temporary.resolve("talks-benchmark-" + talks);
        if (!Files.exists(directory)) {
            var unfinished = Files.createTempDirectory(temporary, "talks-benchmark-unfinished");
            fill(unfinished, mixed, talks);
            Files.move(unfinished, directory, StandardCopyOption.ATOMIC_MOVE);
        }
        return directory;
    }

    private static void fill(Path directory, MixedTalks mixed, int talks) throws IOException {
        try (var filled = TalkIndex.open(directory, IndexSettings.forRebuild())) {
            IntStream.range(0, talks).parallel().forEach(number -> {
                try {
                    filled.putNew(TalkIndexEngine.document(mixed.talk(number)));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            filled.commit(Map.of());
        }
    }
}
