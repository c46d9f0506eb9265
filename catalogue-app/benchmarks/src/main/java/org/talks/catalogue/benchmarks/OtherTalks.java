package org.talks.catalogue.benchmarks;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// An archive as large and as varied as pyvideo's, of which the catalogue knows nothing afterwards when pyvideo's
/// own comes: other conferences, other titles, other people. For warming up a server with the work that is then
/// measured, not with its data. Several are unlike each other.
final class OtherTalks {

    private static final String VOWELS = "aeiou";
    private static final JsonMapper JSON = new JsonMapper();

    private OtherTalks() {}

    /// @param which from 1 to 4, each another archive
    static Path archive(Path pyvideo, int which) throws IOException {
        var archive = Files.createTempFile("other-talks", ".tar.gz");
        try (var in = new TarArchiveInputStream(
                        new GZIPInputStream(new BufferedInputStream(Files.newInputStream(pyvideo))));
                var out = new TarArchiveOutputStream(
                        new GZIPOutputStream(new BufferedOutputStream(Files.newOutputStream(archive))))) {
            out.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                var name = entry.getName();
                if (name.endsWith("/category.json") || (name.contains("/videos/") && name.endsWith(".json"))) {
                    var content = renamed(in.readAllBytes(), which);
                    // pyvideo-data/conference/videos/talk.json
                    var written = new TarArchiveEntry(name.replaceFirst("/", "/other-" + which + "-"));
                    written.setSize(content.length);
                    out.putArchiveEntry(written);
                    out.write(content);
                    out.closeArchiveEntry();
                }
            }
        }
        return archive;
    }

    private static byte[] renamed(byte[] content, int which) {
        try {
            if (JSON.readTree(content) instanceof ObjectNode json) {
                if (json.path("title").isString()) {
                    json.put("title", other(json.path("title").asString(), which));
                }
                if (json.path("speakers") instanceof ArrayNode speakers) {
                    for (int i = 0; i < speakers.size(); i++) {
                        speakers.set(i, other(speakers.path(i).asString(""), which));
                    }
                }
                return JSON.writeValueAsBytes(json);
            }
        } catch (JacksonException damaged) {
            // Some are, and are to be rejected.
        }
        return content;
    }

    /// The same letters with other vowels.
    private static String other(String text, int which) {
        var other = new StringBuilder(text.length());
        text.chars().forEach(letter -> {
            var vowel = VOWELS.indexOf(Character.toLowerCase(letter));
            var next = vowel < 0 ? letter : VOWELS.charAt((vowel + which) % VOWELS.length());
            other.append((char) (Character.isUpperCase(letter) ? Character.toUpperCase(next) : next));
        });
        return other.toString();
    }
}
