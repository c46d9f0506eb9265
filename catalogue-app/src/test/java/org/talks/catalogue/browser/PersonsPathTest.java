package org.talks.catalogue.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.talks.catalogue.CatalogueApplication;

/// Search, narrow, read, sign in and edit, as a person would.
class PersonsPathTest {

    private static final String PASSWORD = "correct-horse-battery";
    private static final String CHANGED = "staple-for-the-stable";
    private static String password = PASSWORD;

    @TempDir
    static Path directory;

    private static Chromium chromium;
    private static ConfigurableApplicationContext application;
    private static String address;

    @BeforeAll
    static void start() {
        chromium = Chromium.start();
        application = new SpringApplicationBuilder(CatalogueApplication.class)
                .run(
                        "--server.port=0",
                        "--catalogue.data=" + directory,
                        "--catalogue.starter=true",
                        "--CATALOGUE_ADMIN_PASSWORD=" + PASSWORD,
                        "--logging.level.root=WARN");
        address = "http://localhost:" + application.getEnvironment().getProperty("local.server.port");
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

    private static Page page(List<String> complaints) {
        var page = chromium.browser().newContext().newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        page.onRequest(request -> {
            if (!request.url().startsWith(address) && !request.url().startsWith("data:")) {
                complaints.add("contacted " + request.url());
            }
        });
        return page;
    }

    @Test
    void searchingBalancedTeamShowsTheTalkFirstWithASnippetFromItsNotes() {
        var complaints = new ArrayList<String>();
        var page = page(complaints);
        page.navigate(address);
        page.getByRole(AriaRole.SEARCHBOX)
                .or(page.locator("input[name=q]"))
                .first()
                .fill("balanced team");
        page.keyboard().press("Enter");
        var first = page.locator("main")
                .getByRole(
                        AriaRole.LINK,
                        new com.microsoft.playwright.Locator.GetByRoleOptions()
                                .setName("Data Science in the Balanced Team"));
        assertThat(first.first()).isVisible();
        assertThat(page.locator("main")).containsText("Notes");
        assertThat(page.locator("#suggestions")).isHidden();
        assertThat(page.locator("main mark").first()).isVisible();
        first.first().click();
        assertThat(page.locator("h1")).hasText("Data Science in the Balanced Team");
        assertThat(page.getByText("Things that did not work").first()).isVisible();
        Assertions.assertThat(complaints).isEmpty();
    }

    @Test
    void narrowingByAFacetKeepsTheStateInTheAddressAndTheBackButtonWorks() {
        var complaints = new ArrayList<String>();
        var page = page(complaints);
        page.navigate(address + "/?q=python");
        page.locator("input[name=year][value='2016']").first().check();
        assertThat(page).hasURL(Pattern.compile("year=2016"));
        page.goBack();
        assertThat(page).hasURL(Pattern.compile("q=python"));
        Assertions.assertThat(page.url()).doesNotContain("year=2016");
        Assertions.assertThat(complaints).isEmpty();
    }

    @Test
    void aMisspeltSearchStillFinds() {
        var page = page(new ArrayList<>());
        page.navigate(address + "/?q=balancd+teem");
        assertThat(page.locator("main")).containsText("Data Science in the Balanced Team");
    }

    @Test
    void whoIsSignedInEditsASummaryAndFindsItAtOnceAndTwoEditsOfOnePartMeetOnAPage() {
        var complaints = new ArrayList<String>();
        var page = signedIn(complaints);
        page.navigate(address + "/?q=snakes+in+a+buildpack");
        page.locator("main a", new Page.LocatorOptions().setHasText("Snakes in a Buildpack"))
                .first()
                .click();
        var talk = page.url();
        page.navigate(talk.substring(0, talk.lastIndexOf('/')) + "/edit/summary");
        var other = page.context().newPage();
        other.navigate(page.url());

        page.locator("textarea").first().fill("Conda joins the buildpack, says quuxley.");
        page.locator(".form-actions button[type=submit]:not([name])").first().click();
        assertThat(page.locator("h1")).hasText("Snakes in a Buildpack");
        assertThat(page.locator("main")).containsText("quuxley");
        page.navigate(address + "/?q=quuxley");
        assertThat(page.locator("main")).containsText("Snakes in a Buildpack");

        other.locator("textarea").first().fill("Another text, by corgewick.");
        other.locator(".form-actions button[type=submit]:not([name])").first().click();
        assertThat(other.locator("main")).containsText("quuxley");
        assertThat(other.locator("main")).containsText("corgewick");
        picture(other, "conflict");
        Assertions.assertThat(complaints).allMatch(c -> c.contains("409"));
    }

    @Test
    void everyPageIsQuietAndContactsNobody() {
        var complaints = new ArrayList<String>();
        var page = signedIn(complaints);
        page.navigate(address + "/?q=balanced+team");
        page.locator("main a", new Page.LocatorOptions().setHasText("Data Science in the"))
                .first()
                .click();
        var talk = page.url();
        var paths = new ArrayList<>(List.of(
                "/",
                "/?q=python",
                "/?q=zzzzqqqq",
                "/conferences",
                "/speakers",
                "/topics",
                "/imports",
                "/views",
                "/account/tokens",
                "/account/users",
                "/account/password"));
        paths.add(talk.substring(address.length()));
        page.locator("main a[href^='/conferences/']").first().click();
        paths.add(page.url().substring(address.length()));
        page.navigate(talk);
        page.locator("main a[href^='/speakers/']").first().click();
        paths.add(page.url().substring(address.length()));
        for (var path : paths) {
            for (var width : List.of(1280, 390)) {
                page.setViewportSize(width, 900);
                page.navigate(address + path);
                assertThat(page.locator("h1")).hasCount(1);
                Assertions.assertThat(page.evaluate("document.documentElement.scrollWidth"))
                        .as("%s at %s pixels wide", path, width)
                        .isEqualTo(width);
                picture(page, path.replaceAll("[^a-z]+", "-").replaceAll("^-|-$", "") + "-" + width);
            }
        }
        Assertions.assertThat(complaints).isEmpty();
    }

    private static Page signedIn(List<String> complaints) {
        var page = page(complaints);
        page.navigate(address + "/sign-in");
        page.locator("input[name=name]").fill("admin");
        page.locator("input[name=password]").fill(password);
        page.locator("main button[type=submit]").click();
        if (page.url().contains("/account/password")) {
            // Who signs in first has a password that somebody else made, and must change it.
            page.locator("input[type=password]").nth(0).fill(PASSWORD);
            page.locator("input[type=password]").nth(1).fill(CHANGED);
            page.locator("input[type=password]").nth(2).fill(CHANGED);
            page.locator("main button[type=submit]").first().click();
            assertThat(page).not().hasURL(Pattern.compile("password$"));
            password = CHANGED;
        }
        assertThat(page).not().hasURL(Pattern.compile("sign-in"));
        return page;
    }

    private static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "pictures", name + ".png")));
    }
}
