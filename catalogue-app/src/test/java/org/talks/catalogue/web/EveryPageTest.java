package org.talks.catalogue.web;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.talks.catalogue.web.Visit.Account;
import org.talks.catalogue.web.Visit.Role;
import org.talks.catalogue.web.form.Preview;

/// Renders every page with sample models, leaves the HTML in `target/pages` to be looked at, and holds each to
/// what no page may get wrong: markup without errors, one heading, labels, nothing inline, nothing unescaped.
class EveryPageTest {

    private static final Path OUTPUT = Path.of("target", "pages");
    private static final Html HTML = new Html();

    static final Visit EDITOR = new Visit(new Account("Ana Lima", Role.ADMINISTRATOR), "token-of-the-session", null);

    static Map<String, Page> pages() {
        var pages = new LinkedHashMap<String, Page>();
        pages.put("home", SearchSamples.home(Visit.READER));
        pages.put("home-editor", SearchSamples.home(EDITOR));
        pages.put("home-empty", SearchSamples.emptyHome());
        pages.put("search", SearchSamples.found());
        pages.put("search-nothing", SearchSamples.nothing());
        pages.put("search-hostile", SearchSamples.hostile());
        pages.put("talk", TalkSamples.full(Visit.READER));
        pages.put(
                "talk-editor",
                TalkSamples.full(new Visit(
                        EDITOR.account(),
                        EDITOR.csrf(),
                        new Flash("The talk was retitled.", new Flash.Undo("/undo", "talk:019@12")))));
        pages.put("talk-cancelled", TalkSamples.cancelledAsOf());
        pages.put("talk-bare", TalkSamples.bare());
        pages.put("talk-hostile", TalkSamples.hostile());
        pages.put("talk-transcripts", TalkSamples.transcripts());
        pages.put("conference", BrowseSamples.conference(Visit.READER));
        pages.put("conference-editor", BrowseSamples.conference(EDITOR));
        pages.put("conference-hostile", BrowseSamples.hostileConference());
        pages.put("conference-undated", BrowseSamples.undated());
        pages.put("conferences", BrowseSamples.conferences());
        pages.put("series", BrowseSamples.series());
        pages.put("speaker", BrowseSamples.speaker(EDITOR, "Ian Huston"));
        pages.put("speaker-hostile", BrowseSamples.speaker(Visit.READER, SearchSamples.HOSTILE));
        pages.put("speakers", BrowseSamples.speakers());
        pages.put("topic", BrowseSamples.topic("pairing"));
        pages.put("topics", BrowseSamples.topics());
        pages.put("history", BrowseSamples.history(EDITOR));
        pages.put("compare", PastSamples.compare(EDITOR));
        pages.put("compare-same", PastSamples.same());
        pages.put("changes", PastSamples.changes());
        pages.put("changes-none", PastSamples.noChanges());
        pages.put("past-search", PastSamples.search());
        pages.put("past-preparing", PastSamples.preparing(null));
        pages.put("past-failed", PastSamples.preparing("The disk is full."));
        pages.put("imports", WorkSamples.imports(false));
        pages.put("imports-refused", WorkSamples.imports(true));
        pages.put("import-running", WorkSamples.running());
        pages.put("import-stopped", WorkSamples.stopped());
        pages.put("import-preview", WorkSamples.report(true));
        pages.put("import-report", WorkSamples.report(false));
        pages.put("views", WorkSamples.views());
        pages.put("views-rebuilding", WorkSamples.rebuilding());
        pages.put("views-compared", WorkSamples.compared());
        pages.put("import-columns", WorkSamples.columns());
        pages.put("import-columns", WorkSamples.columns());
        pages.put("views-compared", WorkSamples.compared());
        pages.put("form-title", WorkSamples.title());
        pages.put("form-refused", WorkSamples.titleRefused());
        pages.put("form-summary", WorkSamples.summary());
        pages.put("form-details", WorkSamples.details());
        pages.put("form-items", WorkSamples.resources());
        pages.put("conflict", WorkSamples.conflict());
        pages.putAll(WorkSamples.forms());
        pages.putAll(ToolSamples.pages(EDITOR));
        pages.put("problem-404", ProblemPage.notFound(Visit.READER));
        pages.put("problem-403", ProblemPage.forbidden(Visit.READER));
        pages.put("problem-403-signed-in", ProblemPage.forbidden(EDITOR));
        pages.put("problem-500", ProblemPage.failed(Visit.READER));
        return pages;
    }

    static Map<String, Fragment> fragments() {
        var fragments = new LinkedHashMap<String, Fragment>();
        fragments.put("suggestions", SearchSamples.suggestions());
        fragments.put("found", SearchSamples.found().found());
        fragments.put("home-found", SearchSamples.home(Visit.READER).found());
        fragments.put("more", SearchSamples.found().more());
        fragments.put("import-status", WorkSamples.running().statusFragment());
        fragments.put("views-status", WorkSamples.views().statusFragment());
        fragments.put("past-progress", PastSamples.preparing(null).progress());
        fragments.put("preview", new Preview(SafeHtml.trusted("<p>Seen.</p>")));
        return fragments;
    }

    static Stream<String> names() {
        return pages().keySet().stream();
    }

    static Stream<String> fragmentNames() {
        return fragments().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("names")
    void isWellFormed(String name) throws IOException {
        var html = written(name);
        var parser = Parser.htmlParser().setTrackErrors(50);
        Jsoup.parse(html, "", parser);
        assertThat(parser.getErrors()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("names")
    void hasOneHeadingATitleAndLandmarks(String name) throws IOException {
        var page = parsed(name);
        assertThat(page.select("h1")).hasSize(1);
        assertThat(page.expectFirst("h1").text()).isNotBlank();
        assertThat(page.title()).endsWith("Talk Catalogue");
        assertThat(page.select("html[lang=en], header.top, nav[aria-label=Catalogue], main#main, footer"))
                .hasSize(5);
        assertThat(page.body().child(0).attr("href")).isEqualTo("#main");
    }

    @ParameterizedTest
    @MethodSource("names")
    void hasNothingInline(String name) throws IOException {
        var page = parsed(name);
        assertThat(page.select("[style], style, script:not([src])")).isEmpty();
        assertThat(page.getAllElements())
                .noneMatch(e -> e.attributes().asList().stream()
                        .anyMatch(a -> a.getKey().startsWith("on")
                                || a.getValue().strip().startsWith("javascript:")));
    }

    @ParameterizedTest
    @MethodSource("names")
    void namesEverythingThatCanBeUsed(String name) throws IOException {
        var page = parsed(name);
        for (var control : page.select("input:not([type=hidden]), select, textarea")) {
            assertThat(labelled(page, control)).as("label of %s", control).isTrue();
        }
        for (var link : page.select("a, button, summary")) {
            assertThat(link.text() + link.attr("aria-label"))
                    .as("name of %s", link)
                    .isNotBlank();
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void refersOnlyToWhatIsThere(String name) throws IOException {
        var page = parsed(name);
        var ids = new HashSet<String>();
        for (var element : page.select("[id]")) {
            assertThat(ids.add(element.id()))
                    .as("id %s is unique", element.id())
                    .isTrue();
        }
        for (var reference : page.select("[for], [aria-labelledby], [aria-describedby], [aria-controls], [form]")) {
            var targets = new ArrayList<String>();
            for (var attribute : new String[] {"for", "aria-labelledby", "aria-describedby", "aria-controls", "form"}) {
                if (reference.hasAttr(attribute)) {
                    targets.addAll(java.util.List.of(reference.attr(attribute).split(" ", -1)));
                }
            }
            assertThat(ids).as("%s", reference).containsAll(targets);
        }
        for (var link : page.select("a[href^=#]")) {
            assertThat(ids).contains(link.attr("href").substring(1));
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void formsThatPostCarryTheToken(String name) throws IOException {
        for (var form : parsed(name).select("form[method=post]")) {
            assertThat(form.select("input[type=hidden][name=_csrf]")).hasSize(1);
            assertThat(form.expectFirst("input[name=_csrf]").attr("value")).isNotEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void isTheSameAsBytesAndAsText(String name) {
        var page = requireNonNull(pages().get(name));
        assertThat(new String(HTML.bytes(page).toByteArray(), StandardCharsets.UTF_8))
                .isEqualTo(HTML.string(page));
    }

    @ParameterizedTest
    @MethodSource("fragmentNames")
    void fragmentsAreWellFormed(String name) throws IOException {
        var html = HTML.string(requireNonNull(fragments().get(name)));
        Files.createDirectories(OUTPUT);
        Files.writeString(OUTPUT.resolve(name + ".fragment.html"), html);
        assertThat(html).doesNotContain("<html");
        var parser = Parser.htmlParser().setTrackErrors(50);
        var context = new Element(name.equals("more") ? "ol" : "div");
        parser.parseFragmentInput(html, context, "");
        assertThat(parser.getErrors()).isEmpty();
    }

    @Test
    void hostileTextStaysText() throws IOException {
        for (var name : new String[] {
            "home",
            "search-hostile",
            "talk-hostile",
            "conference-hostile",
            "speaker-hostile",
            "topics",
            "history",
            "compare",
            "changes",
            "imports",
            "import-report",
            "form-items",
            "synonyms-refused",
            "saved-searches-refused",
            "saved-search",
            "facet",
            "merges"
        }) {
            var html = written(name);
            assertThat(html).contains("&lt;script").doesNotContain("<script>").doesNotContain("<b>");
            assertThat(Jsoup.parse(html).text()).contains(SearchSamples.HOSTILE);
        }
    }

    private static boolean labelled(Document page, Element control) {
        return control.hasAttr("aria-label")
                || control.hasAttr("aria-labelledby")
                || control.closest("label") != null
                || (!control.id().isEmpty()
                        && !page.select("label[for=" + control.id() + "]").isEmpty());
    }

    private static Document parsed(String name) throws IOException {
        return Jsoup.parse(written(name));
    }

    private static String written(String name) throws IOException {
        var page = pages().get(name);
        var html = HTML.string(requireNonNull(page));
        Files.createDirectories(OUTPUT);
        Files.writeString(OUTPUT.resolve(name + ".html"), html);
        return html;
    }
}
