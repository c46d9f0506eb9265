package org.talks.catalogue.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.talks.catalogue.CatalogueFixture;
import org.talks.catalogue.conference.ConferenceCommand.RegisterConference;
import org.talks.catalogue.conference.ConferenceId;
import org.talks.catalogue.talk.TalkCommand.AddTalk;
import org.talks.catalogue.talk.TalkCommand.RetitleTalk;
import org.talks.catalogue.talk.TalkId;
import org.talks.events.ConferenceDetails;
import org.talks.events.TalkDetails;

/// Views are altered behind the catalogue's back, and verification says which.
class VerificationTest {

    @TempDir
    Path directory;

    private final ConferenceId conference = new ConferenceId(UUID.randomUUID().toString());
    private final TalkId talk = new TalkId(UUID.randomUUID().toString());

    private CatalogueFixture catalogue() {
        var catalogue = CatalogueFixture.open(directory);
        if (catalogue.log().head() == 0) {
            catalogue.send(new RegisterConference(conference, ConferenceDetails.named("PyCon Ireland"), null));
            catalogue.send(new AddTalk(talk, TalkDetails.titled(conference.value(), "Balanced Team"), null));
            catalogue.send(new RetitleTalk(talk, "The Balanced Team", null));
        }
        return catalogue.caughtUp();
    }

    private static Verification.Result verify(CatalogueFixture catalogue) {
        return catalogue.get(Verification.class).verify((phase, done, total) -> {});
    }

    private static List<String> wrong(Verification.Result result) {
        return result.checks().stream()
                .filter(check -> !check.ok())
                .map(Verification.Check::name)
                .toList();
    }

    @Test
    void anUntouchedCatalogueVerifiesAndLeavesNothingBehind() throws Exception {
        try (var catalogue = catalogue()) {
            var phases = new ArrayList<String>();
            var result = catalogue.get(Verification.class).verify((phase, done, total) -> phases.add(phase));
            assertThat(result.ok()).isTrue();
            assertThat(result.events()).isEqualTo(3);
            assertThat(result.checks())
                    .extracting(Verification.Check::name)
                    .containsExactly("event log", "relational view", "index view");
            assertThat(phases).contains("event log", "index view: comparing");
            try (var entries = Files.list(directory.resolve("views"))) {
                assertThat(entries.map(p -> String.valueOf(p.getFileName()))).containsExactlyInAnyOrder("1", "CURRENT");
            }
        }
    }

    @Test
    void oneAlteredRowOfTheRelationalViewsIsFound() throws Exception {
        try (var catalogue = catalogue()) {
            try (var connection = DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("views/1/views.db"));
                    var statement = connection.createStatement()) {
                assertThat(
                                statement.executeUpdate(
                                        "update content set content ="
                                                + " cast(replace(content, 'Balanced', 'Unbalanced') as blob) where stream like 'talk:%'"))
                        .isEqualTo(1);
            }
            var result = verify(catalogue);
            assertThat(result.ok()).isFalse();
            assertThat(wrong(result)).containsExactly("relational view");
            assertThat(result.checks().get(1).detail()).contains("At position 3");
        }
    }

    @Test
    void oneRemovedDocumentOfTheIndexIsFound() throws Exception {
        catalogue().close();
        try (var index = FSDirectory.open(directory.resolve("views/1/index"))) {
            var said = SegmentInfos.readLatestCommit(index).getUserData();
            try (var writer = new IndexWriter(index, new IndexWriterConfig())) {
                writer.deleteDocuments(MatchAllDocsQuery.INSTANCE);
                writer.setLiveCommitData(said.entrySet());
            }
        }
        try (var catalogue = catalogue()) {
            assertThat(wrong(verify(catalogue))).containsExactly("index view");
        }
    }

    @Test
    void anAlteredLogIsFoundBesideItsViews() throws Exception {
        try (var catalogue = catalogue()) {
            try (var connection = DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("log.db"));
                    var statement = connection.createStatement()) {
                statement.executeUpdate("update event set event_id = 'x' where position = 2");
            }
            var result = verify(catalogue);
            assertThat(wrong(result)).containsExactly("event log");
            assertThat(result.checks().getFirst().detail()).contains("Position 2 (talk:" + talk.value());
        }
    }
}
