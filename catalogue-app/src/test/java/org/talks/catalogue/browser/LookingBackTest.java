package org.talks.catalogue.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PageAssertions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.talks.catalogue.CatalogueApplication;
import org.talks.catalogue.eventstore.CommandContext;
import org.talks.catalogue.eventstore.Commands;
import org.talks.catalogue.eventstore.EventLog;
import org.talks.catalogue.replay.Views;
import org.talks.catalogue.searching.TalkSearch;
import org.talks.catalogue.talk.TalkCommand.RetitleTalk;
import org.talks.catalogue.talk.TalkId;
import org.talks.search.SearchRequest;

/// Looking back, as a person would.
class LookingBackTest {

    private static final String OLD = "Data Science in the Balanced Team";
    private static final String NEW = "Data Science among Flibbertigibbets";

    /// An index of the past is built from nothing meanwhile.
    private static final double PATIENCE_MILLIS = 30_000;

    @TempDir
    static Path directory;

    private static Chromium chromium;
    private static ConfigurableApplicationContext application;
    private static String address;
    private static String talk;
    private static long before;

    @BeforeAll
    static void start() throws InterruptedException {
        chromium = Chromium.start();
        application = new SpringApplicationBuilder(CatalogueApplication.class)
                .run(
                        "--server.port=0",
                        "--catalogue.data=" + directory,
                        "--catalogue.starter=true",
                        "--CATALOGUE_ADMIN_PASSWORD=correct-horse-battery",
                        "--logging.level.root=WARN");
        address = "http://localhost:" + application.getEnvironment().getProperty("local.server.port");
        var log = application.getBean(EventLog.class);
        var views = application.getBean(Views.class);
        views.await(log.head(), java.time.Duration.ofSeconds(30));
        talk = found(OLD);
        // Two moments with the old title.
        retitle(found("Snakes in a Buildpack"), "Something else");
        before = log.head();
        retitle(talk, NEW);
        views.await(log.head(), java.time.Duration.ofSeconds(30));
    }

    private static String found(String title) {
        return application
                .getBean(TalkSearch.class)
                .search(SearchRequest.forText(title))
                .hits()
                .getFirst()
                .id();
    }

    private static void retitle(String id, String title) {
        application
                .getBean(Commands.class)
                .send(
                        new RetitleTalk(new TalkId(id), title, null),
                        CommandContext.by("0190f1de-0000-7000-8000-000000000001", "test"));
    }

    @AfterAll
    static void stop() {
        if (application != null) {
            application.close();
        }
        if (chromium != null) {
            chromium.close();
        }
    }

    private static Page page(boolean script, List<String> complaints) {
        var page = chromium.browser()
                .newContext(new Browser.NewContextOptions().setJavaScriptEnabled(script))
                .newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        return page;
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theHistoryLeadsToHowATalkWasAndBack(boolean script) {
        var complaints = new ArrayList<String>();
        var page = page(script, complaints);
        page.navigate(address + "/talks/" + talk);
        assertThat(page.locator("h1")).hasText(NEW);
        page.locator(".tabs a", new Page.LocatorOptions().setHasText("History")).click();
        page.locator(".entry a", new Page.LocatorOptions().setHasText("As it was then"))
                .last()
                .click();
        assertThat(page.locator("h1")).hasText(OLD);
        assertThat(page.locator(".banner")).containsText("This is how the catalogue had it at position");
        picture(page, "talk-as-of");
        page.locator(".banner a", new Page.LocatorOptions().setHasText("as it is now"))
                .click();
        assertThat(page.locator("h1")).hasText(NEW);
        Assertions.assertThat(complaints).isEmpty();
    }

    @Test
    void aDayIsChosenInTheFormOfTheHistory() {
        var complaints = new ArrayList<String>();
        var page = page(true, complaints);
        page.navigate(address + "/talks/" + talk + "/history");
        page.locator("input[name=asOf]").fill("2001-01-01");
        page.locator(".look-back button").click();
        assertThat(page.locator("h1")).hasText("This talk was not there yet");
        page.locator("main a", new Page.LocatorOptions().setHasText("as it was first recorded"))
                .click();
        assertThat(page.locator("h1")).hasText(OLD);
        // The browser itself says that the page before was answered with 404.
        Assertions.assertThat(complaints).allMatch(complaint -> complaint.contains("404"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aSearchOfThePastShowsItsProgressAndThenBeginsByItself(boolean script) {
        var complaints = new ArrayList<String>();
        var page = page(script, complaints);
        // A moment of its own for each, so that it is not there yet.
        var moment = before - (script ? 0 : 1);
        page.navigate(address + "/?q=balanced+team&asOf=" + moment);
        assertThat(page.locator(".banner"))
                .containsText(
                        "This is what the catalogue knew",
                        new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE_MILLIS));
        assertThat(page.locator(".hit-title").first()).hasText(OLD);
        picture(page, "search-as-of");
        page.locator(".hit-title a").first().click();
        assertThat(page)
                .hasURL(
                        Pattern.compile("asOf=" + moment),
                        new PageAssertions.HasURLOptions().setTimeout(PATIENCE_MILLIS));
        assertThat(page.locator("h1")).hasText(OLD);
        page.navigate(address + "/?q=flibbertigibbets&asOf=" + moment);
        assertThat(page.locator(".results")).containsText("No talk matches");
        page.locator(".banner a").first().click();
        assertThat(page.locator(".hit-title").first()).hasText(NEW);
        Assertions.assertThat(complaints).isEmpty();
    }

    @Test
    void pagesOfThePastFitTheScreen() {
        var page = page(true, new ArrayList<>());
        for (var path : List.of(
                "/talks/" + talk + "?asOf=" + before,
                "/talks/" + talk + "/history",
                "/talks/" + talk + "/history/compare",
                "/?q=data&asOf=" + before)) {
            for (var width : List.of(1280, 390)) {
                page.setViewportSize(width, 900);
                page.navigate(address + path);
                assertThat(page.locator("h1")).hasCount(1);
                Assertions.assertThat(page.evaluate("document.documentElement.scrollWidth"))
                        .as("%s at %s pixels wide", path, width)
                        .isEqualTo(width);
            }
        }
    }

    private static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "pictures", name + ".png")));
    }
}
