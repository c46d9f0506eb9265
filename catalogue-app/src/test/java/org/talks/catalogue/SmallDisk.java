package org.talks.catalogue;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A disk of a few megabytes in memory, mounted for one test; where the test may not mount, the test is skipped.
final class SmallDisk implements AutoCloseable {

    private static final int CHUNK = 4_096;

    private final Path place;
    private final Path ballast;

    private SmallDisk(Path place) {
        this.place = place;
        this.ballast = place.resolve("ballast");
    }

    static SmallDisk mount(Path place, int megabytes) throws IOException {
        Files.createDirectories(place);
        assumeThat(run(List.of("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", place.toString())))
                .as("a disk of its own can be mounted, which takes root")
                .isTrue();
        return new SmallDisk(place);
    }

    Path place() {
        return place;
    }

    /// Leaves no space at all.
    void fill() throws IOException {
        try (OutputStream out = Files.newOutputStream(ballast)) {
            while (true) {
                out.write(new byte[CHUNK]);
            }
        } catch (IOException e) {
            // Full, as wanted.
            if (Files.getFileStore(place).getUsableSpace() >= CHUNK) {
                throw e;
            }
        }
    }

    void free() throws IOException {
        Files.delete(ballast);
    }

    void readOnly(boolean readOnly) throws IOException {
        if (!run(List.of("mount", "-o", "remount," + (readOnly ? "ro" : "rw"), place.toString()))) {
            throw new IOException(place + " cannot be mounted anew");
        }
    }

    private static boolean run(List<String> command) throws IOException {
        try {
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        run(List.of("umount", "-l", place.toString()));
    }
}
