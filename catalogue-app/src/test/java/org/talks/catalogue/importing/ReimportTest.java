package org.talks.catalogue.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.talks.catalogue.CatalogueFixture;
import org.talks.catalogue.importing.Imports.Options;
import org.talks.catalogue.importing.format.SourceFiles;
import org.talks.catalogue.talk.TalkCommand.RetitleTalk;
import org.talks.catalogue.talk.TalkCommand.SuppressTalk;
import org.talks.catalogue.talk.TalkCommand.WithdrawTalk;
import org.talks.catalogue.talk.TalkContent;
import org.talks.catalogue.talk.TalkId;
import org.talks.catalogue.talk.TalkLists;

/// The rules of importing again: what is unchanged records nothing, what the source changed is taken over, and
/// what a person changed stays.
class ReimportTest {

    @TempDir
    Path data;

    @TempDir
    Path source;

    private CatalogueFixture catalogue;

    @BeforeEach
    void importOnce() throws IOException {
        catalogue = CatalogueFixture.open(data);
        Files.createDirectories(source.resolve("conf-2020/videos"));
        Files.writeString(source.resolve("conf-2020/category.json"), "{\"title\": \"Conf 2020\"}");
        deliver("A first title", "What it is about.");
    }

    @AfterEach
    void close() {
        catalogue.close();
    }

    private void deliver(String title, String description) throws IOException {
        Files.writeString(source.resolve("conf-2020/videos/a.json"), """
                {"title": "%s", "description": "%s", "recorded": "2020-05-01", "speakers": ["Ada Lovelace"],
                 "language": "eng", "videos": [{"type": "youtube", "url": "https://www.youtube.com/watch?v=abc"}]}""".formatted(title, description));
    }

    private ImportCounts run() throws Exception {
        var report = catalogue.imports().run(SourceFiles.of(source), new Options("pyvideo", null, false), "test");
        assertThat(report.error()).isNull();
        catalogue.caughtUp();
        return report.counts();
    }

    private TalkContent talk() {
        var id = catalogue.found("lovelace").hits().getFirst().id();
        return Objects.requireNonNull(catalogue.get(TalkLists.class).find(id));
    }

    @Test
    void theSameAgainRecordsNothing() throws Exception {
        assertThat(run().talksAdded()).isEqualTo(1);
        var head = catalogue.log().head();
        var again = run();
        assertThat(again.talksUnchanged()).isEqualTo(1);
        assertThat(catalogue.log().head()).isEqualTo(head);
    }

    @Test
    void aDryRunCountsAndRecordsNothing() throws Exception {
        var report = catalogue.imports().run(SourceFiles.of(source), new Options(null, null, true), "test");
        assertThat(report.counts().talksAdded()).isEqualTo(1);
        assertThat(catalogue.log().head()).isZero();
    }

    @Test
    void whatTheSourceChangedIsTakenOverAndNothingElse() throws Exception {
        run();
        var head = catalogue.log().head();
        deliver("A second title", "What it is about.");
        assertThat(run().talksChanged()).isEqualTo(1);
        assertThat(talk().title()).isEqualTo("A second title");
        assertThat(catalogue.log().head()).isEqualTo(head + 1);
    }

    @Test
    void whatAPersonChangedStaysAndTheRestIsTakenOver() throws Exception {
        run();
        catalogue.send(new RetitleTalk(new TalkId(talk().talkId()), "As Ada calls it", null));
        deliver("A second title", "Now told better.");
        var counts = run();
        assertThat(counts.kept()).isEqualTo(1);
        assertThat(talk().title()).isEqualTo("As Ada calls it");
        assertThat(talk().details().summary().text()).contains("Now told better.");
        assertThat(run().events()).isZero();
    }

    @Test
    void whatAPersonWithdrewStaysWithdrawn() throws Exception {
        run();
        catalogue.send(new WithdrawTalk(new TalkId(talk().talkId()), "asked for"));
        deliver("A second title", "What it is about.");
        assertThat(run().events()).isZero();
        assertThat(catalogue.titles("lovelace")).isEmpty();
    }

    @Test
    void whatWasTakenDownOnRequestIsNotShownAgainHoweverOftenItIsDelivered() throws Exception {
        run();
        var id = new TalkId(talk().talkId());
        catalogue.send(new SuppressTalk(id, "asked for by the speaker"));
        deliver("A second title", "Now told better.");
        assertThat(run().events()).isZero();
        deliver("A third title", "And again.");
        assertThat(run().events()).isZero();
        assertThat(catalogue.titles("lovelace")).isEmpty();
        assertThat(Objects.requireNonNull(catalogue.get(TalkLists.class).find(id.value()))
                        .suppressed())
                .isTrue();
    }
}
