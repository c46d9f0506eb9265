package org.talks.catalogue.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Searching as somebody types, and going to the very second.
class SearchingPathTest {

    @TempDir
    static Path directory;

    private static Chromium chromium;
    private static ServedCatalogue catalogue;
    private BrowserContext browser;
    private Page page;

    @BeforeAll
    static void start() throws InterruptedException {
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

    @BeforeEach
    void open() {
        browser = chromium.browser().newContext();
        page = browser.newPage();
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void resultsFollowWhatIsTypedTheAddressKeepsUpAndBackLeadsToBeforeTheTyping() {
        page.navigate(catalogue.address());
        assertThat(page.locator("#recent")).isVisible();

        page.locator("#q")
                .pressSequentially(
                        "balanced te", new com.microsoft.playwright.Locator.PressSequentiallyOptions().setDelay(90));

        assertThat(page.locator(".hit-title").first()).hasText(ServedCatalogue.TALK);
        assertThat(page).hasURL(Pattern.compile("q=balanced\\+te$"));
        assertThat(page.locator("#q")).isFocused();
        ServedCatalogue.picture(page, "as-you-type");
        page.keyboard().press("Enter");
        assertThat(page.locator(".hit-title").first()).hasText(ServedCatalogue.TALK);

        page.goBack();
        assertThat(page).hasURL(catalogue.address() + "/");
        assertThat(page.locator("#recent")).isVisible();
        page.goForward();
        assertThat(page.locator("#q")).hasValue("balanced te");
        assertThat(page.locator(".hit-title").first()).hasText(ServedCatalogue.TALK);
    }

    @Test
    void emptyingTheFieldShowsWhatStoodThereBefore() {
        page.navigate(catalogue.address() + "/?q=python");
        assertThat(page.locator(".hit").first()).isVisible();

        page.locator("#q").fill("");

        assertThat(page.locator("#recent")).isVisible();
        assertThat(page).hasURL(catalogue.address() + "/");
    }

    @Test
    void arrowsAndEnterWalkTheSuggestionsFromAnyPage() {
        page.navigate(catalogue.address() + "/topics");
        page.keyboard().press("Control+k");
        assertThat(page.locator("#q")).isFocused();
        page.keyboard().type("huston");
        assertThat(page.locator("#suggestions")).isVisible();
        assertThat(page.locator("#suggestions")).containsText("Speakers");

        var speaker =
                page.locator("#suggestions [role=option][href^='/speakers/']").first();
        assertThat(speaker).isVisible();
        while (!"true".equals(speaker.getAttribute("aria-selected"))) {
            page.keyboard().press("ArrowDown");
        }
        page.keyboard().press("Enter");

        assertThat(page.locator("h1")).hasText("Ian Huston");
    }

    @Test
    void aTranscriptHitOpensTheVideoAtItsSecond() {
        page.route(
                Pattern.compile("^https://www\\.youtube-nocookie\\.com/.*"),
                route -> route.fulfill(
                        new Route.FulfillOptions().setContentType("text/html").setBody("<p>playing")));
        page.navigate(catalogue.address() + "/?q=zeppelin");
        var moment = page.locator(".snippet", new Page.LocatorOptions().setHasText("Transcript"))
                .first();
        assertThat(moment).containsText("12:04");
        moment.click();

        assertThat(page).hasURL(Pattern.compile("/transcript\\?t=" + ServedCatalogue.SECOND + "#t"));
        assertThat(page.locator(".cue.here")).containsText("A zeppelin flies");
        assertThat(page.locator(".cue.here")).isInViewport();
        assertThat(page.locator(".play")).containsText("Play from 12:04");
        assertThat(page.locator("iframe")).hasCount(0);
        ServedCatalogue.picture(page, "transcript-hit");

        page.locator(".play").click();
        assertThat(page.locator("#stage iframe"))
                .hasAttribute("src", Pattern.compile("start=" + ServedCatalogue.SECOND));

        page.locator(".cue .at").nth(1).click();
        assertThat(page.locator("#stage iframe")).hasAttribute("src", Pattern.compile("start=60$"));
    }

    @Test
    void draggingOverTheYearsChoosesThem() {
        page.navigate(catalogue.address() + "/?q=python");
        var bars = page.locator("svg.bars");
        var box = bars.boundingBox();
        page.mouse().move(box.x + 4, box.y + box.height / 2);
        page.mouse().down();
        page.mouse().move(box.x + box.width / 2, box.y + box.height / 2);
        page.mouse().up();

        assertThat(page).hasURL(Pattern.compile("year=\\d{4}&year=\\d{4}"));
        assertThat(page.locator(".chip").nth(1)).isVisible();
    }

    @Test
    void aLongFacetIsSearched() {
        page.navigate(catalogue.address() + "/?q=python");
        var more = page.locator(".facet", new Page.LocatorOptions().setHasText("Speaker"))
                .locator("details.facet-more");
        more.locator("summary").click();
        var find = more.locator(".facet-find");
        var first = more.locator(".facet-label").first().textContent();
        find.pressSequentially(first);

        assertThat(more.locator(".facet-label")).hasCount(1);
        assertThat(more.locator(".facet-label")).hasText(first);
        // Not checked, which looks at the box once more when the answer may have taken its place.
        more.locator("input[type=checkbox]").click();
        assertThat(page).hasURL(Pattern.compile("speaker="));
    }

    @Test
    void whatIsKeptIsInTheBrowserAndHasAPage() {
        page.navigate(catalogue.address() + "/talks/" + catalogue.id(ServedCatalogue.TALK));
        page.locator("[data-keep-in=later]").click();
        assertThat(page.locator("[data-keep-in=later]")).hasAttribute("aria-pressed", "true");
        page.navigate(catalogue.address() + "/bookmarks");

        assertThat(page.locator("#kept-later")).containsText(ServedCatalogue.TALK);
        assertThat(page.locator("#kept-without-script")).isHidden();
        var exported = page.waitForDownload(() -> page.locator("#kept-export").click());
        assertThat(exported.suggestedFilename()).isEqualTo("talks-i-keep.json");
        page.locator("#kept-later button").click();
        assertThat(page.locator("#kept-later-none")).isVisible();

        page.locator("#kept-import").setInputFiles(exported.path());
        assertThat(page.locator("#kept-later")).containsText(ServedCatalogue.TALK);
        page.locator("#kept-later a").click();
        assertThat(page.locator("h1")).hasText(ServedCatalogue.TALK);
    }
}
