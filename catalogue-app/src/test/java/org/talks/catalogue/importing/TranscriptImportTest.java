package org.talks.catalogue.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.talks.catalogue.CatalogueFixture;
import org.talks.catalogue.importing.Imports.Options;
import org.talks.catalogue.importing.format.SourceFiles;
import org.talks.catalogue.talk.TalkId;
import org.talks.catalogue.transcript.TranscriptCommand.RemoveTranscript;
import org.talks.catalogue.transcript.TranscriptId;

/// A transcript names no talk: it finds its own by the name of its file, or a person says which.
class TranscriptImportTest {

    private static final String VTT = "WEBVTT\n\n00:01.000 --> 00:04.000\nCoasts have no length.\n";

    @TempDir
    Path data;

    @TempDir
    Path source;

    private CatalogueFixture catalogue;

    @BeforeEach
    void importTalks() throws Exception {
        catalogue = CatalogueFixture.open(data);
        Files.createDirectories(source.resolve("conf-2020/videos"));
        talk("coasts", "Drawing coasts and lakes", "dQw4w9WgXcQ");
        talk("rivers", "Rivers", "N9_z6Zp5waY");
        talk("twice", "Walking at night", "aaaaaaaaaaa");
        talk("thrice", "Walking at night", "bbbbbbbbbbb");
        assertThat(catalogue
                        .imports()
                        .run(SourceFiles.of(source), new Options(null, null, false), "test")
                        .error())
                .isNull();
        catalogue.caughtUp();
    }

    @AfterEach
    void close() {
        catalogue.close();
    }

    private void talk(String file, String title, String video) throws Exception {
        Files.writeString(source.resolve("conf-2020/videos/" + file + ".json"), """
                {"title": "%s", "speakers": ["Mina Okafor"], "recorded": "2020-05-01",
                 "videos": [{"type": "youtube", "url": "https://www.youtube.com/watch?v=%s"}]}""".formatted(title, video));
    }

    private String id(String words) {
        return catalogue.found(words).hits().getFirst().id();
    }

    private ImportReport run(String name, String content, Options options) throws Exception {
        var report = catalogue
                .imports()
                .run(SourceFiles.of(name, content.getBytes(StandardCharsets.UTF_8)), options, "test");
        catalogue.caughtUp();
        return report;
    }

    private ImportReport run(String name) throws Exception {
        return run(name, VTT, new Options(null, null, false));
    }

    private List<String> events(String talk, String language) {
        return catalogue.log().stream(new TranscriptId(new TalkId(talk), language, "file").stream(), Long.MAX_VALUE)
                .stream()
                .map(recorded -> recorded.event().getClass().getSimpleName())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "camp2023-24-eng-Drawing_coasts_and_lakes_opus.vtt",
                "drawing-coasts-and-lakes.en.vtt",
                "Drawing coasts and lakes [dQw4w9WgXcQ].en.vtt",
                "dQw4w9WgXcQ.en.vtt"
            })
    void theNameOfTheFileTellsTheTalk(String name) throws Exception {
        var report = run(name);
        assertThat(report.error()).isNull();
        assertThat(report.rejections()).isEmpty();
        assertThat(events(id("coasts"), "en")).containsExactly("TranscriptAttached");
        assertThat(catalogue.titles("\"no length\"")).containsExactly("Drawing coasts and lakes");
    }

    @Test
    void theIdInTheNameTellsTheTalk() throws Exception {
        var rivers = id("rivers");
        assertThat(run(rivers + ".vtt").rejections()).isEmpty();
        assertThat(events(rivers, "und")).hasSize(1);
    }

    @Test
    void aPersonMaySayWhichTalk() throws Exception {
        var rivers = id("rivers");
        var report = run("talk.vtt", VTT, new Options(null, null, false, rivers));
        assertThat(report.rejections()).isEmpty();
        assertThat(events(rivers, "und")).hasSize(1);
        assertThat(run("talk.vtt", VTT, new Options(null, null, false, "no such id"))
                        .rejections())
                .singleElement()
                .satisfies(r -> assertThat(r.reason()).contains("no talk with this id"));
    }

    @Test
    void aNameThatTellsNoneOrSeveralIsRejectedWithTheWayOut() throws Exception {
        assertThat(run("unknown.vtt").rejections()).singleElement().satisfies(r -> {
            assertThat(r.reason()).contains("tells no talk");
            assertThat(r.remedy()).contains("--talk");
        });
        assertThat(run("walking-at-night.vtt").rejections())
                .singleElement()
                .satisfies(r -> assertThat(r.reason()).contains("fits 2 talks"));
    }

    @Test
    void theSameAgainRecordsNothingAndAnotherReplaces() throws Exception {
        run("dQw4w9WgXcQ.en.vtt");
        var head = catalogue.log().head();
        run("dQw4w9WgXcQ.en.vtt");
        assertThat(catalogue.log().head()).isEqualTo(head);
        run("dQw4w9WgXcQ.en.vtt", VTT.replace("no length", "some length"), new Options(null, null, false));
        assertThat(events(id("coasts"), "en")).containsExactly("TranscriptAttached", "TranscriptReplaced");
    }

    @Test
    void aRemovedTranscriptStaysRemoved() throws Exception {
        run("dQw4w9WgXcQ.en.vtt");
        catalogue.send(new RemoveTranscript(new TalkId(id("coasts")), "en", "file"));
        var head = catalogue.log().head();
        assertThat(run("dQw4w9WgXcQ.en.vtt").rejections())
                .singleElement()
                .satisfies(r -> assertThat(r.reason()).contains("stays so"));
        assertThat(catalogue.log().head()).isEqualTo(head);
    }

    @Test
    void aDryRunRecordsNothing() throws Exception {
        var head = catalogue.log().head();
        assertThat(run("dQw4w9WgXcQ.en.vtt", VTT, new Options(null, null, true)).error())
                .isNull();
        assertThat(catalogue.log().head()).isEqualTo(head);
    }
}
