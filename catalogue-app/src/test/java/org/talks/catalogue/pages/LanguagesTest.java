package org.talks.catalogue.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LanguagesTest {

    private static final Pattern ENGLISH = Pattern.compile(
            "(?i)\\b(?:the|this|and|with|from|of|not|yet|nothing|what|which|there|is|are|were|to|by)\\b");

    /// In the catalogue itself.
    private static final Pattern WRITTEN = Pattern.compile("Data Science in the Balanced Team|CC BY 4.0|Works with data"
            + "|What a \\*?data scientist\\*? owes to a team|The seventh PyCon of Ireland|Lost with its conference");

    @TempDir
    static Path data;

    private static WebCatalogue english;

    @BeforeAll
    static void start() {
        english = WebCatalogue.start(data, "--catalogue.site.languages=en");
    }

    @AfterAll
    static void stop() {
        english.close();
    }

    private static Document page(WebCatalogue catalogue, String accepted) {
        var answer = catalogue.reader().get("/", "Accept-Language", accepted);
        assertThat(answer.headers().allValues("Vary").toString()).contains("Accept-Language");
        return Jsoup.parse(answer.body());
    }

    @Test
    void aVisitorReadsTheLanguageTheyPrefer() {
        var page = page(Dublin.catalogue(), "de-AT,de;q=0.9,en;q=0.5");
        assertThat(page.select("html").attr("lang")).isEqualTo("de");
        assertThat(page.select(".top-nav a").eachText()).containsExactly("Konferenzen", "Vortragende", "Themen");
        assertThat(page.select("h2").eachText()).contains("Zuletzt aufgenommen");
    }

    @Test
    void whoPrefersAnotherReadsTheFirst() {
        assertThat(page(Dublin.catalogue(), "fi").select("html").attr("lang")).isEqualTo("en");
    }

    @Test
    void aLanguageThatIsNotOfferedIsNotShown() {
        var page = page(english, "de");
        assertThat(page.select("html").attr("lang")).isEqualTo("en");
        assertThat(page.select(".top-nav a").eachText()).containsExactly("Conferences", "Speakers", "Topics");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/?q=team",
                "/?q=qqqq&year=2016",
                "/facets/speaker?q=team",
                "/conferences",
                "/speakers",
                "/topics",
                "/statistics",
                "/bookmarks",
                "/synonyms",
                "/nowhere",
                "/imports",
                "/sources",
                "/views",
                "/talks/new",
                "/conferences/new",
                "/speakers/new",
                "/series/new",
                "/speakers/merges",
                "/account/searches",
                "/account/tokens",
                "/account/users",
                "/account/password",
                "TALK",
                "TALK/history",
                "TALK/origins",
                "TALK/transcripts",
                "TALK/edit/title",
                "TALK/edit/details",
                "TALK/edit/speakers",
                "TALK/edit/sessions",
                "TALK/edit/resources",
                "TALK/edit/notes",
                "TALK/edit/move",
                "TALK/edit/same",
                "TALK/edit/sources",
                "TALK/edit/withdraw",
                "CONFERENCE",
                "CONFERENCE/history",
                "CONFERENCE/changes",
                "CONFERENCE/edit/details",
                "SPEAKER",
                "SPEAKER/history",
                "SPEAKER/edit/details",
                "SPEAKER/edit/merge"
            })
    void aGermanPageHasNoEnglishWord(String path) {
        var browser = Dublin.catalogue().administrator();
        var found = browser.get(
                path.replace("TALK", "/talks/" + Dublin.TEAM)
                        .replace("CONFERENCE", "/conferences/" + Dublin.CONFERENCE)
                        .replace("SPEAKER", "/speakers/" + Dublin.IAN),
                "Accept-Language",
                "de");
        if (found.statusCode() / 100 == 3) {
            found = browser.get(WebCatalogue.location(found), "Accept-Language", "de");
        }
        var page = Jsoup.parse(found.body());
        assertThat(page.select("html").attr("lang")).isEqualTo("de");
        assertThat(english(page)).isEmpty();
    }

    /// Words that every English sentence of ours would have one of, outside of what people wrote in English.
    private static List<String> english(Document page) {
        page.select("script, style, .prose, .talk-text, code, textarea, .crumb, .change, .lines, .hit, .programme")
                .remove();
        var said = new ArrayList<String>(List.of(page.text()));
        page.select("[aria-label], [placeholder], input[value]").forEach(element -> {
            said.add(element.attr("aria-label"));
            said.add(element.attr("placeholder"));
        });
        return said.stream()
                .flatMap(text ->
                        ENGLISH.matcher(WRITTEN.matcher(text).replaceAll("")).results())
                .map(MatchResult::group)
                .toList();
    }

    @Test
    void whatProgramsReadIsEnglishWhateverTheyPrefer() {
        var reader = Dublin.catalogue().reader();
        var talk = "/talks/" + Dublin.TEAM;
        for (var path : List.of("/api" + talk + "/history", "/api/talks/nothing", talk + "/talk.ics", "/talks.atom")) {
            assertThat(reader.get(path, "Accept-Language", "de").body())
                    .as(path)
                    .isEqualTo(reader.get(path, "Accept-Language", "en").body());
        }
    }

    @Test
    void aRefusalIsInTheLanguageOfThePage() {
        var browser = Dublin.catalogue().administrator();
        var form = "/talks/" + Dublin.TEAM + "/edit/title";
        var refused = browser.post(
                form,
                Map.of("_csrf", browser.csrf(form), "title", "", "version", "1", "expectedVersion", "1"),
                "Accept-Language",
                "de");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Das fehlt noch: Titel.");
    }
}
