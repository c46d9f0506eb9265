package org.talks.catalogue.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.talks.catalogue.talk.TalkCommand.SetLevel;
import org.talks.catalogue.talk.TalkId;

/// What a person decides about imports on their pages.
class ImportPagesTest {

    private static final Pattern OFFER = Pattern.compile("action=\"(/imports/[0-9a-f-]+/offers/\\d+)\"");
    private static final Pattern TALK = Pattern.compile("href=\"/talks/([0-9a-f-]{36})");

    @TempDir
    static Path data;

    private static WebCatalogue catalogue;
    private static WebCatalogue.Browser admin;

    @BeforeAll
    static void start() {
        catalogue = WebCatalogue.start(data);
        admin = catalogue.administrator();
    }

    @AfterAll
    static void stop() {
        catalogue.close();
    }

    private static String event(String key, String title, String rest) {
        return "<event id=\"%1$s\" guid=\"%1$s\"><start>10:00</start><duration>00:30</duration><title>%2$s</title>%3$s"
                        .formatted(key, title, rest)
                + "<persons><person id=\"7\">Ada Byron</person></persons></event>";
    }

    private static String schedule(String acronym, String title, String... events) {
        return "<schedule><conference><acronym>" + acronym + "</acronym><title>" + title
                + "</title><time_zone_name>Europe/Berlin</time_zone_name></conference>"
                + "<day index=\"1\" date=\"2019-05-04\"><room name=\"Hall\">" + String.join("", events)
                + "</room></day></schedule>";
    }

    /// @return address of the report
    private static String upload(String content) {
        var sent = admin.upload(
                "/imports", Map.of("_csrf", admin.csrf("/imports"), "preview", "true"), "schedule.xml", content);
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(303);
        return WebCatalogue.location(sent);
    }

    private static String ended(String path) throws InterruptedException {
        var page = admin.get(path);
        var deadline = System.nanoTime() + 60_000_000_000L;
        while (page.body().contains("<progress")) {
            assertThat(System.nanoTime()).as(page.body()).isLessThan(deadline);
            page = admin.get(path);
        }
        catalogue.catchUp();
        return page.body();
    }

    private static HttpResponse<String> submit(String path, String action, Map<String, String> fields) {
        return admin.submit(path, action, fields);
    }

    private static void applied(String path, Map<String, String> fields) throws InterruptedException {
        ended(path);
        assertThat(submit(path, path + "/apply", fields).statusCode()).isEqualTo(303);
        ended(path);
    }

    @Test
    void whenMuchIsGoneThePageAsksWhatBecomesOfItAndAPersonCanTakeTheAnswerBack() throws Exception {
        applied(
                upload(schedule(
                        "gone-2019",
                        "GoneConf 2019",
                        event("a", "Ants in autumn", ""),
                        event("b", "Bees in bloom", ""))),
                Map.of());
        var less = upload(schedule("gone-2019", "GoneConf 2019", event("a", "Ants in autumn", "")));
        assertThat(ended(less))
                .contains("name=\"gone\" value=\"leave\"", "name=\"gone\" value=\"cancel\"", "Bees in bloom");
        var head = catalogue.head();
        var unanswered = submit(less, less + "/apply", Map.of());
        assertThat(unanswered.statusCode()).isEqualTo(409);
        assertThat(unanswered.body()).contains("1 of 2 talks are gone");
        assertThat(catalogue.head()).isEqualTo(head);

        applied(less, Map.of("gone", "cancel"));
        assertThat(catalogue.reader().get("/?q=bees+bloom").body()).contains("cancelled");
        var undo = submit(less, less + "/undo", Map.of());
        var undone = WebCatalogue.location(undo);
        assertThat(ended(undone)).contains("All of it was taken back");
        assertThat(catalogue.reader().get("/?q=bees+bloom").body()).doesNotContain("cancelled");
        var redone = WebCatalogue.location(submit(undone, undone + "/undo", Map.of()));
        ended(redone);
        assertThat(catalogue.reader().get("/?q=bees+bloom").body()).contains("cancelled");
    }

    @Test
    void aFileThatBreaksOffSaysSoAndCancelsNothing() throws Exception {
        var whole = schedule(
                "cut-2019", "CutConf 2019", event("a", "Ladybirds in June", ""), event("b", "Moths at night", ""));
        applied(upload(whole), Map.of());
        var cut = upload(whole.substring(0, whole.indexOf("<event id=\"b\"") + 20));
        assertThat(ended(cut))
                .contains("is not valid XML", "Nothing was recorded.")
                .doesNotContain("value=\"cancel\"");
        assertThat(catalogue.reader().get("/?q=moths+night").body())
                .contains("Moths")
                .doesNotContain("cancelled");
    }

    /// A second source tells of the same conference: it is proposed, joined by a person, and then owns what it
    /// brings.
    @Test
    void possibleDuplicatesAreJoinedByAPersonAndEachPartShowsWhereItComesFrom() throws Exception {
        applied(upload(schedule("mine-2019", "TwinConf 2019", event("a", "Fireflies", ""))), Map.of());
        var twin = schedule("theirs-2019", "TwinConf 2019", event("x", "Fireflies", "<track>Light</track>"));
        var path = upload(twin);
        // First the conference, then, read again, its talk.
        for (var thing : new String[] {"TwinConf 2019", "Fireflies"}) {
            var page = ended(path);
            assertThat(page).contains("has “" + thing + "” already");
            var offer = OFFER.matcher(page);
            assertThat(offer.find()).isTrue();
            assertThat(submit(path, offer.group(1), Map.of()).statusCode()).isEqualTo(303);
            catalogue.catchUp();
            path = upload(twin);
        }
        applied(path, Map.of());
        var found = TALK.matcher(catalogue.reader().get("/?q=fireflies").body());
        assertThat(found.find()).isTrue();
        var talk = found.group(1);
        catalogue.send(new SetLevel(new TalkId(talk), "beginners"));
        catalogue.catchUp();
        var reader = catalogue.reader();
        assertThat(reader.follow(reader.get("/talks/" + talk + "/origins")).body())
                .containsPattern("Title<br>.*Fireflies(?s:.){0,80}the import of frab:mine-2019")
                .containsPattern("Track<br>.*Light(?s:.){0,80}the import of frab:theirs-2019")
                .containsPattern("Level<br>.*beginners(?s:.){0,80}an editor");
    }

    @Test
    void anAddressIsKeptUnlessItIsWithin() throws Exception {
        for (var within : List.of("http://127.0.0.1:9/schedule.xml", "file:///etc/passwd")) {
            var never = submit("/sources", "/sources", source(within));
            assertThat(never.statusCode()).isEqualTo(422);
            assertThat(never.body()).contains("value=\"" + within + "\"");
        }
        assertThat(submit("/sources", "/sources", source("http://127.0.0.1:9/")).body())
                .contains("not on the public internet");

        // A name that nobody can have, RFC 6761.
        var added = submit("/sources", "/sources", source("https://talks.invalid/schedule.xml"));
        assertThat(added.statusCode()).as(added.body()).isEqualTo(303);
        var page = admin.get("/sources").body();
        assertThat(page).contains("https://talks.invalid/schedule.xml");
        var deadline = System.nanoTime() + 60_000_000_000L;
        while (!page.contains("There is no talks.invalid on the internet")) {
            assertThat(System.nanoTime()).as(page).isLessThan(deadline);
            page = admin.get("/sources").body();
        }
    }

    private static Map<String, String> source(String url) {
        return Map.of("url", url, "format", "", "zone", "", "everyMinutes", "360", "apply", "false");
    }
}
