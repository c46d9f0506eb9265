package org.talks.catalogue.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.talks.catalogue.conference.ConferenceCommand.CorrectConferenceDetails;
import org.talks.catalogue.conference.ConferenceCommand.RegisterConference;
import org.talks.catalogue.conference.ConferenceId;
import org.talks.catalogue.series.SeriesCommand.CorrectSeriesDetails;
import org.talks.catalogue.series.SeriesCommand.RegisterSeries;
import org.talks.catalogue.series.SeriesId;
import org.talks.catalogue.speaker.SpeakerCommand.MergeSpeaker;
import org.talks.catalogue.speaker.SpeakerCommand.RegisterSpeaker;
import org.talks.catalogue.speaker.SpeakerCommand.RenameSpeaker;
import org.talks.catalogue.speaker.SpeakerId;
import org.talks.catalogue.talk.TalkCommand.AddTalk;
import org.talks.catalogue.talk.TalkCommand.MoveTalk;
import org.talks.catalogue.talk.TalkCommand.RetitleTalk;
import org.talks.catalogue.talk.TalkCommand.SetSpeakers;
import org.talks.catalogue.talk.TalkCommand.SuppressTalk;
import org.talks.catalogue.talk.TalkCommand.WithdrawTalk;
import org.talks.catalogue.talk.TalkId;
import org.talks.events.ConferenceDetails;
import org.talks.events.Credit;
import org.talks.events.TalkDetails;

/// Looking back at talks, conferences, series and speakers, over HTTP.
class PastPagesTest {

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

    private static SpeakerId speaker(String name) {
        var id = new SpeakerId(WebCatalogue.id());
        catalogue.send(new RegisterSpeaker(id, name, List.of(), null, null));
        return id;
    }

    private static TalkId talk(ConferenceId conference, String title) {
        var id = new TalkId(WebCatalogue.id());
        catalogue.send(new AddTalk(id, TalkDetails.titled(conference.value(), title), null));
        return id;
    }

    @Test
    void aTalkShowsTheOldTextBeforeACorrectionAndTheNewOneAfter() {
        var talk = talk(conference("Oldconf"), "Sheeps at scale");
        var before = catalogue.head();
        catalogue.send(new RetitleTalk(talk, "Sheep at scale", null));
        var then = reader.get("/talks/" + talk + "?asOf=" + before);
        assertThat(then.statusCode()).isEqualTo(200);
        assertThat(then.body())
                .contains("Sheeps at scale", "This is how the catalogue had it at position " + before, "noindex")
                .contains("href=\"/talks/" + talk + "/sheeps-at-scale\">See it as it is now</a>")
                .doesNotContain("Sheep at scale");
        assertThat(reader.get("/talks/" + talk + "?asOf=" + (before + 1)).body())
                .contains("Sheep at scale")
                .doesNotContain("Sheeps at scale");
        assertThat(reader.get("/api/talks/" + talk + "?asOf=" + before).body())
                .startsWith("{\"asOf\":{\"position\":" + before + ",\"asked\":\"" + before + "\",\"recorded\":\"")
                .contains("\"version\":1,", "\"title\":\"Sheeps at scale\"");
    }

    @Test
    void whatATalkNamesIsAsOfTheSameMoment() {
        var conference = conference("Formerconf");
        var speaker = speaker("Ana Former");
        var talk = talk(conference, "Named things");
        catalogue.send(new SetSpeakers(talk, List.of(new Credit(speaker.value(), Credit.SPEAKER))));
        var before = catalogue.head();
        catalogue.send(new RenameSpeaker(speaker, "Ana Present", true));
        catalogue.send(new CorrectConferenceDetails(conference, ConferenceDetails.named("Presentconf")));
        assertThat(reader.get("/talks/" + talk + "?asOf=" + before).body())
                .contains("Ana Former", "Formerconf")
                .contains("/ana-former?asOf=" + before, "/formerconf?asOf=" + before)
                .doesNotContain("Ana Present", "Presentconf");
        assertThat(reader.get("/api/talks/" + talk + "?asOf=" + before).body())
                .contains("\"name\":\"Ana Former\"", "\"name\":\"Formerconf\"");
    }

    @Test
    void aNameThatIsNoLongerToBeFoundIsNotInThePastEither() {
        var speaker = speaker("Dead Name");
        var talk = talk(conference("Nameconf"), "Spoken under another name");
        catalogue.send(new SetSpeakers(talk, List.of(new Credit(speaker.value(), Credit.SPEAKER))));
        var before = catalogue.head();
        catalogue.send(new RenameSpeaker(speaker, "Jane Present", false));
        for (var path : List.of("/talks/" + talk, "/speakers/" + speaker, "/api/talks/" + talk)) {
            assertThat(reader.get(path + "?asOf=" + before).body())
                    .contains("Jane Present")
                    .doesNotContain("Dead Name");
        }
    }

    @Test
    void aConferenceShowsTheProgrammeItHad() {
        var conference = conference("Movingconf");
        var other = conference("Otherconf");
        var moved = talk(conference, "Moves away");
        var withdrawn = talk(conference, "Is withdrawn");
        var before = catalogue.head();
        catalogue.send(new MoveTalk(moved, other));
        catalogue.send(new WithdrawTalk(withdrawn, null));
        talk(conference, "Comes later");
        var then = reader.get("/conferences/" + conference + "?asOf=" + before).body();
        assertThat(then).contains("Moves away", "Is withdrawn", "2 talks").doesNotContain("Comes later");
        assertThat(then).contains("/talks/" + moved + "/moves-away?asOf=" + before);
        var now = catalogue.head();
        assertThat(reader.get("/conferences/" + conference + "?asOf=" + now).body())
                .contains("Comes later", "1 talk<")
                .doesNotContain("Moves away", "Is withdrawn");
        assertThat(reader.get("/conferences/" + other + "?asOf=" + now).body()).contains("Moves away");
        assertThat(reader.get("/api/conferences/" + conference + "?asOf=" + before)
                        .body())
                .contains("Moves away")
                .doesNotContain("Comes later");
    }

    @Test
    void aSpeakerShowsTheTalksThatWereTheirsBeforeAndAfterAMerge() {
        var one = speaker("Bo Two");
        var other = speaker("Bo II");
        var conference = conference("Mergeconf");
        var first = talk(conference, "By the one");
        var second = talk(conference, "By the other");
        catalogue.send(new SetSpeakers(first, List.of(new Credit(one.value(), Credit.SPEAKER))));
        catalogue.send(new SetSpeakers(second, List.of(new Credit(other.value(), Credit.SPEAKER))));
        var before = catalogue.head();
        catalogue.send(new MergeSpeaker(other, one));
        var after = catalogue.head();
        assertThat(reader.get("/speakers/" + one + "?asOf=" + before).body())
                .contains("By the one")
                .doesNotContain("By the other");
        assertThat(reader.get("/speakers/" + other + "?asOf=" + before).body()).contains("Bo II", "By the other");
        assertThat(reader.get("/speakers/" + other + "?asOf=" + after).body())
                .contains("By the one", "By the other", "Also recorded as Bo II.");
        assertThat(reader.get("/api/speakers/" + one + "?asOf=" + after).body()).contains("By the one", "By the other");
    }

    @Test
    void aSeriesShowsTheEditionsItHad() {
        var series = new SeriesId(WebCatalogue.id());
        catalogue.send(new RegisterSeries(series, "Pycons of old", null, null));
        var conference = conference("Edition one");
        var none = ConferenceDetails.named("Edition one");
        var before = catalogue.head();
        catalogue.send(new CorrectConferenceDetails(
                conference,
                new ConferenceDetails(
                        none.name(),
                        series.value(),
                        none.startDate(),
                        none.endDate(),
                        none.city(),
                        none.country(),
                        none.zone(),
                        none.website(),
                        none.languages(),
                        none.description())));
        var with = catalogue.head();
        catalogue.send(new CorrectSeriesDetails(series, "Pycons of now", null));
        assertThat(reader.get("/series/" + series + "?asOf=" + before).body()).contains("Pycons of old", "0 editions");
        assertThat(reader.get("/series/" + series + "?asOf=" + with).body())
                .contains("Pycons of old", "1 edition", "/edition-one?asOf=" + with)
                .doesNotContain("Pycons of now");
        assertThat(reader.get("/api/series/" + series + "?asOf=" + with).body())
                .contains("Pycons of old", "Edition one");
    }

    @Test
    void beforeAThingWasRecordedThePageSaysSoAndLeadsOn() {
        var before = catalogue.head();
        var talk = talk(conference("Lateconf"), "Came late");
        var position = catalogue.head();
        var page = reader.get("/talks/" + talk + "?asOf=" + before);
        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body())
                .contains(
                        "This talk was not there yet",
                        "It was first recorded on",
                        "This catalogue has recorded since",
                        "/talks/" + talk + "?asOf=" + position)
                .doesNotContain("Came late");
        var json = reader.get("/api/talks/" + talk + "?asOf=" + before);
        assertThat(json.statusCode()).isEqualTo(404);
        assertThat(json.body()).contains("first recorded on", "at position " + position);
        assertThat(reader.get("/talks/" + WebCatalogue.id() + "?asOf=" + before).statusCode())
                .isEqualTo(404);
    }

    @Test
    void aTakedownHidesThePastToo() {
        var talk = talk(conference("Suppressedconf"), "Matters that were secret");
        var before = catalogue.head();
        catalogue.send(new SuppressTalk(talk, "a lawyer wrote"));
        for (var path : List.of("/talks/" + talk, "/api/talks/" + talk)) {
            var answer = catalogue.administrator().get(path + "?asOf=" + before);
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.body()).doesNotContain("secret");
        }
    }

    @Test
    void aDayMeansItsEndAndAMomentItself() {
        var talk = talk(conference("Dayconf"), "Timed");
        var today = LocalDate.now(ZoneOffset.UTC);
        assertThat(reader.get("/talks/" + talk + "?asOf=" + today).body())
                .contains("Timed", "at the end of " + today.getDayOfMonth() + " ", ", UTC.");
        assertThat(reader.get("/talks/" + talk + "?asOf=" + today.minusDays(1)).statusCode())
                .isEqualTo(404);
        assertThat(reader.get("/talks/" + talk + "?asOf=" + today.plusDays(1) + "T00:00:00Z")
                        .body())
                .contains("Timed", ", 00:00 UTC.");
        assertThat(reader.get("/talks/" + talk + "?asOf=" + today.plusDays(1) + "T00:00%2B02:00")
                        .statusCode())
                .isEqualTo(200);
        assertThat(reader.get("/talks/" + talk + "?asOf=").statusCode()).isEqualTo(303);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yesterday",
                "2026-02-31",
                "2026-13-01",
                "-1",
                "99999999999999999",
                "2026-11-05T12:00",
                "1e3",
                "%27%3B--"
            })
    void nonsenseIsRefusedInPlainWords(String asOf) {
        var talk = talk(conference("Nonsenseconf"), "Never mind");
        for (var path : List.of("/talks/" + talk, "/conferences/" + WebCatalogue.id(), "/api/talks/" + talk)) {
            var answer = reader.get(path + "?asOf=" + asOf);
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).containsAnyOf("must be a date such as 2026-11-05", "so there is no position");
        }
        assertThat(reader.get("/api/talks/" + talk + "?asOf=" + asOf).body())
                .contains("\"type\":\"/problems/malformed\"", "\"field\":\"asOf\"");
    }

    @Test
    void editorsSeeNoEditControlsInThePast() {
        var talk = talk(conference("Editconf"), "Not to be edited");
        var administrator = catalogue.administrator();
        assertThat(administrator
                        .get("/talks/" + talk + "?asOf=" + catalogue.head())
                        .body())
                .contains("Not to be edited")
                .doesNotContain("/edit/");
    }

    @Test
    void theHistoryProposesToLookBack() {
        var talk = talk(conference("Formconf"), "Looked back at");
        assertThat(reader.follow(reader.get("/talks/" + talk + "/history")).body())
                .contains("name=\"asOf\"", "type=\"date\"", "action=\"/talks/" + talk + "/looked-back-at\"");
    }
}
