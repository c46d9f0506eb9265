package org.talks.catalogue.importing.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceFilesTest {

    @TempDir
    Path directory;

    @Test
    void aPlainFileIsItself() throws Exception {
        assertThat(content(SourceFiles.of("a.txt", "hello".getBytes(UTF_8)))).isEqualTo("hello");
    }

    @Test
    void gzipIsSeenThroughWhateverTheName() throws Exception {
        SourceFile file = SourceFiles.of("a.json", gzip("hello".getBytes(UTF_8)));
        assertThat(content(file)).isEqualTo("hello");
        assertThat(file.head()).isEqualTo("hello".getBytes(UTF_8));
        assertThat(file.isTree()).isFalse();
    }

    @Test
    void aZipOfOneFileIsThatFile() throws Exception {
        byte[] zip = zip(Map.of("inside/a.txt", "hello"));
        assertThat(content(SourceFiles.of("a.zip", zip))).isEqualTo("hello");
    }

    @Test
    void gzipWithinZipWithinGzipIsSeenThrough() throws Exception {
        byte[] packed = gzip(zip(Map.of("a.gz", gzip("hello".getBytes(UTF_8)))));
        assertThat(content(SourceFiles.of("a", packed))).isEqualTo("hello");
    }

    @Test
    void fourPackingsAreTooMany() throws Exception {
        byte[] packed = gzip(gzip(gzip(gzip("hello".getBytes(UTF_8)))));
        assertThatThrownBy(() -> SourceFiles.of("a", packed))
                .isInstanceOf(UnreadableSourceException.class)
                .hasMessageContaining("packed more than 3 times");
    }

    @Test
    void zipTarAndTarGzAreTrees() throws Exception {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("x/a.txt", "one".getBytes(UTF_8));
        files.put("x/é.txt", "two".getBytes(UTF_8));
        Map<String, String> expected = new LinkedHashMap<>();
        expected.put("x/a.txt", "one");
        expected.put("x/é.txt", "two");

        assertThat(files(SourceFiles.of("a", zip(files)))).isEqualTo(expected);
        assertThat(files(SourceFiles.of("a", tar(files)))).isEqualTo(expected);
        assertThat(files(SourceFiles.of("a", gzip(tar(files))))).isEqualTo(expected);
    }

    @Test
    void aDirectoryIsWalkedInOrderUnderItsOwnName() throws Exception {
        Path root = Files.createDirectories(directory.resolve("event"));
        Files.createDirectories(root.resolve("b"));
        Files.createDirectories(root.resolve(".git"));
        Files.writeString(root.resolve("b/2.txt"), "two");
        Files.writeString(root.resolve("1.txt"), "one");
        Files.writeString(root.resolve(".git/config"), "x");
        assertThat(files(SourceFiles.of(root)).keySet()).containsExactly("event/1.txt", "event/b/2.txt");
    }

    @Test
    void linksInADirectoryAreNotFollowed() throws Exception {
        Path secret = Files.writeString(directory.resolve("secret.txt"), "secret");
        Path root = Files.createDirectories(directory.resolve("event"));
        Files.createSymbolicLink(root.resolve("a.txt"), secret);
        Files.createSymbolicLink(root.resolve("loop"), root);
        assertThat(files(SourceFiles.of(root))).isEmpty();
    }

    @Test
    void linksInATarAreNotSeen() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
            TarArchiveEntry link = new TarArchiveEntry("x/link.txt", TarConstants.LF_SYMLINK);
            link.setLinkName("/etc/passwd");
            tar.putArchiveEntry(link);
            tar.closeArchiveEntry();
        }
        assertThat(files(SourceFiles.of("a.tar", bytes.toByteArray()))).isEmpty();
    }

    @Test
    void pathsThatLeaveTheArchiveRefuseAllOfIt() throws Exception {
        for (String path : new String[] {"../a.txt", "x/../../a.txt", "x\\..\\a.txt", "a/".repeat(40) + "b"}) {
            byte[] zip = zip(Map.of(path, "one", "b.txt", "two"));
            SourceFile file = SourceFiles.of("a.zip", zip);
            assertThatThrownBy(() -> files(file))
                    .as(path)
                    .isInstanceOf(UnreadableSourceException.class)
                    .hasMessageContaining("not safe");
        }
    }

    @Test
    void aBombIsRefusedByItsRatio() throws Exception {
        byte[] bomb = gzip(new byte[40 << 20]);
        assertThatThrownBy(() -> content(SourceFiles.of("bomb.gz", bomb)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("200 times its size");

        byte[] zip = zip(Map.of("a", new byte[40 << 20], "b", "x"));
        assertThatThrownBy(() -> files(SourceFiles.of("bomb.zip", zip)))
                .isInstanceOf(UnreadableSourceException.class)
                .hasMessageContaining("200 times its size");
    }

    @Test
    void anEntryThatIsTooLargeIsSkippedAndTheRestIsRead() throws Exception {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("large", new byte[SourceFiles.MAX_ENTRY_BYTES + 1]);
        files.put("small", "x".getBytes(UTF_8));
        Map<String, String> seen = files(SourceFiles.of("a.tar", tar(files)));
        assertThat(seen).containsEntry("small", "x");
        assertThat(seen.get("large")).startsWith("skipped");
    }

    @Test
    void aCutArchiveIsRefusedAfterWhatWasReadBefore() throws Exception {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (int i = 0; i < 200; i++) {
            files.put("x/" + i, ("content " + i * 31).getBytes(UTF_8));
        }
        byte[] packed = gzip(tar(files));
        SourceFile cut = SourceFiles.of("a.tgz", Arrays.copyOf(packed, packed.length / 2));
        Map<String, String> seen = new LinkedHashMap<>();
        assertThatThrownBy(() -> cut.walk(new Collector(seen)))
                .isInstanceOf(UnreadableSourceException.class)
                .hasMessageContaining("damaged or cut off");
        assertThat(seen).isNotEmpty();
    }

    @Test
    void damagedPackingIsToldAtOnce() throws Exception {
        byte[] packed = gzip("hello, hello, hello".getBytes(UTF_8));
        assertThatThrownBy(() -> SourceFiles.of("a.gz", Arrays.copyOf(packed, 12)))
                .isInstanceOf(UnreadableSourceException.class);
    }

    private static Map<String, String> files(SourceFile file) throws Exception {
        Map<String, String> seen = new LinkedHashMap<>();
        file.walk(new Collector(seen));
        return seen;
    }

    private static String content(SourceFile file) throws IOException {
        try (InputStream in = file.open()) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        }
        return bytes.toByteArray();
    }

    private static byte[] zip(Map<String, ?> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, ?> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(
                        file.getValue() instanceof byte[] content
                                ? content
                                : file.getValue().toString().getBytes(UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] tar(Map<String, byte[]> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes, "UTF-8")) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                TarArchiveEntry entry = new TarArchiveEntry(file.getKey());
                entry.setSize(file.getValue().length);
                tar.putArchiveEntry(entry);
                tar.write(file.getValue());
                tar.closeArchiveEntry();
            }
        }
        return bytes.toByteArray();
    }

    private record Collector(Map<String, String> seen) implements SourceFile.TreeVisitor {
        @Override
        public boolean wants(String path) {
            return true;
        }

        @Override
        public void file(String path, byte[] content) {
            seen.put(path, new String(content, UTF_8));
        }

        @Override
        public void skipped(String path, String reason) {
            seen.put(path, "skipped: " + reason);
        }
    }
}
