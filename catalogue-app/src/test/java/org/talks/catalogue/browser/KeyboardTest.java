package org.talks.catalogue.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A walk over the site by the key Tab alone: it comes to everything that can be used, in the order of the page,
/// and one sees where it is.
class KeyboardTest {

    /// Numbers what a person can use; what is folded away is reached once its summary was opened.
    private static final String NUMBER = """
            () => [...document.querySelectorAll("a[href], button, input:not([type=hidden]), select, textarea, summary,"
                + " [tabindex='0']")]
              .filter(e => !e.disabled && e.tabIndex >= 0 && e.checkVisibility({ visibilityProperty: true }))
              .map((e, at) => { e.dataset.walk = at; return e.outerHTML.slice(0, 90); })""";

    /// The number of what has the focus, and whether that can be seen.
    private static final String HERE = """
            () => {
              const here = document.activeElement;
              const style = getComputedStyle(here);
              const seen = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
              const box = here.getBoundingClientRect();
              const shown = box.width > 0 && box.bottom > 0 && box.top < innerHeight;
              return (here.dataset.walk ?? "-1") + (seen ? "" : " unmarked") + (shown ? "" : " out of sight");
            }""";

    @TempDir
    static Path directory;

    private static Chromium chromium;
    private static ServedCatalogue catalogue;

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

    @Test
    void everythingIsReachedAndMarkedByReaders() {
        var talk = "/talks/" + catalogue.id(ServedCatalogue.TALK);
        try (var browser = chromium.browser().newContext()) {
            var page = browser.newPage();
            for (var path : List.of("/", "/?q=python&year=2016", talk, talk + "/history", "/statistics", "/sign-in")) {
                assertThat(walk(page, path)).as(path).isEmpty();
            }
        }
    }

    @Test
    void everythingIsReachedAndMarkedByThoseWhoWorkHere() {
        var talk = "/talks/" + catalogue.id(ServedCatalogue.TALK);
        try (var browser = chromium.browser().newContext()) {
            catalogue.signIn(browser);
            var page = browser.newPage();
            for (var path : List.of(
                    talk + "/edit/speakers",
                    talk + "/transcripts",
                    "/imports",
                    "/sources",
                    "/views",
                    "/account/users")) {
                assertThat(walk(page, path)).as(path).isEmpty();
            }
        }
    }

    /// What was missed, came out of order or could not be seen.
    @SuppressWarnings("unchecked")
    private static List<String> walk(Page page, String path) {
        page.navigate(catalogue.address() + path);
        // Some pages begin in their field; the walk begins at the top.
        page.evaluate("() => { document.activeElement.blur(); getSelection().removeAllRanges(); scrollTo(0, 0); }");
        page.locator("body").press("Home");
        var there = (List<String>) page.evaluate(NUMBER);
        var found = new ArrayList<String>();
        page.evaluate("() => { document.body.tabIndex = -1; document.body.focus(); }");
        for (var at = 0; at < there.size(); at++) {
            page.keyboard().press("Tab");
            var here = String.valueOf(page.evaluate(HERE));
            // A field for a date has a stop for each of its parts, which the browser marks itself.
            for (var part = 0; part < 5 && here.replaceAll(" .*", "").equals(String.valueOf(at - 1)); part++) {
                page.keyboard().press("Tab");
                here = String.valueOf(page.evaluate(HERE));
            }
            if (!here.equals(String.valueOf(at))) {
                found.add("instead of " + there.get(at) + ": " + here);
                if (!here.startsWith(at + " ")) {
                    break;
                }
            }
        }
        return found;
    }
}
