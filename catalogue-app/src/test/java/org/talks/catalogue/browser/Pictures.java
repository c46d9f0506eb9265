package org.talks.catalogue.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.WaitUntilState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Pictures of every page at two widths and in both themes, to be looked at, in `target/pictures`: `mvn -pl
/// catalogue-app -am test -Dtest=EveryPageTest,Pictures -Dpictures=every
/// -Dsurefire.failIfNoSpecifiedTests=false`. Another value than `every` takes the pages whose name holds it.
///
/// The pages are those that `EveryPageTest` leaves in `target/pages`, which have every state a page can be in,
/// and the same kinds of pages of a served catalogue with its starter data.
class Pictures {

    private static final Path PICTURES = Path.of("target", "pictures");
    private static final Path SAMPLES = Path.of("target", "pages");
    private static final Path ASSETS = Path.of("src", "main", "resources", "static");
    private static final String SAMPLE_SITE = "http://samples.invalid";
    /// Milliseconds; a long page takes its time on a busy machine.
    private static final double PATIENCE = 120_000;

    private static final List<Integer> WIDTHS = List.of(1280, 390);

    @TempDir
    static Path directory;

    private final List<String> wider = new ArrayList<>();

    /// No page scrolls sideways.
    @AfterEach
    void nothingIsWiderThanItsWindow() {
        assertThat(wider).isEmpty();
    }

    @Test
    void everySampleIsPictured() throws IOException {
        try (var chromium = Chromium.start();
                var context = patient(chromium.browser().newContext());
                var files = Files.list(SAMPLES)) {
            var page = context.newPage();
            page.route("**/*", Pictures::answer);
            var names = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".html") && !name.endsWith(".fragment.html"))
                    .sorted()
                    .toList();
            assertThat(names).isNotEmpty();
            for (var name : names) {
                picture(page, "sample-" + name.replace(".html", ""), SAMPLE_SITE + "/" + name);
            }
        }
    }

    @Test
    void everyKindOfPageIsPicturedAsItIsServed() throws IOException, InterruptedException {
        try (var chromium = Chromium.start();
                var catalogue = ServedCatalogue.start(directory);
                var browser = patient(chromium.browser().newContext(new Browser.NewContextOptions().setLocale("en")))) {
            var talk = "/talks/" + catalogue.id(ServedCatalogue.TALK);
            var page = browser.newPage();
            page.navigate(catalogue.address() + talk);
            var conference = linked(page, "/conferences/");
            var speaker = linked(page, "/speakers/");
            for (var open : open(talk, conference, speaker).entrySet()) {
                picture(page, open.getKey(), catalogue.address() + open.getValue());
            }
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            picture(page, "talk-printed", catalogue.address() + talk);
            picture(page, "conference-printed", catalogue.address() + conference);
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
            catalogue.signIn(browser);
            for (var closed : closed(talk, conference, speaker).entrySet()) {
                picture(page, closed.getKey(), catalogue.address() + closed.getValue());
            }
        }
        try (var chromium = Chromium.start();
                var catalogue = ServedCatalogue.start(directory.resolve("german"));
                var browser = patient(chromium.browser().newContext(new Browser.NewContextOptions().setLocale("de")))) {
            var page = browser.newPage();
            var talk = "/talks/" + catalogue.id(ServedCatalogue.TALK);
            catalogue.signIn(browser);
            for (var german : Map.of(
                            "german-home", "/",
                            "german-search", "/?q=balanced+team",
                            "german-talk", talk,
                            "german-history", talk + "/history",
                            "german-form", talk + "/edit/details",
                            "german-imports", "/imports",
                            "german-views", "/views",
                            "german-accounts", "/account/users")
                    .entrySet()) {
                picture(page, german.getKey(), catalogue.address() + german.getValue());
            }
        }
    }

    /// What only a person's doing brings about: a hit in a recording followed, words being typed, the sheet of
    /// filters, a programme with clock times.
    @Test
    void everyStateThatSomebodyBringsAboutIsPictured() throws IOException, InterruptedException {
        try (var chromium = Chromium.start();
                var catalogue = ServedCatalogue.start(directory.resolve("driven"));
                var browser = patient(chromium.browser().newContext(new Browser.NewContextOptions().setLocale("en")))) {
            var page = browser.newPage();
            picture(page, "driven-transcript-hit", catalogue.address() + "/?q=zeppelin", opened -> {
                opened.locator(".snippet", new Page.LocatorOptions().setHasText("12:04"))
                        .first()
                        .click();
                opened.locator(".cue.here").waitFor();
            });
            picture(page, "driven-suggestions", catalogue.address() + "/topics", opened -> {
                opened.locator("#q").pressSequentially("data");
                opened.locator("#suggestions [role=option]").first().waitFor();
                opened.keyboard().press("ArrowDown");
            });
            picture(page, "driven-as-you-type", catalogue.address(), opened -> {
                opened.locator("#q").pressSequentially("python te");
                opened.locator(".hit-title").first().waitFor();
            });
            picture(page, "driven-filters", catalogue.address() + "/?q=python&year=2016", opened -> {
                var button = opened.locator(".filter-button");
                if (button.isVisible()) {
                    button.click();
                    opened.locator(".filters-close").waitFor();
                }
            });
            catalogue.signIn(browser);
            page.navigate(catalogue.address() + "/imports");
            page.locator("input[type=file]")
                    .setInputFiles(new FilePayload(
                            "schedule.xml", "text/xml", HarbourDays.schedule().getBytes(StandardCharsets.UTF_8)));
            page.getByText("Preview the import").click();
            page.locator("main")
                    .getByText("Apply", new Locator.GetByTextOptions().setExact(true))
                    .click();
            page.locator(".report-summary")
                    .getByText(Pattern.compile("^Imported"))
                    .waitFor();
            picture(page, "driven-import-applied", page.url());
            var conference = catalogue.address() + linked(page, "/conferences/");
            picture(page, "driven-programme-list", conference);
            picture(page, "driven-programme-grid", conference + "?programme=grid");
        }
    }

    private static BrowserContext patient(BrowserContext context) {
        context.setDefaultTimeout(PATIENCE);
        return context;
    }

    private static Map<String, String> open(String talk, String conference, String speaker) {
        var pages = new LinkedHashMap<String, String>();
        pages.put("home", "/");
        pages.put("search", "/?q=balanced+team");
        pages.put("search-narrowed", "/?q=python&year=2016");
        pages.put("search-none", "/?q=zzzzqqqq&year=2016");
        pages.put("facet", "/facets/speaker?q=python");
        pages.put("talk", talk);
        pages.put("talk-notes", talk + "/notes");
        pages.put("talk-transcript", talk + "/transcript?t=724");
        pages.put("talk-slides", talk + "/slides");
        pages.put("talk-resources", talk + "/resources");
        pages.put("talk-history", talk + "/history");
        pages.put("talk-origins", talk + "/origins");
        pages.put("conferences", "/conferences");
        pages.put("conference", conference);
        pages.put("conference-grid", conference + "?programme=grid");
        pages.put("conference-history", conference + "/history");
        pages.put("conference-changes", conference + "/changes");
        pages.put("speakers", "/speakers");
        pages.put("speaker", speaker);
        pages.put("topics", "/topics");
        pages.put("topic", "/topics/machine%20learning");
        pages.put("statistics", "/statistics");
        pages.put("bookmarks", "/bookmarks");
        pages.put("synonyms", "/synonyms");
        pages.put("sign-in", "/sign-in");
        pages.put("api", "/api");
        pages.put("nowhere", "/nowhere");
        return pages;
    }

    private static Map<String, String> closed(String talk, String conference, String speaker) {
        var pages = new LinkedHashMap<String, String>();
        pages.put("talk-signed-in", talk);
        pages.put("conference-signed-in", conference);
        pages.put("speaker-signed-in", speaker);
        for (var part : List.of("title", "summary", "details", "speakers", "sessions", "resources", "notes", "move")) {
            pages.put("edit-talk-" + part, talk + "/edit/" + part);
        }
        pages.put("edit-talk-withdraw", talk + "/edit/withdraw");
        pages.put("talk-transcripts", talk + "/transcripts");
        pages.put("edit-conference-details", conference.replaceAll("(/conferences/[^/]*).*", "$1") + "/edit/details");
        pages.put("edit-speaker-details", speaker.replaceAll("(/speakers/[^/]*).*", "$1") + "/edit/details");
        pages.put("merges", "/speakers/merges");
        pages.put("edit-synonyms", "/synonyms");
        pages.put("saved-searches", "/account/searches");
        pages.put("tokens", "/account/tokens");
        pages.put("accounts", "/account/users");
        pages.put("password", "/account/password");
        pages.put("imports", "/imports");
        pages.put("sources", "/sources");
        pages.put("views", "/views");
        pages.put("add-talk", "/talks/new");
        pages.put("register-conference", "/conferences/new");
        return pages;
    }

    private static String linked(Page page, String kind) {
        return Objects.requireNonNull(
                page.locator("main a[href^='" + kind + "']").first().getAttribute("href"));
    }

    /// The samples and what belongs to the application, nothing from elsewhere.
    private static void answer(Route route) {
        var path = route.request().url().replaceFirst("^https?://[^/]*", "").replaceFirst("\\?.*", "");
        var file = path.endsWith(".html") ? SAMPLES.resolve(path.substring(1)) : ASSETS.resolve(path.substring(1));
        if (route.request().url().startsWith(SAMPLE_SITE) && Files.isRegularFile(file)) {
            route.fulfill(new Route.FulfillOptions().setPath(file));
        } else {
            route.abort();
        }
    }

    private void picture(Page page, String name, String address) {
        picture(page, name, address, true, _ -> {});
    }

    /// What the window shows after what somebody does to the page.
    private void picture(Page page, String name, String address, Consumer<Page> doing) {
        picture(page, name, address, false, doing);
    }

    private void picture(Page page, String name, String address, boolean whole, Consumer<Page> doing) {
        var wanted = System.getProperty("pictures", "every");
        if (!wanted.equals("every") && !name.contains(wanted)) {
            return;
        }
        for (var width : WIDTHS) {
            for (var theme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                page.setViewportSize(width, 900);
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(theme));
                page.navigate(address, new Page.NavigateOptions().setWaitUntil(WaitUntilState.DOMCONTENTLOADED));
                page.evaluate("document.fonts.ready.then(() => true)");
                doing.accept(page);
                page.screenshot(new Page.ScreenshotOptions()
                        .setFullPage(whole)
                        .setPath(PICTURES.resolve(
                                name + "-" + width + "-" + theme.name().toLowerCase(Locale.ROOT) + ".png")));
            }
            var overflow = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
            if (((Number) Objects.requireNonNull(overflow)).intValue() > 0) {
                wider.add(name + " at " + width);
            }
        }
    }
}
