package org.talks.catalogue.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.talks.catalogue.conference.ConferenceCommand.CorrectConferenceDetails;
import org.talks.catalogue.conference.ConferenceCommand.RegisterConference;
import org.talks.catalogue.conference.ConferenceCommand.RemoveConference;
import org.talks.catalogue.conference.ConferenceId;
import org.talks.catalogue.talk.TalkCommand.AddTalk;
import org.talks.catalogue.talk.TalkCommand.CancelTalk;
import org.talks.catalogue.talk.TalkCommand.MoveTalk;
import org.talks.catalogue.talk.TalkCommand.RetitleTalk;
import org.talks.catalogue.talk.TalkCommand.RewriteSummary;
import org.talks.catalogue.talk.TalkCommand.ScheduleSession;
import org.talks.catalogue.talk.TalkCommand.SuppressTalk;
import org.talks.catalogue.talk.TalkCommand.WithdrawTalk;
import org.talks.catalogue.talk.TalkId;
import org.talks.events.ConferenceDetails;
import org.talks.events.RichText;
import org.talks.events.Session;
import org.talks.events.TalkDetails;
import org.w3c.dom.Element;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What changed about a conference between two moments, over HTTP.
class ChangesPagesTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    @TempDir
    static Path data;

    private static WebCatalogue catalogue;
    private static WebCatalogue.Browser reader;

    @BeforeAll
    static void start() {
        catalogue = WebCatalogue.start(data);
        reader = catalogue.reader();
    }

    @AfterAll
    static void stop() {
        catalogue.close();
    }

    private static ConferenceId conference(String name) {
        var id = new ConferenceId(WebCatalogue.id());
        catalogue.send(new RegisterConference(id, ConferenceDetails.named(name), null));
        return id;
    }

    private static TalkId talk(ConferenceId conference, String title) {
        var id = new TalkId(WebCatalogue.id());
        catalogue.send(new AddTalk(id, TalkDetails.titled(conference.value(), title), null));
        return id;
    }

    private static JsonNode json(ConferenceId conference, long from, long to) {
        return JSON.readTree(reader.get("/api/conferences/" + conference + "/changes?from=" + from + "&to=" + to)
                .body());
    }

    private static List<String> kinds(JsonNode answer, TalkId talk) {
        var kinds = new ArrayList<String>();
        for (var change : answer.path("talks")) {
            if (change.path("id").asString().equals(talk.value())) {
                change.path("kinds").forEach(kind -> kinds.add(kind.asString()));
            }
        }
        return kinds;
    }

    @Test
    void eachKindOfChangeIsToldOnPageAndInJson() {
        var conference = conference("Changeconf");
        var other = conference("Elsewhereconf");
        var cancelled = talk(conference, "Is cancelled");
        var retitled = talk(conference, "Old title");
        var moved = talk(conference, "Goes away");
        var arrives = talk(other, "Comes here");
        var withdrawn = talk(conference, "Is withdrawn");
        var scheduled = talk(conference, "Gets a slot");
        var edited = talk(conference, "Gets a summary");
        var there = talk(conference, "Stays as it is");
        var back = talk(conference, "Was away");
        catalogue.send(new WithdrawTalk(back, null));
        var from = catalogue.head();
        catalogue.send(new CancelTalk(cancelled, "ill"));
        catalogue.send(new RetitleTalk(retitled, "New title", null));
        catalogue.send(new MoveTalk(moved, other));
        catalogue.send(new MoveTalk(arrives, conference));
        catalogue.send(new WithdrawTalk(withdrawn, null));
        catalogue.send(new ScheduleSession(
                scheduled,
                new Session(WebCatalogue.id(), LocalDate.of(2016, 11, 5), "11:30", null, null, "Main hall")));
        catalogue.send(new RewriteSummary(edited, RichText.markdown("Something.")));
        catalogue.send(new RetitleTalk(there, "For a moment", null));
        catalogue.send(new RetitleTalk(there, "Stays as it is", null));
        catalogue.send(new org.talks.catalogue.talk.TalkCommand.RestoreTalk(back));
        catalogue.send(new CorrectConferenceDetails(conference, ConferenceDetails.named("Changedconf")));
        var added = talk(conference, "Is new");
        var to = catalogue.head();
        talk(conference, "Is later than that");

        var answer = json(conference, from, to);
        assertThat(kinds(answer, cancelled)).containsExactly("cancelled");
        assertThat(kinds(answer, retitled)).containsExactly("retitled");
        assertThat(kinds(answer, moved)).containsExactly("moved-away");
        assertThat(kinds(answer, arrives)).containsExactly("moved-here");
        assertThat(kinds(answer, withdrawn)).containsExactly("withdrawn");
        assertThat(kinds(answer, scheduled)).containsExactly("rescheduled");
        assertThat(kinds(answer, edited)).containsExactly("edited");
        assertThat(kinds(answer, back)).containsExactly("restored");
        assertThat(kinds(answer, added)).containsExactly("added");
        assertThat(kinds(answer, there)).isEmpty();
        assertThat(answer.path("talks")).hasSize(9);
        assertThat(answer.path("from").path("position").asLong()).isEqualTo(from);
        assertThat(answer.path("conference").path(0).path("part").asString()).isEqualTo("Name");
        assertThat(kinds(json(other, from, to), moved)).containsExactly("moved-here");

        var page = reader.follow(reader.get("/conferences/" + conference + "/changes?from=" + from + "&to=" + to));
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("What is different between the catalogue at position " + from)
                .containsSubsequence(">Added<", "Is new", ">Cancelled<", "Is cancelled", ">Withdrawn<", ">Retitled<")
                .contains("<del>Old</del> <ins>New</ins> title", "Main hall", "noindex")
                .doesNotContain("Stays as it is", "Is later than that");
    }

    @Test
    void withoutMomentsItIsTheLastMonthUntilNow() {
        var conference = conference("Monthconf");
        talk(conference, "Of this month");
        assertThat(reader.follow(reader.get("/conferences/" + conference + "/changes"))
                        .body())
                .contains("Of this month", "and now", "first recorded on");
        assertThat(reader.get("/api/conferences/" + conference + "/changes").body())
                .contains("\"kinds\":[\"added\"]");
    }

    @Test
    void whatIsHiddenNowIsInNoChangesAndNoFeed() {
        var conference = conference("Hiddenconf");
        var from = catalogue.head();
        var talk = talk(conference, "Was secret");
        catalogue.send(new SuppressTalk(talk, "asked"));
        for (var path : List.of("/changes?from=" + from, "/changes.atom")) {
            assertThat(reader.follow(reader.get("/conferences/" + conference + path))
                            .body())
                    .doesNotContain("secret");
        }
        assertThat(reader.get("/api/conferences/" + conference + "/changes?from=" + from)
                        .body())
                .contains("\"talks\":[]");
        catalogue.send(new RemoveConference(conference, null));
        for (var path :
                List.of("/conferences/%s/changes", "/api/conferences/%s/changes", "/conferences/%s/changes.atom")) {
            assertThat(reader.get(path.formatted(conference)).statusCode()).isEqualTo(404);
        }
    }

    @Test
    void momentsThatMakeNoSenseAreRefused() {
        var conference = conference("Refusedconf");
        for (var query : List.of("from=soon", "to=soon", "from=" + catalogue.head() + "&to=1")) {
            assertThat(reader.get("/api/conferences/" + conference + "/changes?" + query)
                            .statusCode())
                    .isEqualTo(400);
            assertThat(reader.follow(reader.get("/conferences/" + conference + "/changes?" + query))
                            .statusCode())
                    .isEqualTo(400);
        }
    }

    @Test
    void theFeedHasEachChangeOnceNewestFirstUnderAnIdThatStays() throws Exception {
        var conference = conference("Feedconf <&>");
        var talk = talk(conference, "Told \"in\" <feeds> & lists");
        catalogue.send(new RetitleTalk(talk, "Told in <b>feeds</b>", null));
        var answer = reader.get("/conferences/" + conference + "/changes.atom");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/atom+xml");
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        var feed = factory.newDocumentBuilder()
                .parse(new ByteArrayInputStream(answer.body().getBytes(StandardCharsets.UTF_8)))
                .getDocumentElement();
        assertThat(text(feed, "title")).isEqualTo("Changes of Feedconf <&>");
        var entries = feed.getElementsByTagNameNS("*", "entry");
        assertThat(entries.getLength()).isEqualTo(3);
        assertThat(text((Element) entries.item(0), "title")).isEqualTo("Told in <b>feeds</b>: retitled the talk");
        assertThat(text((Element) entries.item(2), "title")).isEqualTo("Feedconf <&>: registered the conference");
        assertThat(text((Element) entries.item(0), "id")).startsWith("urn:uuid:");
        var again = reader.get(
                "/conferences/" + conference + "/changes.atom",
                "If-None-Match",
                answer.headers().firstValue("ETag").orElseThrow());
        assertThat(again.statusCode()).isEqualTo(304);
        catalogue.send(new CancelTalk(talk, null));
        assertThat(reader.get("/conferences/" + conference + "/changes.atom").body())
                .contains("marked the talk as cancelled", text((Element) entries.item(0), "id"))
                .doesNotContain("dmin");
    }

    @Test
    void aConferenceNamedChangesKeepsItsPage() throws InterruptedException {
        var conference = conference("Changes");
        catalogue.catchUp();
        assertThat(reader.get("/conferences/" + conference).statusCode()).isEqualTo(200);
        assertThat(reader.get("/conferences/" + conference + "/changes").body()).contains("What changed:");
        assertThat(reader.follow(reader.get("/conferences/" + conference + "/history"))
                        .body())
                .contains("/changes\">What changed in its programme</a>");
    }

    private static String text(Element parent, String name) {
        return parent.getElementsByTagNameNS("*", name).item(0).getTextContent();
    }
}
