package org.talks.catalogue.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ExportsTest {

    private static final WebCatalogue CATALOGUE = Dublin.catalogue();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static String body(String path, String type) {
        var answer = CATALOGUE.reader().get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith(type);
        return answer.body();
    }

    private static Document xml(String path) {
        return Jsoup.parse(body(path, "application/"), "", Parser.xmlParser());
    }

    private static List<CSVRecord> rows(String path) throws IOException {
        return CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(body(path, "text/csv")))
                .getRecords();
    }

    private static List<JsonNode> lines(String path) {
        return body(path, "application/x-ndjson").lines().map(JSON::readTree).toList();
    }

    @Test
    void whatASearchFindsIsATable() throws IOException {
        var rows = rows("/search.csv?q=balanced");
        assertThat(rows).hasSize(1);
        var row = rows.getFirst();
        assertThat(row.get("title")).isEqualTo("Data Science in the Balanced Team");
        assertThat(row.get("speakers")).isEqualTo("Ian Huston; Ana Lima");
        assertThat(row.get("date")).isEqualTo("2016-11-05");
        assertThat(row.get("video")).isEqualTo("https://www.youtube.com/watch?v=abcdefghijk");
        assertThat(row.get("url")).startsWith("http://127.0.0.1:").endsWith("/data-science-in-the-balanced-team");
    }

    @Test
    void aCellNeverIsAFormulaAndQuotesSurvive() throws IOException {
        var rows = rows("/search.csv");
        assertThat(rows).hasSize(4);
        var hostile = rows.stream()
                .filter(row -> row.get("id").equals(Dublin.HOSTILE.value()))
                .findFirst()
                .orElseThrow();
        assertThat(hostile.get("title")).isEqualTo(Dublin.HOSTILE_TITLE.replace("\u0007", "!"));
        assertThat(rows).allSatisfy(row -> assertThat(row.stream()).noneMatch(cell -> cell.startsWith("=")));
    }

    @Test
    void whatASearchFindsIsLinesOfJson() {
        var talks = lines("/search.ndjson?year=2016");
        assertThat(talks).hasSize(4);
        var team = talks.stream()
                .filter(talk -> talk.get("id").stringValue().equals(Dublin.TEAM.value()))
                .findFirst()
                .orElseThrow();
        assertThat(team.at("/speakers/1/role").stringValue()).isEqualTo("host");
        assertThat(team.at("/sessions/0/start").stringValue()).isEqualTo("2016-11-05T11:45:00Z");
        assertThat(team.get("version").intValue()).isEqualTo(2);
    }

    @Test
    void theDumpHasEverythingThatEverybodyMaySee() {
        var lines = lines("/dump.ndjson");
        assertThat(lines.stream().map(line -> line.get("type").stringValue()))
                .containsExactly("catalogue", "conference", "speaker", "speaker", "talk", "talk", "talk", "talk");
        assertThat(lines.getFirst().at("/is/talks").intValue()).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/dump.ndjson",
                "/search.csv",
                "/search.ndjson",
                "/sitemaps/talks-1.xml",
                "/sitemaps/conferences-1.xml",
                "/talks.atom",
                "/conferences.atom"
            })
    void nothingHiddenIsInWhatIsGivenAway(String path) {
        assertThat(CATALOGUE.reader().get(path).body())
                .doesNotContain(
                        "Secret matters",
                        "secret-matters",
                        "Withdrawn thoughts",
                        "withdrawn-thoughts",
                        "Lost with",
                        "lost-with",
                        "Gone Conf",
                        "gone-conf");
    }

    @Test
    void aConferenceIsAScheduleXml() {
        var schedule = xml("/conferences/" + Dublin.CONFERENCE + "/schedule.xml");
        assertThat(schedule.select("conference > title").text()).isEqualTo("PyCon Ireland 2016");
        assertThat(schedule.select("day").eachAttr("date")).containsExactly("2016-11-05", "2016-11-06");
        var slots = schedule.select("event[guid=" + Dublin.TEAM + "]");
        assertThat(slots).hasSize(2);
        assertThat(slots.select("duration").eachText()).containsOnly("0:34");
        assertThat(slots.select("date").eachText()).containsExactly("2016-11-05T11:45:00Z", "2016-11-06T09:00:00Z");
        assertThat(schedule.select("event[guid=" + Dublin.CANCELLED + "] > title")
                        .text())
                .isEqualTo("CANCELLED: Never given");
    }

    @Test
    void aConferenceIsAScheduleJson() {
        var schedule = JSON.readTree(body("/conferences/" + Dublin.CONFERENCE + "/schedule.json", "application/json"));
        var conference = schedule.at("/schedule/conference");
        assertThat(conference.get("daysCount").intValue()).isEqualTo(2);
        assertThat(conference.get("time_zone_name").stringValue()).isEqualTo("Europe/Dublin");
        var event = conference.at("/days/0/rooms/Main hall/0");
        assertThat(Stream.of("guid", "date", "duration", "abstract", "persons", "links", "do_not_record"))
                .allSatisfy(name -> assertThat(event.has(name)).as(name).isTrue());
        assertThat(event.at("/persons/0/public_name").stringValue()).isEqualTo("Ian Huston");
    }

    @Test
    void theSitesMapLeadsToEveryTalk() {
        var index = xml("/sitemap.xml");
        var parts = index.select("sitemap > loc").eachText();
        assertThat(parts).hasSize(3);
        var pages = parts.stream()
                .flatMap(part -> xml(part).select("url > loc").eachText().stream())
                .toList();
        assertThat(pages).doesNotHaveDuplicates().hasSize(4 + 2 + 1 + 4);
        assertThat(pages)
                .allSatisfy(page -> assertThat(CATALOGUE.reader().get(page).statusCode())
                        .as(page)
                        .isEqualTo(200));
        assertThat(CATALOGUE.reader().get("/sitemaps/talks-2.xml").statusCode()).isEqualTo(404);
    }

    @Test
    void robotsLearnOfTheMap() {
        assertThat(body("/robots.txt", "text/plain"))
                .containsPattern("Sitemap: http://127\\.0\\.0\\.1:\\d+/sitemap\\.xml\n");
    }

    @Test
    void browsersLearnHowToSearch() {
        var page = Jsoup.parse(CATALOGUE.reader().get("/").body());
        var description = xml(page.select("link[rel=search]").attr("href"));
        assertThat(description.select("Url[type=text/html]").attr("template")).endsWith("/?q={searchTerms}");
    }
}
