package org.talks.catalogue.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.talks.catalogue.CatalogueFixture;
import org.talks.catalogue.conference.ConferenceCommand.RegisterConference;
import org.talks.catalogue.conference.ConferenceId;
import org.talks.catalogue.projection.BuildProgress;
import org.talks.catalogue.projection.LiveView;
import org.talks.catalogue.projection.ManagedView;
import org.talks.catalogue.projection.ParkedStream;
import org.talks.catalogue.projection.Projection;
import org.talks.catalogue.projection.UnappliableEventException;
import org.talks.catalogue.talk.TalkCommand.AddTalk;
import org.talks.catalogue.talk.TalkCommand.RetitleTalk;
import org.talks.catalogue.talk.TalkId;
import org.talks.events.ConferenceDetails;
import org.talks.events.TalkDetails;

/// Views follow the log past what they cannot read, and take up their work where their data is.
class FollowingTest {

    @TempDir
    Path directory;

    @TempDir
    Path elsewhere;

    private final ConferenceId conference = new ConferenceId(UUID.randomUUID().toString());
    private final TalkId one = new TalkId(UUID.randomUUID().toString());
    private final TalkId two = new TalkId(UUID.randomUUID().toString());

    private void addTalks(CatalogueFixture catalogue) {
        catalogue.send(new RegisterConference(conference, ConferenceDetails.named("PyCon Ireland"), null));
        catalogue.send(new AddTalk(one, TalkDetails.titled(conference.value(), "Falcons"), null));
        catalogue.send(new AddTalk(two, TalkDetails.titled(conference.value(), "Herons"), null));
        catalogue.caughtUp();
    }

    @Test
    void anUnreadableEventParksItsStreamAndNothingElse() throws Exception {
        try (var catalogue = CatalogueFixture.open(directory)) {
            addTalks(catalogue);
            recordUnreadable(4, "talk:" + one.value());
            catalogue.send(new RetitleTalk(two, "Grey herons", null));
            catalogue.caughtUp();
            assertThat(catalogue.views().status()).allSatisfy(view -> {
                assertThat(view.gap()).isZero();
                assertThat(view.parked())
                        .singleElement()
                        .satisfies(parked -> assertThat(parked)
                                .extracting(ParkedStream::stream, ParkedStream::position)
                                .containsExactly("talk:" + one.value(), 4L));
            });
            assertThat(catalogue.titles("grey")).containsExactly("Grey herons");
            assertThat(catalogue.titles("falcons")).containsExactly("Falcons");
        }
        try (var again = CatalogueFixture.open(directory)) {
            assertThat(again.views().status())
                    .allSatisfy(view -> assertThat(view.parked()).hasSize(1));
        }
    }

    @Test
    void anUnreadableEventStopsABuild() throws Exception {
        try (var catalogue = CatalogueFixture.open(directory)) {
            addTalks(catalogue);
            recordUnreadable(4, "talk:" + one.value());
            for (var view : catalogue.views().all()) {
                assertThatThrownBy(() -> view.kind()
                                .build(elsewhere.resolve(view.name()), catalogue.log(), 4, new BuildProgress()))
                        .isInstanceOf(UnappliableEventException.class)
                        .hasMessageContaining("talk.exploded");
            }
            catalogue.rebuilds().start("r1");
            while (catalogue.rebuilds().find("r1").orElseThrow().state() == Rebuilds.State.RUNNING) {
                Thread.onSpinWait();
            }
            assertThat(catalogue.rebuilds().find("r1").orElseThrow()).satisfies(rebuild -> {
                assertThat(rebuild.state()).isEqualTo(Rebuilds.State.FAILED);
                assertThat(rebuild.error()).contains("talk.exploded");
            });
            assertThat(catalogue.views().status())
                    .allSatisfy(view -> assertThat(view.generation()).isEqualTo(1));
            assertThat(catalogue.titles("falcons")).containsExactly("Falcons");
        }
    }

    /// What an older version of the catalogue meets after a newer one wrote to its log.
    private void recordUnreadable(long position, String stream) throws Exception {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("log.db"));
                var insert = connection.prepareStatement("insert into event select ?, stream, sequence + 1, 'x',"
                        + " 'talk.exploded', 1, time_millis, cast('{}' as blob), meta, payload_digest, meta_digest,"
                        + " chain from event where stream = ? order by sequence desc limit 1")) {
            insert.setLong(1, position);
            insert.setString(2, stream);
            insert.executeUpdate();
        }
    }

    @Test
    void viewsThatWereNotClosedResumeWhereTheirDataIs() throws Exception {
        try (var catalogue = CatalogueFixture.open(directory)) {
            addTalks(catalogue);
        }
        try (var catalogue = CatalogueFixture.open(directory)) {
            catalogue.send(new RetitleTalk(one, "Peregrine falcons", null));
            catalogue.send(new RetitleTalk(two, "Grey herons", null));
            catalogue.caughtUp();
            // What a killed process leaves: files as they are, nothing flushed.
            copy(directory.resolve("views/1"), elsewhere.resolve("left"));
            for (var view : catalogue.views().all()) {
                resume(catalogue, view);
            }
        }
    }

    private <P extends Projection> void resume(CatalogueFixture catalogue, ManagedView<P> view) throws Exception {
        var left = elsewhere.resolve("left");
        var inIndex = view.name().equals("index");
        try (var resumed = view.kind().open(inIndex ? left.resolve("index") : left, catalogue.log())) {
            assertThat(resumed.position()).isBetween(3L, 5L);
            assertThat(resumed.contentHash())
                    .as("%s at position %d", view.name(), resumed.position())
                    .isEqualTo(hashOfBuild(catalogue, view, resumed.position()));
            LiveView.catchUp(catalogue.log(), resumed);
            assertThat(resumed.position()).isEqualTo(5);
            assertThat(resumed.contentHash()).isEqualTo(hashOfBuild(catalogue, view, 5));
        }
    }

    private <P extends Projection> String hashOfBuild(CatalogueFixture catalogue, ManagedView<P> view, long position)
            throws Exception {
        var path = Files.createTempDirectory(elsewhere, "build").resolve("view");
        try (var built = view.kind().build(path, catalogue.log(), position, new BuildProgress())) {
            return built.contentHash();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        List<Path> paths;
        try (var tree = Files.walk(from)) {
            paths = tree.toList();
        }
        for (var path : paths) {
            var target = to.resolve(from.relativize(path).toString());
            if (Files.isDirectory(path)) {
                Files.createDirectories(target);
            } else if (!String.valueOf(path.getFileName()).equals("write.lock")) {
                Files.copy(path, target);
            }
        }
    }
}
