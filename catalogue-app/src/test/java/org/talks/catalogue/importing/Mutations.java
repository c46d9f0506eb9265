package org.talks.catalogue.importing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/// Damages files as accidents and attackers do. The same seed gives the same files.
final class Mutations {

    private static final String SYNTAX = "{}[]\"<>&:,0123456789-Tnull\n ";
    private static final int DEEP = 20_000;
    private static final int HUGE = 3 << 20;
    private static final int BOMB = 64 << 20;

    /// Made once: inflating them is what costs, not making them.
    private static final byte[] GZIP_BOMB = gzip(new byte[BOMB]);

    private final Random random;

    Mutations(long seed) {
        random = new Random(seed);
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    /// @param other another file, which may be mixed in
    byte[] of(byte[] original, byte[] other) {
        return switch (random.nextInt(20)) {
            case 0, 1, 2 -> flipped(original);
            case 3, 4 -> Arrays.copyOf(original, random.nextInt(original.length + 1));
            case 5 -> joined(original, original);
            case 6 -> joined(Arrays.copyOf(original, random.nextInt(original.length + 1)), other);
            case 7 -> partDoubled(original);
            case 8, 9, 10 -> syntaxChanged(original);
            case 11 -> partLost(original);
            case 12 -> nested(original);
            case 13 -> withEntities(original);
            case 14 -> withHugeField(original);
            case 15 -> random.nextBoolean() ? GZIP_BOMB : zip("bomb.json", null);
            case 16 -> outside(original);
            case 17 -> gzip(flipped(original));
            case 18 -> zip("file.json", flipped(original));
            default -> new String(original, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_16);
        };
    }

    private byte[] flipped(byte[] original) {
        byte[] bytes = original.clone();
        for (int n = 1 + random.nextInt(20); n > 0 && bytes.length > 0; n--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    /// A value in the place of another: digits, brackets and quotes change the types of things.
    private byte[] syntaxChanged(byte[] original) {
        byte[] bytes = original.clone();
        for (int n = 1 + random.nextInt(8); n > 0 && bytes.length > 0; n--) {
            bytes[random.nextInt(bytes.length)] = (byte) SYNTAX.charAt(random.nextInt(SYNTAX.length()));
        }
        return bytes;
    }

    private byte[] partDoubled(byte[] bytes) {
        int from = random.nextInt(bytes.length + 1);
        int to = from + random.nextInt(bytes.length - from + 1);
        return joined(
                joined(Arrays.copyOf(bytes, from), Arrays.copyOfRange(bytes, from, to)),
                Arrays.copyOfRange(bytes, from, bytes.length));
    }

    private byte[] partLost(byte[] bytes) {
        int from = random.nextInt(bytes.length + 1);
        int to = Math.min(bytes.length, from + random.nextInt(200));
        return joined(Arrays.copyOf(bytes, from), Arrays.copyOfRange(bytes, to, bytes.length));
    }

    private byte[] nested(byte[] original) {
        String deep = switch (random.nextInt(4)) {
            case 0 -> "[".repeat(DEEP);
            case 1 -> "{\"a\":".repeat(DEEP);
            case 2 -> "<a>".repeat(DEEP);
            default -> "- ".repeat(DEEP);
        };
        return inserted(original, deep);
    }

    private byte[] withEntities(byte[] original) {
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\"?>\n<!DOCTYPE schedule [<!ENTITY a0 \"lol\">");
        StringBuilder yaml = new StringBuilder("a0: &a0 [lol]\n");
        for (int i = 1; i < 30; i++) {
            xml.append("<!ENTITY a")
                    .append(i)
                    .append(" \"")
                    .append(("&a" + (i - 1) + ";").repeat(10))
                    .append("\">");
            yaml.append("a").append(i).append(": &a").append(i).append(" [");
            yaml.append(("*a" + (i - 1) + ",").repeat(10)).append("]\n");
        }
        xml.append("<!ENTITY x SYSTEM \"file:///etc/passwd\">]>\n");
        byte[] bomb = (random.nextBoolean() ? xml : yaml).toString().getBytes(StandardCharsets.UTF_8);
        return joined(bomb, flipped(original));
    }

    private byte[] withHugeField(byte[] original) {
        return inserted(original, "a ".repeat(HUGE / 2));
    }

    /// Preferably within a value.
    private byte[] inserted(byte[] original, String text) {
        int at = random.nextInt(original.length + 1);
        for (int i = 0; i < 200 && at > 0 && original[at - 1] != '"' && original[at - 1] != '>'; i++) {
            at--;
        }
        byte[] head = Arrays.copyOf(original, at);
        return joined(
                joined(head, text.getBytes(StandardCharsets.UTF_8)), Arrays.copyOfRange(original, at, original.length));
    }

    /// An archive whose paths lead out of it.
    private byte[] outside(byte[] original) {
        String[] names = {
            "../../etc/passwd", "/etc/passwd", "a/../../b.json", "C:\\boot.ini", "a\0b", "x/".repeat(200) + "f"
        };
        String name = names[random.nextInt(names.length)];
        return random.nextBoolean() ? zip(name, original) : gzip(tar(name, original));
    }

    private static byte[] tar(String name, byte[] content) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes, "UTF-8")) {
                tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
                TarArchiveEntry entry = new TarArchiveEntry(name, true);
                entry.setSize(content.length);
                tar.putArchiveEntry(entry);
                tar.write(content);
                tar.closeArchiveEntry();
            }
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// @param content null for a bomb
    private static byte[] zip(String name, byte @org.jspecify.annotations.Nullable [] content) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(content == null ? new byte[BOMB] : content);
                zip.closeEntry();
            }
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] gzip(byte[] content) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
                gzip.write(content);
            }
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] joined(byte[] one, byte[] two) {
        byte[] both = Arrays.copyOf(one, one.length + two.length);
        System.arraycopy(two, 0, both, one.length, two.length);
        return both;
    }
}
