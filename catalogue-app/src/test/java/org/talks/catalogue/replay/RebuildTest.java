package org.talks.catalogue.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.talks.catalogue.CatalogueFixture;
import org.talks.catalogue.command.Refused;
import org.talks.catalogue.conference.ConferenceCommand.RegisterConference;
import org.talks.catalogue.conference.ConferenceId;
import org.talks.catalogue.projection.BuildProgress;
import org.talks.catalogue.projection.ViewStatus;
import org.talks.catalogue.speaker.SpeakerCommand.RegisterSpeaker;
import org.talks.catalogue.speaker.SpeakerCommand.RenameSpeaker;
import org.talks.catalogue.speaker.SpeakerId;
import org.talks.catalogue.talk.TalkCommand.AddTalk;
import org.talks.catalogue.talk.TalkCommand.RetitleTalk;
import org.talks.catalogue.talk.TalkCommand.SetSpeakers;
import org.talks.catalogue.talk.TalkId;
import org.talks.events.ConferenceDetails;
import org.talks.events.Credit;
import org.talks.events.TalkDetails;

/// Generations come, go, are gone back to, and are built by themselves when they cannot stay.
class RebuildTest {

    @TempDir
    Path directory;

    private final ConferenceId conference = new ConferenceId(UUID.randomUUID().toString());
    private final TalkId falcons = new TalkId(UUID.randomUUID().toString());
    private final TalkId herons = new TalkId(UUID.randomUUID().toString());
    private final SpeakerId ian = new SpeakerId(UUID.randomUUID().toString());

    private CatalogueFixture catalogue() {
        var catalogue = CatalogueFixture.open(directory);
        if (catalogue.log().head() == 0) {
            catalogue.send(new RegisterConference(conference, ConferenceDetails.named("PyCon Ireland"), null));
            catalogue.send(new RegisterSpeaker(ian, "Ian Huston", List.of(), null, null));
            catalogue.send(new AddTalk(falcons, TalkDetails.titled(conference.value(), "Falcons"), null));
            catalogue.send(new AddTalk(herons, TalkDetails.titled(conference.value(), "Herons"), null));
            catalogue.send(new SetSpeakers(falcons, List.of(new Credit(ian.value(), Credit.SPEAKER))));
            catalogue.send(new SetSpeakers(herons, List.of(new Credit(ian.value(), Credit.SPEAKER))));
        }
        return catalogue.caughtUp();
    }

    private static Rebuilds.Status ended(CatalogueFixture catalogue, RebuildRequest request) {
        var id = UUID.randomUUID().toString();
        catalogue.rebuilds().start(id, request);
        return awaitEnd(catalogue, id);
    }

    private static Rebuilds.Status awaitEnd(CatalogueFixture catalogue, String id) {
        while (true) {
            var status = catalogue.rebuilds().find(id).orElseThrow();
            if (status.state() != Rebuilds.State.RUNNING) {
                return status;
            }
            Thread.onSpinWait();
        }
    }

    private static RebuildRequest dryRun() {
        return new RebuildRequest(List.of(), null, true, null);
    }

    private static List<Integer> generations(CatalogueFixture catalogue) {
        return catalogue.views().status().stream().map(ViewStatus::generation).toList();
    }

    private List<String> onDisk() throws Exception {
        try (var entries = Files.list(directory.resolve("views"))) {
            return entries.map(entry -> String.valueOf(entry.getFileName()))
                    .filter(name -> !name.equals("CURRENT"))
                    .sorted()
                    .toList();
        }
    }

    private void alter(String file, String sql) throws Exception {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + directory.resolve(file));
                var statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).as(sql).isPositive();
        }
    }

    private static void verified(CatalogueFixture catalogue) {
        var result = catalogue.get(Verification.class).verify((phase, done, total) -> {});
        assertThat(result.checks())
                .allSatisfy(check -> assertThat(check.ok()).as(check.detail()).isTrue());
    }

    @Test
    void oneViewIsBuiltAloneAndTheOtherStays() {
        try (var catalogue = catalogue()) {
            var status = ended(catalogue, new RebuildRequest(List.of("index"), null, false, null));
            assertThat(status.state()).isEqualTo(Rebuilds.State.DONE);
            assertThat(status.views()).containsExactly("index");
            assertThat(status.done()).isEqualTo(status.total()).isEqualTo(6);
            assertThat(status.bytes()).isPositive();
            assertThat(status.generation()).isEqualTo(2);
            assertThat(generations(catalogue)).containsExactly(1, 2);
            assertThat(catalogue.titles("huston")).hasSize(2);
            verified(catalogue);
            assertThatThrownBy(() -> ended(catalogue, new RebuildRequest(List.of("feeds"), null, false, null)))
                    .isInstanceOf(Refused.NotFound.class);
        }
    }

    @Test
    void aDryRunOfTrueViewsFindsNothingAndSwitchesToNothing() throws Exception {
        try (var catalogue = catalogue()) {
            var status = ended(catalogue, dryRun());
            assertThat(status.state()).isEqualTo(Rebuilds.State.DONE);
            assertThat(status.differences()).isEmpty();
            assertThat(generations(catalogue)).containsExactly(1, 1);
            assertThat(onDisk()).containsExactly("1");
        }
    }

    @Test
    void aDryRunNamesWhatDiffersAndFoldingThatTalkPutsItRight() throws Exception {
        try (var catalogue = catalogue()) {
            alter(
                    "views/1/views.db",
                    "update content set content = cast(replace(content, 'Falcons', 'Vultures') as blob)"
                            + " where stream = 'talk:" + falcons.value() + "'");
            alter("views/1/views.db", "delete from talk_speaker where talk_id = '" + falcons.value() + "'");
            var status = ended(catalogue, dryRun());
            assertThat(status.differenceCount()).isEqualTo(2);
            assertThat(status.differences())
                    .anySatisfy(line ->
                            assertThat(line).contains("relational: talk:" + falcons.value(), "Vultures", "Falcons"))
                    .anySatisfy(line -> assertThat(line)
                            .contains("row of talk_speaker " + falcons.value(), "is missing from what is served"));
            assertThat(ended(catalogue, new RebuildRequest(List.of(), falcons.value(), false, null))
                            .state())
                    .isEqualTo(Rebuilds.State.DONE);
            assertThat(generations(catalogue)).containsExactly(1, 1);
            assertThat(ended(catalogue, dryRun()).differences()).isEmpty();
        }
    }

    @Test
    void aTalkThatIsNotThereAndADryRunOfATalkAreRefused() {
        try (var catalogue = catalogue()) {
            assertThatThrownBy(() -> ended(catalogue, new RebuildRequest(List.of(), "nobody", false, null)))
                    .isInstanceOf(Refused.NotFound.class);
            assertThatThrownBy(() -> ended(catalogue, new RebuildRequest(List.of(), falcons.value(), true, null)))
                    .isInstanceOf(Refused.Invalid.class);
        }
    }

    @Test
    void anEditInMidRebuildIsInBothViewsAfterTheSwitchAndAfterGoingBack() throws Exception {
        try (var catalogue = catalogue()) {
            var views = catalogue.views();
            var built = new ArrayList<Views.Built<?>>();
            for (var view : views.all()) {
                built.add(Views.build(
                        view,
                        views.path(view, 2),
                        catalogue.log(),
                        catalogue.log().head(),
                        new BuildProgress()));
            }
            catalogue.send(new RetitleTalk(falcons, "Peregrine falcons", null));
            catalogue.caughtUp();
            assertThat(catalogue.titles("peregrine")).containsExactly("Peregrine falcons");
            views.switchTo(built, 2);
            assertThat(generations(catalogue)).containsExactly(2, 2);
            assertThat(catalogue.titles("peregrine")).containsExactly("Peregrine falcons");
            verified(catalogue);

            catalogue.send(new RetitleTalk(herons, "Grey herons", null));
            catalogue.rebuilds().rollBack(List.of());
            assertThat(generations(catalogue)).containsExactly(1, 1);
            assertThat(catalogue.titles("peregrine")).containsExactly("Peregrine falcons");
            assertThat(catalogue.titles("grey")).containsExactly("Grey herons");
            verified(catalogue);

            catalogue.rebuilds().rollBack(List.of("index"));
            assertThat(generations(catalogue)).containsExactly(1, 2);
            verified(catalogue);
        }
        try (var again = catalogue()) {
            assertThat(generations(again)).containsExactly(1, 2);
            assertThat(again.titles("peregrine")).containsExactly("Peregrine falcons");
        }
    }

    @Test
    void withNoGenerationBeforeThereIsNothingToGoBackTo() {
        try (var catalogue = catalogue()) {
            assertThatThrownBy(() -> catalogue.rebuilds().rollBack(List.of()))
                    .isInstanceOf(Refused.NotNow.class)
                    .hasMessageContaining("no generation before");
            assertThat(generations(catalogue)).containsExactly(1, 1);
        }
    }

    @Test
    void onlyTheGenerationBeforeIsKept() throws Exception {
        try (var catalogue = catalogue()) {
            ended(catalogue, RebuildRequest.everything());
            assertThat(onDisk()).containsExactly("1", "2");
            ended(catalogue, RebuildRequest.everything());
            assertThat(onDisk()).containsExactly("2", "3");
            assertThat(catalogue.views().previous("index")).contains(2);
        }
    }

    @Test
    void whatARebuildLeftUnfinishedIsDiscardedAtTheNextStart() throws Exception {
        catalogue().close();
        Files.createDirectories(directory.resolve("views/2/index"));
        Files.writeString(directory.resolve("views/2/views.db"), "half a view");
        Files.createDirectories(directory.resolve("views/dry-run/index"));
        try (var catalogue = catalogue()) {
            assertThat(onDisk()).containsExactly("1");
            assertThat(generations(catalogue)).containsExactly(1, 1);
            assertThat(ended(catalogue, RebuildRequest.everything()).generation())
                    .isEqualTo(2);
        }
    }

    @Test
    void cancellingLeavesTheLiveViewsUntouched() throws Exception {
        try (var catalogue = catalogue()) {
            Rebuilds.Status status;
            do {
                var id = UUID.randomUUID().toString();
                catalogue.rebuilds().start(id);
                catalogue.rebuilds().cancel(id);
                status = awaitEnd(catalogue, id);
                // On a fast day it was over before it could be cancelled.
            } while (status.state() == Rebuilds.State.DONE);
            assertThat(status.state()).isEqualTo(Rebuilds.State.CANCELLED);
            assertThat(onDisk()).hasSizeLessThanOrEqualTo(2);
            assertThat(catalogue.titles("falcons")).containsExactly("Falcons");
            verified(catalogue);
        }
    }

    @Test
    void relationalViewsOfAnotherCodeAreServedAndBuiltAnewByThemselves() throws Exception {
        catalogue().close();
        alter("views/1/views.db", "update view_property set value = '1:talk=0' where name = 'format'");
        try (var catalogue = catalogue()) {
            var own = catalogue.rebuilds().latest().orElseThrow();
            assertThat(own.views()).containsExactly("relational");
            assertThat(own.reason()).contains("earlier version").contains("1:talk=0");
            assertThat(awaitEnd(catalogue, own.id()).state()).isEqualTo(Rebuilds.State.DONE);
            assertThat(generations(catalogue)).containsExactly(2, 1);
            assertThat(catalogue.views().status())
                    .allSatisfy(view -> assertThat(view.outdated()).isNull());
            verified(catalogue);
        }
    }

    @Test
    void relationalViewsOfOtherTablesAreBuiltBeforeTheyAreServed() throws Exception {
        catalogue().close();
        alter("views/1/views.db", "update view_property set value = 'other' where name in ('format', 'schema')");
        try (var catalogue = catalogue()) {
            assertThat(catalogue.rebuilds().latest()).isEmpty();
            assertThat(generations(catalogue)).containsExactly(2, 1);
            verified(catalogue);
        }
    }

    @Test
    void anIndexOfAnotherAnalysisIsServedAndBuiltAnewByItself() throws Exception {
        catalogue().close();
        stampIndex("search.fingerprint", "of an earlier version");
        try (var catalogue = catalogue()) {
            var own = catalogue.rebuilds().latest().orElseThrow();
            assertThat(own.views()).containsExactly("index");
            assertThat(own.reason()).contains("earlier version");
            assertThat(awaitEnd(catalogue, own.id()).state()).isEqualTo(Rebuilds.State.DONE);
            assertThat(generations(catalogue)).containsExactly(1, 2);
            assertThat(catalogue.views().status())
                    .allSatisfy(view -> assertThat(view.outdated()).isNull());
            verified(catalogue);
        }
    }

    @Test
    void anIndexThatWasWrittenToWhileOutdatedStaysOutdated() throws Exception {
        catalogue().close();
        stampIndex("search.fingerprint", "of an earlier version");
        try (var catalogue = catalogue()) {
            var live = catalogue.views().all().getLast().live();
            catalogue.send(new RetitleTalk(falcons, "Peregrine falcons", null));
            catalogue.caughtUp();
            awaitEnd(catalogue, catalogue.rebuilds().latest().orElseThrow().id());
            catalogue.rebuilds().rollBack(List.of("index"));
            assertThat(live.status().generation()).isEqualTo(1);
            assertThat(live.status().outdated()).contains("earlier version");
        }
    }

    @Test
    void anIndexOfAnotherFormatIsBuiltBeforeItIsServed() throws Exception {
        catalogue().close();
        stampIndex("search.format", "0");
        try (var catalogue = catalogue()) {
            assertThat(generations(catalogue)).containsExactly(1, 2);
            assertThat(catalogue.titles("falcons")).containsExactly("Falcons");
        }
    }

    private void stampIndex(String key, String value) throws Exception {
        try (var index = FSDirectory.open(directory.resolve("views/1/index"))) {
            var said =
                    new java.util.HashMap<>(SegmentInfos.readLatestCommit(index).getUserData());
            said.put(key, value);
            try (var writer = new IndexWriter(index, new IndexWriterConfig())) {
                writer.setLiveCommitData(said.entrySet());
            }
        }
    }

    @Test
    void aMissingIndexIsBuiltBeforeItIsServed() throws Exception {
        catalogue().close();
        delete(directory.resolve("views/1/index"));
        try (var catalogue = catalogue()) {
            assertThat(generations(catalogue)).containsExactly(1, 2);
            assertThat(catalogue.titles("falcons")).containsExactly("Falcons");
            verified(catalogue);
        }
    }

    @Test
    void missingOrCorruptRelationalViewsAreBuiltBeforeTheyAreServed() throws Exception {
        catalogue().close();
        Files.writeString(directory.resolve("views/1/views.db"), "no database");
        try (var catalogue = catalogue()) {
            assertThat(generations(catalogue)).containsExactly(2, 1);
            verified(catalogue);
        }
        Files.delete(directory.resolve("views/2/views.db"));
        try (var catalogue = catalogue()) {
            assertThat(generations(catalogue)).containsExactly(3, 1);
            verified(catalogue);
        }
    }

    @Test
    void viewsOfAnotherLogAreNeverServed(@TempDir Path elsewhere) throws Exception {
        catalogue().close();
        try (var other = CatalogueFixture.open(elsewhere)) {
            other.send(new RegisterConference(conference, ConferenceDetails.named("Another"), null));
            other.send(new AddTalk(falcons, TalkDetails.titled(conference.value(), "Kestrels"), null));
            other.caughtUp();
        }
        Files.copy(
                elsewhere.resolve("log.db"),
                directory.resolve("log.db"),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        try (var catalogue = catalogue()) {
            assertThat(generations(catalogue)).containsExactly(2, 3);
            assertThat(catalogue.titles("falcons")).isEmpty();
            assertThat(catalogue.titles("kestrels")).containsExactly("Kestrels");
            verified(catalogue);
        }
    }

    @Test
    void aParkedTalkIsTriedAgainWhileEverythingElseGoesOn() throws Exception {
        try (var catalogue = catalogue()) {
            alter(
                    "log.db",
                    "insert into event select 7, stream, 2, 'x', 'talk.exploded', 1, time_millis, cast('{}' as blob),"
                            + " meta, payload_digest, meta_digest, chain from event where stream = 'talk:"
                            + falcons.value() + "' and sequence = 1");
            // Concerns both talks of the speaker; the one that is left out must not hold the other up.
            catalogue.send(new RenameSpeaker(ian, "Zebulon Quartermain", false));
            catalogue.caughtUp();
            assertThat(catalogue.titles("quartermain")).containsExactly("Herons");
            assertThat(catalogue.views().status())
                    .allSatisfy(view -> assertThat(view.parked()).hasSize(1));
            assertThat(catalogue.views().retryParked(null)).isEqualTo(2);
            assertThatThrownBy(() -> catalogue.views().retryParked("talk:" + herons.value()))
                    .isInstanceOf(Refused.NotFound.class);

            // A version that knows the event.
            alter(
                    "log.db",
                    "update event set type = 'talk.retitled', revision = 3, payload = cast('{\"talkId\":\""
                            + falcons.value() + "\",\"title\":\"Peregrine falcons\"}' as blob) where position = 7");
            assertThat(catalogue.views().retryParked("talk:" + falcons.value())).isZero();
            assertThat(catalogue.views().status())
                    .allSatisfy(view -> assertThat(view.parked()).isEmpty());
            assertThat(catalogue.titles("quartermain")).containsExactlyInAnyOrder("Herons", "Peregrine falcons");
            assertThat(ended(catalogue, dryRun()).differences()).isEmpty();
        }
    }

    @Test
    void anEventThatIsReadAndDoesNotFitParksItsTalkToo() throws Exception {
        try (var catalogue = catalogue()) {
            alter(
                    "log.db",
                    "insert into event select 7, stream, 2, 'x', 'talk.retitled', 3, time_millis, cast('{\"talkId\":\""
                            + falcons.value() + "\"}' as blob), meta, payload_digest, meta_digest, chain from event"
                            + " where stream = 'talk:" + falcons.value() + "' and sequence = 1");
            catalogue.send(new RetitleTalk(herons, "Grey herons", null));
            catalogue.caughtUp();
            assertThat(catalogue.titles("grey")).containsExactly("Grey herons");
            assertThat(catalogue.views().status())
                    .allSatisfy(view -> assertThat(view.parked()).hasSize(1))
                    .allSatisfy(view -> assertThat(view.trouble()).isNull());
            assertThat(ended(catalogue, RebuildRequest.everything()).error())
                    .contains("talk:" + falcons.value(), "cannot be applied");
        }
    }

    @Test
    void whatIsParkedIsTriedAgainAtTheNextStart() throws Exception {
        try (var catalogue = catalogue()) {
            alter(
                    "log.db",
                    "insert into event select 7, stream, 2, 'x', 'talk.exploded', 1, time_millis, cast('{\"talkId\":\""
                            + falcons.value() + "\",\"title\":\"Peregrine falcons\"}' as blob),"
                            + " meta, payload_digest, meta_digest, chain from event where stream = 'talk:"
                            + falcons.value() + "' and sequence = 1");
            catalogue.send(new RetitleTalk(herons, "Grey herons", null));
            catalogue.caughtUp();
        }
        alter("log.db", "update event set type = 'talk.retitled', revision = 3 where position = 7");
        try (var again = catalogue()) {
            assertThat(again.views().status())
                    .allSatisfy(view -> assertThat(view.parked()).isEmpty());
            assertThat(again.titles("peregrine")).containsExactly("Peregrine falcons");
        }
    }

    @Test
    void whoWaitsForAPositionIsNotDisturbedByASwitch() throws Exception {
        try (var catalogue = catalogue();
                var waiting = Executors.newSingleThreadExecutor()) {
            var position = catalogue.log().head() + 1;
            var seen = waiting.submit(() -> catalogue.views().await(position, Duration.ofSeconds(30)));
            ended(catalogue, RebuildRequest.everything());
            catalogue.send(new RetitleTalk(falcons, "Peregrine falcons", null));
            assertThat(seen.get()).isTrue();
        }
    }

    private static void delete(Path root) throws Exception {
        try (var tree = Files.walk(root)) {
            for (var path : tree.toList().reversed()) {
                Files.delete(path);
            }
        }
    }
}
