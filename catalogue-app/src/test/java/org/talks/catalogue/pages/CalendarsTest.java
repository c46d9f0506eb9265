package org.talks.catalogue.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.mangstadt.vinnie.VObjectProperty;
import com.github.mangstadt.vinnie.io.Context;
import com.github.mangstadt.vinnie.io.SyntaxRules;
import com.github.mangstadt.vinnie.io.VObjectDataAdapter;
import com.github.mangstadt.vinnie.io.VObjectPropertyValues;
import com.github.mangstadt.vinnie.io.VObjectReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CalendarsTest {

    private static final WebCatalogue CATALOGUE = Dublin.catalogue();
    private static final String PROGRAMME = "/conferences/" + Dublin.CONFERENCE + "/programme.ics";
    private static final String FIRST = "0198a000-0000-7000-8000-000000000031";
    private static final String SECOND = "0198a000-0000-7000-8000-000000000032";

    /// Events by UID, properties by name.
    private static Map<String, Map<String, String>> events(String path) throws IOException {
        var answer = CATALOGUE.reader().get(path);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/calendar;charset=UTF-8");
        var events = new ArrayList<Map<String, String>>();
        try (var reader = new VObjectReader(new StringReader(answer.body()), SyntaxRules.iCalendar())) {
            reader.parse(new VObjectDataAdapter() {
                @Override
                public void onComponentBegin(String name, Context context) {
                    if (name.equals("VEVENT")) {
                        events.add(new HashMap<>());
                    }
                }

                @Override
                public void onProperty(VObjectProperty property, Context context) {
                    if (context.getParentComponents().contains("VEVENT")) {
                        events.getLast().put(property.getName(), property.getValue());
                    }
                }
            });
        }
        var byUid = new HashMap<String, Map<String, String>>();
        events.forEach(event -> byUid.put(event.get("UID"), event));
        assertThat(byUid).hasSameSizeAs(events);
        return byUid;
    }

    @Test
    void eachSessionOfATalkIsAnEventWithAUidOfItsOwn() throws IOException {
        var events = events(PROGRAMME);
        assertThat(events).hasSize(5).containsKeys(Dublin.TEAM + "-" + FIRST, Dublin.TEAM + "-" + SECOND);
        assertThat(events.get(Dublin.TEAM + "-" + FIRST))
                .containsEntry("SUMMARY", "Data Science in the Balanced Team")
                .containsEntry("DTSTART", "20161105T114500Z")
                .containsEntry("DURATION", "PT34M")
                .containsEntry("LOCATION", "Main hall\\, Dublin")
                .containsEntry("STATUS", "CONFIRMED");
    }

    @Test
    void theSequenceGrowsWithEachChange() throws IOException {
        var events = events(PROGRAMME);
        assertThat(events.get(Dublin.TEAM + "-" + FIRST)).containsEntry("SEQUENCE", "1");
        assertThat(events.get(Dublin.HOSTILE + "-0198a000-0000-7000-8000-000000000033"))
                .containsEntry("SEQUENCE", "0");
    }

    @Test
    void lastModifiedIsTheLogsTimeAndTheCalendarTheSameEachTime() throws IOException {
        var team = events(PROGRAMME).getOrDefault(Dublin.TEAM + "-" + FIRST, Map.of());
        assertThat(team.get("LAST-MODIFIED")).matches("\\d{8}T\\d{6}Z").isEqualTo(team.get("DTSTAMP"));
        var first = CATALOGUE.reader().get(PROGRAMME);
        var again = CATALOGUE
                .reader()
                .get(
                        PROGRAMME,
                        "If-None-Match",
                        first.headers().firstValue("ETag").orElseThrow());
        assertThat(again.statusCode()).isEqualTo(304);
    }

    @Test
    void aCancelledTalkStaysAsCancelled() throws IOException {
        assertThat(events(PROGRAMME).get(Dublin.CANCELLED + "-0198a000-0000-7000-8000-000000000034"))
                .containsEntry("STATUS", "CANCELLED")
                .containsEntry("SEQUENCE", "1");
    }

    @Test
    void aTalkOfWhichOnlyTheDayIsKnownTakesTheWholeDay() throws IOException {
        assertThat(events(PROGRAMME).get(Dublin.DAY_ONLY + "-0198a000-0000-7000-8000-000000000035"))
                .containsEntry("DTSTART", "20161106")
                .doesNotContainKey("DURATION");
        assertThat(CATALOGUE.reader().get(PROGRAMME).body()).contains("DTSTART;VALUE=DATE:20161106\r\n");
    }

    @Test
    void textIsEscapedAndLinesAreFolded() throws IOException {
        var hostile =
                events(PROGRAMME).getOrDefault(Dublin.HOSTILE + "-0198a000-0000-7000-8000-000000000033", Map.of());
        assertThat(VObjectPropertyValues.unescape(String.valueOf(hostile.get("SUMMARY"))))
                .isEqualTo(Dublin.HOSTILE_TITLE.replace("\u0007", "!"));
        assertThat(List.of(CATALOGUE.reader().get(PROGRAMME).body().split("\r\n", -1)))
                .allSatisfy(line ->
                        assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75));
    }

    @Test
    void aSpeakerHasTheirTalksAndATalkItself() throws IOException {
        assertThat(events("/speakers/" + Dublin.ANA + "/talks.ics")).hasSize(3);
        assertThat(events("/talks/" + Dublin.TEAM + "/talk.ics")).hasSize(2);
    }

    @Test
    void hiddenTalksHaveNone() {
        assertThat(CATALOGUE
                        .reader()
                        .get("/talks/" + Dublin.SUPPRESSED + "/talk.ics")
                        .statusCode())
                .isEqualTo(404);
    }
}
