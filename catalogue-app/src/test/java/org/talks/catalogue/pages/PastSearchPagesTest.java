package org.talks.catalogue.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.talks.catalogue.conference.ConferenceCommand.RegisterConference;
import org.talks.catalogue.conference.ConferenceCommand.RemoveConference;
import org.talks.catalogue.conference.ConferenceId;
import org.talks.catalogue.speaker.SpeakerCommand.RegisterSpeaker;
import org.talks.catalogue.speaker.SpeakerCommand.RenameSpeaker;
import org.talks.catalogue.speaker.SpeakerId;
import org.talks.catalogue.talk.TalkCommand.AddTalk;
import org.talks.catalogue.talk.TalkCommand.RetitleTalk;
import org.talks.catalogue.talk.TalkCommand.SetSpeakers;
import org.talks.catalogue.talk.TalkCommand.SuppressTalk;
import org.talks.catalogue.talk.TalkCommand.WithdrawTalk;
import org.talks.catalogue.talk.TalkId;
import org.talks.events.ConferenceDetails;
import org.talks.events.Credit;
import org.talks.events.TalkDetails;

/// Searching the catalogue as it was, over HTTP.
class PastSearchPagesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern TOTAL = Pattern.compile("\"total\":(\\d+)");

    @TempDir
    static Path data;

    private static WebCatalogue catalogue;
    private static WebCatalogue.Browser reader;

    @BeforeAll
    static void start() throws Exception {
        // What a process before this one left behind.
        Files.createDirectories(data.resolve("views/past/7-1"));
        Files.writeString(data.resolve("views/past/7-1/leftover"), "x");
        catalogue = WebCatalogue.start(data);
        reader = catalogue.reader();
    }

    @AfterAll
    static void stop() {
        catalogue.close();
        assertThat(data.resolve("views/past")).doesNotExist();
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

    /// Asks until it is no longer being prepared.
    private static HttpResponse<String> answered(String path) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        var answer = reader.get(path);
        while (answer.statusCode() == 202 && System.nanoTime() < deadline) {
            answer = reader.get(path);
        }
        return answer;
    }

    private static long total(String query, long asOf) {
        var body = answered("/api/talks?q=" + query + "&asOf=" + asOf).body();
        var total = TOTAL.matcher(body);
        assertThat(total.find()).as(body).isTrue();
        return Long.parseLong(total.group(1));
    }

    @Test
    void searchingThePastFindsTheOldTextAndNotTheNewOne() {
        var conference = conference("Searchconf");
        var talk = talk(conference, "Aardvarks in production");
        var withdrawn = talk(conference, "Aardvarks withdrawn");
        var before = catalogue.head();
        catalogue.send(new RetitleTalk(talk, "Platypuses in production", null));
        catalogue.send(new WithdrawTalk(withdrawn, null));
        var after = catalogue.head();
        talk(conference, "Something later");
        assertThat(total("aardvarks", before)).isEqualTo(2);
        assertThat(total("platypuses", before)).isZero();
        assertThat(total("aardvarks", after)).isZero();
        assertThat(total("platypuses", after)).isEqualTo(1);
        assertThat(answered("/api/talks?q=aardvarks&asOf=" + before).body())
                .startsWith("{\"asOf\":{\"position\":" + before);
    }

    @Test
    void theFirstAnswerIsThatItIsBeingPreparedAndThenThePageSaysWhichMomentItShows() {
        var conference = conference("Progressconf");
        var talk = talk(conference, "Wombats at rest");
        var before = catalogue.head();
        catalogue.send(new RetitleTalk(talk, "Wombats at work", null));
        var path = "/?q=wombats&asOf=" + before;
        var first = reader.get(path);
        assertThat(first.statusCode()).isEqualTo(202);
        assertThat(first.body())
                .contains("Looking back", "<progress", "http-equiv=\"refresh\" content=\"1\"", "noindex")
                .contains("hx-trigger=\"every 1s\"");
        var page = answered(path);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("This is what the catalogue knew at position " + before, "noindex", "at rest")
                .contains("<a href=\"/?q=wombats\">Search what it knows now</a>")
                .contains("<input type=\"hidden\" name=\"asOf\" value=\"" + before + "\">")
                .contains("href=\"/talks/" + talk + "/wombats-at-rest?asOf=" + before + "\"")
                .doesNotContain("at work");
        assertThat(reader.get(path, "HX-Request", "true", "HX-Target", "preparing")
                        .headers()
                        .firstValue("HX-Refresh"))
                .hasValue("true");
        assertThat(reader.get(path, "HX-Request", "true", "HX-Target", "found").body())
                .contains("at rest")
                .doesNotContain("<html");
    }

    @Test
    void theApiAnswers202WithProgressUntilItIsReady() {
        talk(conference("Apiconf"), "Numbats");
        var position = catalogue.head();
        talk(conference("Apiconf too"), "More numbats");
        var first = reader.get("/api/talks?q=numbats&asOf=" + position);
        assertThat(first.statusCode()).isEqualTo(202);
        assertThat(first.headers().firstValue("Retry-After")).hasValue("1");
        assertThat(first.body())
                .contains("\"preparing\":{\"position\":" + position, "\"total\":" + position, "\"phase\":");
        assertThat(total("numbats", position)).isEqualTo(1);
    }

    @Test
    void whatWasTakenDownLaterIsNotFoundInThePast() {
        var conference = conference("Takedownconf");
        var removed = conference("Removedconf");
        var speaker = new SpeakerId(WebCatalogue.id());
        catalogue.send(new RegisterSpeaker(speaker, "Quondam Deadname", List.of(), null, null));
        var talk = talk(conference, "Quokkas in secret");
        var named = talk(conference, "Quokkas by somebody");
        talk(removed, "Quokkas of a removed conference");
        catalogue.send(new SetSpeakers(named, List.of(new Credit(speaker.value(), Credit.SPEAKER))));
        var before = catalogue.head();
        catalogue.send(new SuppressTalk(talk, "a lawyer wrote"));
        catalogue.send(new RenameSpeaker(speaker, "Jane Present", false));
        catalogue.send(new RemoveConference(removed, null));
        assertThat(total("quokkas", before)).isEqualTo(1);
        assertThat(total("deadname", before)).isZero();
        assertThat(answered("/api/talks?q=quokkas&asOf=" + before).body())
                .contains("Jane Present")
                .doesNotContain("Deadname", "secret");
    }

    @Test
    void whatIsTakenDownWhileAnIndexIsKeptIsNotFoundInItEither() {
        var conference = conference("Keptconf");
        var talk = talk(conference, "Bandicoots in secret");
        talk(conference, "Bandicoots in public");
        var before = catalogue.head();
        talk(conference, "Something later");
        assertThat(total("bandicoots", before)).isEqualTo(2);
        catalogue.send(new SuppressTalk(talk, "a lawyer wrote"));
        assertThat(reader.get("/api/talks?q=bandicoots&asOf=" + before).body()).doesNotContain("secret");
        assertThat(total("bandicoots", before)).isEqualTo(1);
    }

    @Test
    void aFewMomentsAreKeptAndTheOthersGiveWay() throws Exception {
        var conference = conference("Evictedconf");
        var positions = new java.util.ArrayList<Long>();
        for (var i = 0; i < 6; i++) {
            talk(conference, "Echidna " + i);
            positions.add(catalogue.head());
        }
        talk(conference, "Something later");
        for (var i = 0; i < positions.size(); i++) {
            assertThat(total("echidna", positions.get(i))).isEqualTo(i + 1);
        }
        try (var kept = Files.list(data.resolve("views/past"))) {
            // One more while the last one is making room.
            assertThat(kept).hasSizeLessThanOrEqualTo(4);
        }
        assertThat(reader.get("/api/talks?q=echidna&asOf=" + positions.getFirst())
                        .statusCode())
                .isEqualTo(202);
        assertThat(total("echidna", positions.getFirst())).isEqualTo(1);
    }

    @Test
    void thePresentNeedsNoIndexOfItsOwn() throws InterruptedException {
        talk(conference("Nowconf"), "Kookaburras");
        catalogue.catchUp();
        var answer = reader.get("/api/talks?q=kookaburras&asOf=" + catalogue.head());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"total\":1");
    }

    @Test
    void beforeTheFirstEventThereIsNothingAndThePageSaysWhenTheCatalogueBegins() {
        talk(conference("Firstconf"), "Something");
        var page = answered("/?asOf=0");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("before anything was recorded", "This catalogue has recorded since", "0 talks");
    }

    @Test
    void nonsenseIsRefused() {
        assertThat(reader.get("/?asOf=soon").statusCode()).isEqualTo(400);
        assertThat(reader.get("/api/talks?asOf=soon").statusCode()).isEqualTo(400);
        assertThat(reader.get("/?q=x&asOf=").statusCode()).isEqualTo(303);
    }

    @Test
    void facetsAndFurtherPagesStayInThePast() {
        var conference = conference("Pagedconf");
        for (var i = 0; i < 25; i++) {
            talk(conference, "Dingo number " + i);
        }
        var before = catalogue.head();
        talk(conference, "Dingo of later");
        var page = answered("/?q=dingo&asOf=" + before).body();
        var next = Pattern.compile("id=\"more\"><a [^>]*href=\"([^\"]+)\"").matcher(page);
        assertThat(next.find()).isTrue();
        var path = next.group(1).replace("&amp;", "&");
        assertThat(path).contains("asOf=" + before);
        assertThat(reader.get(path).body()).contains("Dingo").doesNotContain("of later");
        assertThat(reader.get(path, "HX-Request", "true", "HX-Target", "more").body())
                .startsWith("\n<li class=\"hit\">".strip())
                .contains("?asOf=" + before);
    }
}
