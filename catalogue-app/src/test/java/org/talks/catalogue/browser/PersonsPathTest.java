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
}
