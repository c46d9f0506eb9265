package org.talks.catalogue.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;
import org.jspecify.annotations.Nullable;
import org.talks.events.RichText;

/// Converts texts. Whatever comes in, the HTML that comes out holds only harmless tags and http(s) or mailto
/// links. Safe for use by any number of threads.
public final class Texts {

    /// A piece of a text under one heading.
    ///
    /// @param anchor unique within its text, for the fragment of a link
    /// @param heading null for what stands before the first heading
    /// @param level of the heading, 1 to 6; 0 without one
    /// @param html clean, without the heading itself
    /// @param plain the words alone
    public record Section(String anchor, @Nullable String heading, int level, String html, String plain) {}

    private static final List<TablesExtension> EXTENSIONS = List.of((TablesExtension) TablesExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();
    private static final HtmlRenderer RENDERER =
            HtmlRenderer.builder().extensions(EXTENSIONS).build();

    private static final Safelist SAFE = Safelist.relaxed()
            .removeTags("img")
            .addEnforcedAttribute("a", "rel", "nofollow noopener")
            .addTags("hr")
            .removeProtocols("a", "href", "ftp");

    private static final Pattern PARAGRAPH_END = Pattern.compile("\\n\\s*\\n");

    private static final Document.OutputSettings COMPACT = new Document.OutputSettings().prettyPrint(false);

    private Texts() {}

    /// Clean HTML of a text, for a page.
    public static String html(RichText text) {
        if (text.isBlank()) {
            return "";
        }
        return clean(rawHtml(text));
    }

    /// The text as Markdown, to be edited. HTML is Markdown too.
    public static String markdown(RichText text) {
        return text.format().equals(RichText.RST) ? RestructuredText.toMarkdown(text.text()) : text.text();
    }

    /// The words of a text without markup, paragraphs on lines of their own.
    public static String plain(RichText text) {
        if (text.isBlank()) {
            return "";
        }
        if (text.format().equals(RichText.PLAIN)) {
            return text.text().strip();
        }
        if (!text.format().equals(RichText.HTML)) {
            var words = Prose.words(text.text());
            if (words != null) {
                return words;
            }
        }
        return switch (text.format()) {
            case RichText.MARKDOWN -> PlainText.of(PARSER.parse(text.text()));
            case RichText.RST -> PlainText.of(PARSER.parse(RestructuredText.toMarkdown(text.text())));
            default -> words(Jsoup.parseBodyFragment(rawHtml(text)).body());
        };
    }

    /// A text cut at its headings.
    ///
    /// @param prefix what each anchor starts with
    public static List<Section> sections(RichText text, String prefix) {
        return sections(text, prefix, true);
    }

    /// The same for who needs only the words: [Section#html] is empty.
    public static List<Section> plainSections(RichText text, String prefix) {
        var blocks = text.format().equals(RichText.MARKDOWN) || text.format().equals(RichText.RST)
                ? PlainBlocks.of(PARSER.parse(markdown(text)))
                : null;
        return blocks == null ? sections(text, prefix, false) : sections(blocks, prefix);
    }

    private static List<Section> sections(List<PlainBlocks.Block> blocks, String prefix) {
        var sections = new ArrayList<Section>();
        var anchors = new HashMap<String, Integer>();
        PlainBlocks.@Nullable Block heading = null;
        var part = new StringJoiner("\n");
        for (var block : blocks) {
            if (block.level() > 0) {
                add(sections, anchors, prefix, heading, part.toString());
                heading = block;
                part = new StringJoiner("\n");
            } else if (!block.words().isEmpty()) {
                part.add(block.words());
            }
        }
        add(sections, anchors, prefix, heading, part.toString());
        return sections;
    }

    private static void add(
            List<Section> sections,
            Map<String, Integer> anchors,
            String prefix,
            PlainBlocks.@Nullable Block heading,
            String plain) {
        if (heading != null || !plain.isBlank()) {
            var title = heading == null ? null : heading.words();
            sections.add(new Section(
                    anchor(anchors, prefix, title), title, heading == null ? 0 : heading.level(), "", plain));
        }
    }

    private static String anchor(Map<String, Integer> anchors, String prefix, @Nullable String title) {
        var slug = title == null ? "start" : slug(title);
        var seen = anchors.merge(slug, 1, Integer::sum);
        return prefix + "-" + slug + (seen == 1 ? "" : "-" + seen);
    }

    private static List<Section> sections(RichText text, String prefix, boolean withHtml) {
        if (text.isBlank()) {
            return List.of();
        }
        var document = new Cleaner(SAFE).clean(Jsoup.parseBodyFragment(rawHtml(text)));
        document.outputSettings(COMPACT);
        var body = document.body();
        var sections = new ArrayList<Section>();
        var anchors = new HashMap<String, Integer>();
        @Nullable Element heading = null;
        var part = new Element("div");
        for (var node : List.copyOf(body.childNodes())) {
            if (node instanceof Element element && element.normalName().matches("h[1-6]")) {
                add(sections, anchors, prefix, heading, part, withHtml);
                heading = element;
                part = new Element("div");
            } else {
                part.appendChild(node);
            }
        }
        add(sections, anchors, prefix, heading, part, withHtml);
        return sections;
    }

    private static void add(
            List<Section> sections,
            Map<String, Integer> anchors,
            String prefix,
            @Nullable Element heading,
            Element part,
            boolean withHtml) {
        var plain = words(part);
        if (heading == null && plain.isBlank()) {
            return;
        }
        var title = heading == null ? null : heading.text();
        var anchor = anchor(anchors, prefix, title);
        var level = heading == null ? 0 : heading.normalName().charAt(1) - '0';
        sections.add(new Section(anchor, title, level, withHtml ? part.html() : "", plain));
    }

    private static String rawHtml(RichText text) {
        return switch (text.format()) {
            case RichText.HTML -> text.text();
            case RichText.MARKDOWN -> markdown(text.text());
            case RichText.RST -> markdown(RestructuredText.toMarkdown(text.text()));
            default -> paragraphs(text.text());
        };
    }

    private static String markdown(String markdown) {
        return RENDERER.render(PARSER.parse(markdown));
    }

    private static String paragraphs(String plain) {
        var html = new StringBuilder();
        for (var paragraph : PARAGRAPH_END.splitAsStream(plain.strip()).toList()) {
            var p = new Element("p");
            var lines = paragraph.strip().lines().toList();
            for (int i = 0; i < lines.size(); i++) {
                if (i > 0) {
                    p.appendElement("br");
                }
                p.appendText(lines.get(i));
            }
            html.append(p.outerHtml());
        }
        return html.toString();
    }

    private static String clean(String html) {
        return Jsoup.clean(html, "", SAFE, COMPACT);
    }

    private static String words(Element element) {
        // Blocks end a line, so that words of two paragraphs never run together.
        return element.wholeText().isBlank()
                ? ""
                : element.children().isEmpty()
                        ? element.text()
                        : String.join(
                                "\n",
                                element.childNodes().stream()
                                        .map(n -> n instanceof Element e ? e.text() : n.toString())
                                        .map(String::strip)
                                        .filter(t -> !t.isEmpty())
                                        .toList());
    }

    private static String slug(String heading) {
        var slug = heading.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", "-")
                .replaceAll("^-|-$", "");
        return slug.isEmpty() ? "section" : slug.length() > 60 ? slug.substring(0, 60) : slug;
    }
}
