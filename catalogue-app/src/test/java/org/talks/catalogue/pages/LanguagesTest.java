package org.talks.catalogue.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LanguagesTest {

    @TempDir
    static Path data;

    private static WebCatalogue bilingual;

    @BeforeAll
    static void start() {
        bilingual = WebCatalogue.start(data, "--catalogue.site.languages=en,de");
    }

    @AfterAll
    static void stop() {
        bilingual.close();
    }

    private static Document page(WebCatalogue catalogue, String accepted) {
        var answer = catalogue.reader().get("/", "Accept-Language", accepted);
        assertThat(answer.headers().allValues("Vary").toString()).contains("Accept-Language");
        return Jsoup.parse(answer.body());
    }

    @Test
    void aVisitorReadsTheLanguageTheyPrefer() {
        var page = page(bilingual, "de-AT,de;q=0.9,en;q=0.5");
        assertThat(page.select("html").attr("lang")).isEqualTo("de");
        assertThat(page.select(".top-nav a").eachText()).containsExactly("Konferenzen", "Vortragende", "Themen");
        assertThat(page.select("h2").eachText()).contains("Zuletzt aufgenommen");
    }

    @Test
    void whoPrefersAnotherReadsTheFirst() {
        assertThat(page(bilingual, "fi").select("html").attr("lang")).isEqualTo("en");
    }

    @Test
    void aLanguageThatIsNotOfferedIsNotShown() {
        var page = page(Dublin.catalogue(), "de");
        assertThat(page.select("html").attr("lang")).isEqualTo("en");
        assertThat(page.select(".top-nav a").eachText()).containsExactly("Conferences", "Speakers", "Topics");
    }
}
