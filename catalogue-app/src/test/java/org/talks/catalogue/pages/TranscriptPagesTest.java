package org.talks.catalogue.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.talks.catalogue.conference.ConferenceCommand.RegisterConference;
import org.talks.catalogue.conference.ConferenceId;
import org.talks.catalogue.talk.TalkCommand.AddTalk;
import org.talks.catalogue.talk.TalkId;
import org.talks.events.ConferenceDetails;
import org.talks.events.TalkDetails;

class TranscriptPagesTest {

    private static final String VTT = """
            WEBVTT

            00:01.000 --> 00:04.000
            <v Mina>Coasts have no length.

            00:05.000 --> 00:07.500
            Lakes do.
            """;

    @TempDir
    static Path data;

    private static WebCatalogue catalogue;
    private static WebCatalogue.Browser editor;
    private static final ConferenceId CONFERENCE = new ConferenceId(WebCatalogue.id());

    private final TalkId talk = new TalkId(WebCatalogue.id());

    @BeforeAll
    static void start() {
        catalogue = WebCatalogue.start(data);
        editor = catalogue.administrator();
        catalogue.send(new RegisterConference(CONFERENCE, ConferenceDetails.named("MapCon"), null));
    }

    @AfterAll
    static void stop() {
        catalogue.close();
    }

    @BeforeEach
    void addATalk() throws InterruptedException {
        catalogue.send(new AddTalk(talk, TalkDetails.titled(CONFERENCE.value(), "Drawing coasts"), null));
        catalogue.catchUp();
    }

    private String path() {
        return "/talks/" + talk + "/transcripts";
    }

    private HttpResponse<String> attach(String name, String content, String language, String origin) {
        return editor.upload(
                path(), Map.of("_csrf", editor.csrf(path()), "language", language, "origin", origin), name, content);
    }

    private String talkPage(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        return editor.follow(answer).body();
    }

    @Test
    void anAttachedFileIsOnThePageOfTheTalk() {
        assertThat(talkPage(attach("drawing-coasts.en.vtt", VTT, "", "human")))
                .contains("The transcript was attached.", "English · human", "Coasts have no length.", "Mina");
        assertThat(editor.get(path()).body()).contains("English, human", "2 cues, until 0:07");
    }

    @Test
    void aPastedTextIsAttachedWithoutAFile() {
        var pasted = editor.submit(
                path(), path(), Map.of("text", "1\n00:00:01,000 --> 00:00:02,000\nSeen.\n", "language", "de"));
        assertThat(talkPage(pasted)).contains("German · human", "Seen.");
    }

    @Test
    void attachingInTheSameLanguageReplaces() {
        talkPage(attach("a.vtt", VTT, "en", "human"));
        assertThat(talkPage(attach("a.vtt", VTT.replace("Lakes do", "Rivers do"), "en", "human")))
                .contains("The transcript was replaced.", "Rivers do")
                .doesNotContain("Lakes do");
        assertThat(talkPage(attach("a.vtt", VTT.replace("Lakes do", "Rivers do"), "en", "human")))
                .contains("Nothing was different");
        assertThat(talkPage(attach("a.vtt", VTT, "en", "auto"))).contains("English · human", "English · auto");
    }

    @Test
    void aRemovedTranscriptIsGoneFromThePage() {
        talkPage(attach("a.vtt", VTT, "en", "human"));
        var removed = editor.submit(path(), path() + "/remove", Map.of("language", "en", "origin", "human"));
        assertThat(talkPage(removed)).contains("The transcript was removed").doesNotContain("Coasts have no length.");
    }

    @Test
    void whatIsRefusedIsSaidBesideItsFieldAndKept() {
        var noCues = attach("a.vtt", "WEBVTT\n\nnothing timed\n", "en", "human");
        assertThat(noCues.statusCode()).isEqualTo(422);
        assertThat(noCues.body()).contains("id=\"file-error\"", "holds no timed cues");
        var noLanguage = editor.submit(path(), path(), Map.of("text", VTT, "language", "Klingonisch!"));
        assertThat(noLanguage.statusCode()).isEqualTo(422);
        assertThat(noLanguage.body()).contains("id=\"language-error\"", "Klingonisch!", "Coasts have no length.");
        assertThat(editor.submit(path(), path(), Map.of("text", VTT, "language", "en", "origin", "A person"))
                        .body())
                .contains("id=\"origin-error\"");
        assertThat(editor.submit(path(), path(), Map.of("text", " ")).body()).contains("Choose a file");
    }

    @Test
    void aFileLargerThanAnyTranscriptIsRefused() {
        assertThat(attach("a.vtt", VTT + "x".repeat(9 << 20), "en", "human").body())
                .contains("larger than 8 MB");
    }

    @Test
    void aReaderMayNeitherSeeNorSendTheForm() {
        var reader = catalogue.reader();
        assertThat(reader.get(path()).statusCode()).isIn(302, 303, 401, 403);
        assertThat(reader.post(path(), Map.of("text", VTT, "language", "en")).statusCode())
                .isIn(302, 303, 401, 403);
    }
}
