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
/// measured, not with its data.
final class OtherTalks {

    private static final String VOWELS = "aeiouAEIOU";
    private static final String NEXT = "eiouaEIOUA";
    private static final JsonMapper JSON = new JsonMapper();

    private OtherTalks() {}

    static Path archive(Path pyvideo) throws IOException {
        var archive = Files.createTempFile("other-talks", ".tar.gz");
        try (var in = new TarArchiveInputStream(
                        new GZIPInputStream(new BufferedInputStream(Files.newInputStream(pyvideo))));
                var out = new TarArchiveOutputStream(
                        new GZIPOutputStream(new BufferedOutputStream(Files.newOutputStream(archive))))) {
            out.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                var name = entry.getName();
                if (name.endsWith("/category.json") || (name.contains("/videos/") && name.endsWith(".json"))) {
                    var content = renamed(in.readAllBytes());
                    // pyvideo-data/conference/videos/talk.json
                    var written = new TarArchiveEntry(name.replaceFirst("/", "/other-"));
                    written.setSize(content.length);
                    out.putArchiveEntry(written);
                    out.write(content);
                    out.closeArchiveEntry();
                }
            }
        }
        return archive;
    }

    private static byte[] renamed(byte[] content) {
        try {
            if (JSON.readTree(content) instanceof ObjectNode json) {
                if (json.path("title").isString()) {
                    json.put("title", other(json.path("title").asString()));
                }
                if (json.path("speakers") instanceof ArrayNode speakers) {
                    for (int i = 0; i < speakers.size(); i++) {
                        speakers.set(i, other(speakers.path(i).asString("")));
                    }
                }
                return JSON.writeValueAsBytes(json);
            }
        } catch (JacksonException damaged) {
            // Some are, and are to be rejected.
        }
        return content;
    }

    private static String other(String text) {
        var other = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            var letter = text.charAt(i);
            var vowel = VOWELS.indexOf(letter);
            other.append(vowel < 0 ? letter : NEXT.charAt(vowel));
        }
        return other.toString();
    }
}
