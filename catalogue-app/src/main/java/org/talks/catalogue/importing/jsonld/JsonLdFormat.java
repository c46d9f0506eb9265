package org.talks.catalogue.importing.jsonld;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.springframework.stereotype.Component;
import org.talks.catalogue.importing.format.DraftSink;
import org.talks.catalogue.importing.format.ImportFormat;
import org.talks.catalogue.importing.format.Json;
import org.talks.catalogue.importing.format.JsonOutline;
import org.talks.catalogue.importing.format.Recognition;
import org.talks.catalogue.importing.format.Rejection;
import org.talks.catalogue.importing.format.SourceFile;
import org.talks.catalogue.importing.format.SourceFiles;
import org.talks.catalogue.importing.format.Texts;
import org.talks.catalogue.importing.format.UnreadableSourceException;
import tools.jackson.databind.JsonNode;

/// JSON-LD of schema.org. Blocks of a page that are no JSON are rejected one by one.
@Component
final class JsonLdFormat implements ImportFormat {

    /// Larger pages are not schedules; the tree of a page takes a multiple of its size.
    private static final int MAX_PAGE_BYTES = 8 << 20;

    private static final Pattern TYPE =
            Pattern.compile("\"@type\"\\s*:\\s*\\[?\\s*\"(?:https?://schema\\.org/)?(?:[A-Za-z]*Event|VideoObject)\"");

    @Override
    public String id() {
        return "jsonld";
    }

    @Override
    public String title() {
        return "schema.org JSON-LD (file or web page)";
    }

    @Override
    public Recognition recognise(SourceFile file) throws IOException {
        if (file.isTree()) {
            return Recognition.NO;
        }
        String head;
        try {
            head = new String(file.head(), StandardCharsets.UTF_8);
        } catch (UnreadableSourceException damaged) {
            return Recognition.NO;
        }
        JsonOutline outline = JsonOutline.of(file);
        boolean json = outline.has("@type") || outline.has("[]/@type") || outline.has("@graph/[]/@type");
        if (json && TYPE.matcher(head).find()) {
            return Recognition.certain("It has schema.org's type Event or VideoObject.");
        }
        boolean page = isPage(head) && head.contains("application/ld+json");
        if (page) {
            return TYPE.matcher(head).find()
                    ? Recognition.certain("It is a web page with an Event or VideoObject in JSON-LD.")
                    : Recognition.possible("It is a web page with JSON-LD.");
        }
        return Recognition.NO;
    }

    @Override
    public void read(SourceFile file, DraftSink sink) throws IOException, UnreadableSourceException {
        if (file.isTree()) {
            throw new UnreadableSourceException(file.name() + " is a directory or an archive, not a file or page.");
        }
        String head = new String(file.head(), StandardCharsets.UTF_8);
        List<JsonNode> blocks = isPage(head) ? blocks(file, sink) : List.of(Json.read(file));
        SchemaReader reader = new SchemaReader(file.name(), sink);
        blocks.forEach(reader::block);
        if (reader.isEmpty()) {
            throw new UnreadableSourceException(file.name() + " holds no Event or VideoObject of schema.org.");
        }
        reader.finish();
    }

    private static boolean isPage(String head) {
        String start = head.startsWith("\ufeff") ? head.substring(1).stripLeading() : head.stripLeading();
        return start.startsWith("<");
    }

    private static List<JsonNode> blocks(SourceFile file, DraftSink sink) throws UnreadableSourceException {
        byte[] page;
        try (InputStream in = file.open()) {
            page = in.readNBytes(MAX_PAGE_BYTES + 1);
        } catch (IOException damaged) {
            throw SourceFiles.unreadable(file.name(), damaged);
        }
        if (page.length > MAX_PAGE_BYTES) {
            throw new UnreadableSourceException(
                    file.name() + " is a page larger than " + (MAX_PAGE_BYTES >> 20) + " MiB.");
        }
        List<JsonNode> blocks = new ArrayList<>();
        int number = 0;
        for (Element script :
                Jsoup.parse(new String(page, StandardCharsets.UTF_8)).select("script[type=application/ld+json]")) {
            number++;
            String place = file.name() + ", JSON-LD block " + number;
            try {
                blocks.add(parse(place, script.data()));
            } catch (UnreadableSourceException malformed) {
                sink.rejected(
                        new Rejection(place, "", Texts.line(malformed.getMessage()), "Tell the makers of the page."));
            }
        }
        return blocks;
    }

    /// Some pages escape the block as if it were text.
    private static JsonNode parse(String place, String data) throws UnreadableSourceException {
        String block = data.contains("&quot;") ? Parser.unescapeEntities(data, false) : data;
        return Json.read(place, block.getBytes(StandardCharsets.UTF_8));
    }
}
