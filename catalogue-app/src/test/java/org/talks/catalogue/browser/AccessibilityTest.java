package org.talks.catalogue.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// axe on every page, at two widths and in both themes.
class AccessibilityTest {

    /// WCAG 2.2 A and AA, and what Deque calls best practice. Of the rules that look at colours the dark theme is
    /// asked again; the others do not depend on it.
    private static final String EVERYTHING =
            "{runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],"
                    + " rules: {'target-size': {enabled: true}}, resultTypes: ['violations']}";

    private static final String COLOURS = "{runOnly: {type: 'rule', values: ['color-contrast', 'link-in-text-block']},"
            + " rules: {'link-in-text-block': {enabled: true}}, resultTypes: ['violations']}";

    private static final String RUN = """
            async options => (await axe.run(document, options)).violations.flatMap(violation =>
              violation.nodes.map(node => violation.id + ': ' + node.html.slice(0, 160) + ' ' + node.failureSummary))""";

    @TempDir
    static Path directory;

    private static Chromium chromium;
    private static ServedCatalogue catalogue;
    private static String axe;

    @BeforeAll
    static void start() throws InterruptedException, IOException {
        try (var script = AccessibilityTest.class.getResourceAsStream("/axe.min.js")) {
            axe = new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
        }
        chromium = Chromium.start();
        catalogue = ServedCatalogue.start(directory);
    }

    @AfterAll
    static void stop() {
        if (catalogue != null) {
            catalogue.close();
        }
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    void noBarrierIsFoundOnAnyPageForReaders() {
        var talk = "/talks/" + catalogue.id(ServedCatalogue.TALK);
        var paths = new ArrayList<>(List.of(
                "/",
                "/?q=python",
                "/?q=balanced+team&year=2016",
                "/?q=zzzzqqqq&year=2016",
                "/facets/speaker?q=python",
                talk,
                talk + "/notes",
                talk + "/transcript?t=724",
                talk + "/slides",
                talk + "/resources",
                talk + "/history",
                "/conferences",
                "/speakers",
                "/topics",
                "/topics/machine%20learning",
                "/statistics",
                "/bookmarks",
                "/synonyms",
                "/sign-in",
                "/nowhere"));
        try (var browser = browser()) {
            var page = browser.newPage();
            paths.add(linked(page, talk, "/conferences/"));
            paths.add(linked(page, talk, "/speakers/"));
            paths.add(linked(page, paths.get(paths.size() - 2), "/series/"));
            paths.add(paths.get(paths.size() - 3) + "?programme=grid");
            assertThat(findings(page, paths)).isEmpty();
        }
    }

    @Test
    void noBarrierIsFoundOnAnyPageForThoseWhoWorkHere() {
        var talk = "/talks/" + catalogue.id(ServedCatalogue.TALK);
        try (var browser = browser()) {
            catalogue.signIn(browser);
            var page = browser.newPage();
            assertThat(findings(
                            page,
                            List.of(
                                    "/?q=python",
                                    talk,
                                    talk + "/edit/summary",
                                    talk + "/edit/notes",
                                    "/speakers/merges",
                                    "/synonyms",
                                    "/account/searches",
                                    "/account/tokens",
                                    "/account/users",
                                    "/account/password",
                                    "/imports",
                                    "/views")))
                    .isEmpty();
        }
    }

    @Test
    void noBarrierIsFoundInHistoriesAndInThePast() {
        var talk = "/talks/" + catalogue.id(ServedCatalogue.TALK);
        var tomorrow = LocalDate.now(ZoneOffset.UTC).plusDays(1);
        var paths = new ArrayList<>(List.of(
                talk + "/history/compare",
                talk + "/origins",
                talk + "/transcripts/en/human/history",
                talk + "?asOf=" + tomorrow,
                talk + "?asOf=2001-01-01",
                "/?q=python&asOf=" + tomorrow));
        try (var browser = browser()) {
            catalogue.signIn(browser);
            var page = browser.newPage();
            var conference = linked(page, talk, "/conferences/");
            var speaker = linked(page, talk, "/speakers/");
            var series = linked(page, conference, "/series/");
            for (var thing : List.of(conference, speaker, series)) {
                paths.add(thing + "/history");
                paths.add(thing + "/history/compare");
                paths.add(thing + "?asOf=" + tomorrow);
            }
            paths.add(conference + "/changes");
            assertThat(findings(page, paths)).isEmpty();
        }
    }

    @Test
    void noBarrierIsFoundOnTheWayOfAnImport() {
        try (var browser = browser()) {
            catalogue.signIn(browser);
            var page = browser.newPage();
            var findings = new ArrayList<>(findings(page, List.of("/sources")));
            upload(page, "mapcon.csv", "Title,Who,When\nDrawing coasts,Mina Okafor,x\n");
            findings.addAll(examined(page, "import that asks what columns mean"));
            page.navigate(page.url() + "/columns");
            findings.addAll(examined(page, "columns"));
            upload(
                    page,
                    "notes.json",
                    "{\"sessions\": [{\"id\": \"1\", \"title\": \"Crickets at night\", \"description\": \"\","
                            + " \"startsAt\": \"2024-05-04T11:00:00\", \"endsAt\": \"2024-05-04T11:30:00\","
                            + " \"isServiceSession\": false, \"isPlenumSession\": false, \"speakers\": [],"
                            + " \"categoryItems\": [], \"questionAnswers\": [], \"roomId\": 1, \"status\": \"Accepted\"}],"
                            + " \"speakers\": [], \"questions\": [], \"categories\": [],"
                            + " \"rooms\": [{\"id\": 1, \"name\": \"Hall\", \"sort\": 0}]}");
            page.locator("form[action$='/apply']").waitFor();
            findings.addAll(examined(page, "plan"));
            page.locator("form[action$='/apply'] button").first().click();
            page.locator("form[action$='/undo']").waitFor();
            findings.addAll(examined(page, "report"));
            page.locator("form[action$='/undo'] button").first().click();
            page.waitForCondition(() -> page.locator("form[action$='/undo']").count() == 0);
            findings.addAll(examined(page, "report of what was taken back"));
            assertThat(findings).isEmpty();
        }
    }

    @Test
    void noBarrierIsFoundWhereAFormComesBack() {
        var talk = "/talks/" + catalogue.id("Snakes in a Buildpack");
        try (var browser = browser()) {
            catalogue.signIn(browser);
            var page = browser.newPage();
            var other = browser.newPage();
            page.navigate(catalogue.address() + talk + "/edit/title");
            other.navigate(page.url());
            save(page, "");
            var findings = new ArrayList<>(examined(page, "refused form"));
            save(page, "Snakes in a Buildpack, and what they eat");
            save(other, "Pythons in a Buildpack");
            assertThat(other.locator("main").textContent()).contains("what they eat", "Pythons");
            findings.addAll(examined(other, "conflict"));
            assertThat(findings).isEmpty();
        }
    }

    private static void save(Page page, String title) {
        var field = page.locator("main form input[name=title]");
        field.evaluate("field => field.removeAttribute('required')");
        field.fill(title);
        page.locator(".form-actions button[type=submit]:not([name])").first().click();
        page.waitForLoadState();
    }

    private static void upload(Page page, String name, String content) {
        page.navigate(catalogue.address() + "/imports");
        page.locator("input[type=file]")
                .first()
                .setInputFiles(
                        new FilePayload(name, "application/octet-stream", content.getBytes(StandardCharsets.UTF_8)));
        page.locator("form:has(input[type=file]) button[type=submit]").first().click();
        page.waitForURL(Pattern.compile(".*/imports/.+"));
        page.waitForCondition(() -> page.locator(".progress-box").count() == 0);
    }

    @Test
    void aBarrierIsFoundWhereThereIsOne() {
        try (var browser = browser()) {
            var page = browser.newPage();
            page.navigate(catalogue.address() + "/sign-in");
            page.evaluate(axe);
            page.evaluate("document.querySelector('main').append(document.createElement('img'))");
            assertThat(run(page, EVERYTHING)).singleElement().asString().startsWith("image-alt");
            page.evaluate("document.querySelector('h1').style.color = '#cccccc'");
            assertThat(run(page, COLOURS)).singleElement().asString().startsWith("color-contrast");
        }
    }

    private static BrowserContext browser() {
        return chromium.browser().newContext(new Browser.NewContextOptions().setColorScheme(ColorScheme.LIGHT));
    }

    private static String linked(Page page, String path, String kind) {
        page.navigate(catalogue.address() + path);
        return Objects.requireNonNull(
                page.locator("main a[href^='" + kind + "']").first().getAttribute("href"));
    }

    private static List<String> findings(Page page, List<String> paths) {
        var findings = new ArrayList<String>();
        for (var path : paths) {
            page.navigate(catalogue.address() + path);
            findings.addAll(examined(page, path));
        }
        return findings;
    }

    /// What is found on the page as it stands.
    private static List<String> examined(Page page, String name) {
        var findings = new ArrayList<String>();
        show(page, 1280, ColorScheme.LIGHT);
        page.evaluate(axe);
        run(page, EVERYTHING).forEach(found -> findings.add(name + ", wide: " + found));
        show(page, 1280, ColorScheme.DARK);
        run(page, COLOURS).forEach(found -> findings.add(name + ", wide and dark: " + found));
        show(page, 390, ColorScheme.DARK);
        run(page, COLOURS).forEach(found -> findings.add(name + ", narrow and dark: " + found));
        show(page, 390, ColorScheme.LIGHT);
        run(page, EVERYTHING).forEach(found -> findings.add(name + ", narrow: " + found));
        show(page, 1280, ColorScheme.LIGHT);
        return findings;
    }

    private static void show(Page page, int width, ColorScheme theme) {
        page.setViewportSize(width, 900);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(theme));
    }

    @SuppressWarnings("unchecked")
    private static List<String> run(Page page, String options) {
        return (List<String>) page.evaluate("(" + RUN + ")(" + options + ")");
    }
}
