package org.talks.catalogue.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.talks.catalogue.CatalogueApplication;
import org.talks.catalogue.importing.Imports;
import org.talks.catalogue.importing.format.SourceFile;

/// A newcomer's path: drop a Sessionize file, choose the zone, read the plan, apply it, search a talk, undo.
class ImportPathTest {

    private static final String PASSWORD = "correct-horse-battery";
    private static final String CHANGED = "staple-for-the-stable";

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

    private static String session(int id, String title) {
        return """
                {"id": "%d", "title": "%s", "description": "Of %s.", "startsAt": "2024-05-04T1%d:00:00",
                 "endsAt": "2024-05-04T1%d:30:00", "isServiceSession": false, "isPlenumSession": false,
                 "speakers": ["7f1f2f3f-0000-4000-8000-000000000001"], "categoryItems": [], "questionAnswers": [],
                 "roomId": 1, "liveUrl": null, "recordingUrl": null, "status": "Accepted", "isInformed": true,
                 "isConfirmed": true}""".formatted(id, title, title, id % 10, id % 10);
    }

    @Test
    void aNewcomerImportsAProgrammeFindsATalkAndTakesItAllBack() throws Exception {
        var file = directory.resolveSibling("tinyconf-sessionize.json");
        Files.writeString(
                file,
                sessionize(String.join(
                        ",", session(1001, "Grasshoppers in practice"), session(1002, "Crickets at night"))),
                StandardCharsets.UTF_8);
        var page = signedIn();
        page.navigate(address + "/imports");
        page.locator("input[type=file]").setInputFiles(file);
        page.getByText("Preview the import").click();

        // The file names no zone: it is asked for.
        assertThat(page.locator("#again-zone")).isVisible();
        assertThat(page.locator(".read-as")).containsText("sessions with “isServiceSession”.");
        pictures(page, "import-zone");
        page.locator("#again-zone").fill("Europe/Nowhere");
        page.getByText("Use this time zone").click();
        assertThat(page.locator("#again-zone-error")).isVisible();
        assertThat(page.locator("#again-zone")).hasValue("Europe/Nowhere");
        pictures(page, "import-zone-refused");
        page.locator("#again-zone").fill("Europe/Dublin");
        page.getByText("Use this time zone").click();

        assertThat(page.locator(".report-summary")).containsText("Nothing is changed yet");
        assertThat(page.locator("main")).containsText("Grasshoppers in practice");
        assertThat(page.locator("#again-zone")).isHidden();
        pictures(page, "import-plan");
        try (var _ = new Unfinished(application.getBean(Imports.class))) {
            page.locator("main")
                    .getByText("Apply", new Locator.GetByTextOptions().setExact(true))
                    .click();
            // Another import is at work, so this one waits for its turn; the page follows it to its end by itself.
            assertThat(page.locator("progress")).isVisible();
            pictures(page, "import-progress");
        }
        assertThat(page.locator(".report-summary")).containsText("Imported 2 new talks");
        pictures(page, "import-report");
        var report = page.url();

        page.navigate(address + "/?q=grasshopper");
        page.locator("main a", new Page.LocatorOptions().setHasText("Grasshoppers in"))
                .first()
                .click();
        assertThat(page.locator(".meta").first()).containsText("2024");
        page.getByText("Where each part comes from").click();
        assertThat(page.locator("main table")).containsText("the import of sessionize");
        pictures(page, "origins");

        page.navigate(report);
        page.getByText("Undo this import").click();
        assertThat(page.locator(".report-summary")).containsText("All of it was taken back");
        pictures(page, "import-undone");
        page.navigate(address + "/?q=grasshopper");
        assertThat(page.locator("main")).not().containsText("Grasshoppers in practice");

        page.navigate(address + "/sources");
        pictures(page, "sources");
    }

    /// An import that goes on until it is closed.
    private static final class Unfinished implements SourceFile, AutoCloseable {

        private final CountDownLatch goOn = new CountDownLatch(1);

        Unfinished(Imports imports) {
            imports.start(this, new Imports.Options(null, null, true), "somebody", () -> {});
        }

        @Override
        public String name() {
            return "endless.json";
        }

        @Override
        public byte[] head() throws IOException {
            try {
                if (!goOn.await(60, TimeUnit.SECONDS)) {
                    throw new IOException("nobody let it go on");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return new byte[0];
        }

        @Override
        public boolean isTree() {
            return false;
        }

        @Override
        public InputStream open() {
            return InputStream.nullInputStream();
        }

        @Override
        public void walk(TreeVisitor visitor) {
            throw new UnsupportedOperationException("this is one file");
        }

        @Override
        public void close() {
            goOn.countDown();
        }
    }

    private static Page signedIn() {
        var page =
                chromium.browser().newContext(new Browser.NewContextOptions()).newPage();
        page.navigate(address + "/sign-in");
        page.locator("input[name=name]").fill("admin");
        page.locator("input[name=password]").fill(PASSWORD);
        page.locator("main button[type=submit]").click();
        page.locator("input[type=password]").nth(0).fill(PASSWORD);
        page.locator("input[type=password]").nth(1).fill(CHANGED);
        page.locator("input[type=password]").nth(2).fill(CHANGED);
        page.locator("main button[type=submit]").first().click();
        assertThat(page).not().hasURL(Pattern.compile("password$"));
        return page;
    }

    /// Wide and narrow, light and dark; nothing may stick out.
    private static void pictures(Page page, String name) {
        for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            for (var width : List.of(1280, 390)) {
                page.setViewportSize(width, 900);
                Assertions.assertThat(page.evaluate("document.documentElement.scrollWidth"))
                        .as("%s at %s pixels wide", name, width)
                        .isEqualTo(width);
                page.screenshot(new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(Path.of(
                                "target",
                                "pictures",
                                name + "-" + width + (scheme == ColorScheme.DARK ? "-dark" : "") + ".png")));
            }
        }
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        page.setViewportSize(1280, 900);
    }

    private static String sessionize(String sessions) {
        return """
            {"sessions": [%s],
             "speakers": [{"id": "7f1f2f3f-0000-4000-8000-000000000001", "firstName": "Ada", "lastName": "Byron",
               "fullName": "Ada Byron", "bio": "Counts.", "tagLine": "Analyst", "profilePicture": null,
               "isTopSpeaker": false, "links": [], "sessions": [1001], "categoryItems": [], "questionAnswers": []}],
             "questions": [], "categories": [], "rooms": [{"id": 1, "name": "Hall", "sort": 0}]}
            """.formatted(sessions);
    }
}
