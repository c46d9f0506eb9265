package org.talks.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.talks.catalogue.command.Conflict;
import org.talks.catalogue.conference.ConferenceCommand.RegisterConference;
import org.talks.catalogue.conference.ConferenceCommand.RemoveConference;
import org.talks.catalogue.conference.ConferenceCommand.RestoreConference;
import org.talks.catalogue.conference.ConferenceId;
import org.talks.catalogue.eventstore.CommandContext;
import org.talks.catalogue.eventstore.Commands;
import org.talks.catalogue.replay.Rebuilds;
import org.talks.catalogue.speaker.SpeakerCommand.MergeSpeaker;
import org.talks.catalogue.speaker.SpeakerCommand.RegisterSpeaker;
import org.talks.catalogue.speaker.SpeakerCommand.RenameSpeaker;
import org.talks.catalogue.speaker.SpeakerCommand.UnmergeSpeaker;
import org.talks.catalogue.speaker.SpeakerId;
import org.talks.catalogue.talk.TalkCommand.AddTalk;
import org.talks.catalogue.talk.TalkCommand.RetitleTalk;
import org.talks.catalogue.talk.TalkCommand.RewriteSummary;
import org.talks.catalogue.talk.TalkCommand.SetSpeakers;
import org.talks.catalogue.talk.TalkId;
import org.talks.events.ConferenceDetails;
import org.talks.events.Credit;
import org.talks.events.RichText;
import org.talks.events.TalkDetails;
import org.talks.search.SearchResult;

/// The parts together: what is sent is recorded, shown, found, survives a restart and a rebuild.
class WholeCatalogueTest {

    @TempDir
    Path directory;

    private final ConferenceId conference = new ConferenceId(id());
    private final TalkId talk = new TalkId(id());
    private final SpeakerId ian = new SpeakerId(id());

    private static String id() {
        return UUID.randomUUID().toString();
    }

    private void addTalk(CatalogueFixture catalogue) {
        catalogue.send(new RegisterConference(conference, ConferenceDetails.named("PyCon Ireland 2016"), null));
        catalogue.send(new RegisterSpeaker(ian, "Ian Huston", List.of(), null, null));
        catalogue.send(new AddTalk(talk, TalkDetails.titled(conference.value(), "Balanced Team"), null));
        catalogue.send(new SetSpeakers(talk, List.of(new Credit(ian.value(), Credit.SPEAKER))));
        catalogue.caughtUp();
    }

    @Test
    void whatIsRecordedIsFoundAndSurvivesARestart() {
        try (var catalogue = CatalogueFixture.open(directory)) {
            addTalk(catalogue);
            assertThat(catalogue.titles("balanced")).containsExactly("Balanced Team");
            catalogue.send(new RetitleTalk(talk, "Data Science in the Balanced Team", null));
            catalogue.caughtUp();
            assertThat(catalogue.titles("science")).containsExactly("Data Science in the Balanced Team");
        }
        try (var again = CatalogueFixture.open(directory)) {
            assertThat(again.views().status())
                    .allSatisfy(view -> assertThat(view.gap()).isZero());
            assertThat(again.titles("huston science")).containsExactly("Data Science in the Balanced Team");
        }
    }

    @Test
    void renamingMergingAndUnmergingASpeakerReachesTheirTalks() {
        try (var catalogue = CatalogueFixture.open(directory)) {
            addTalk(catalogue);
            catalogue.send(new RenameSpeaker(ian, "Iain Houston", false));
            catalogue.caughtUp();
            assertThat(speakers(catalogue)).containsExactly("Iain Houston");
            assertThat(catalogue.titles("houston")).containsExactly("Balanced Team");

            var other = new SpeakerId(id());
            catalogue.send(new RegisterSpeaker(other, "Zebulon Quartermain", List.of(), null, null));
            catalogue.send(new MergeSpeaker(ian, other));
            catalogue.caughtUp();
            assertThat(catalogue.titles("zebulon")).containsExactly("Balanced Team");

            catalogue.send(new UnmergeSpeaker(ian));
            catalogue.caughtUp();
            assertThat(catalogue.titles("zebulon quartermain")).isEmpty();
        }
    }

    @Test
    void removingAConferenceHidesItsTalksAndRestoringShowsThemAgain() {
        try (var catalogue = CatalogueFixture.open(directory)) {
            addTalk(catalogue);
            catalogue.send(new RemoveConference(conference, null));
            catalogue.caughtUp();
            assertThat(catalogue.titles("balanced")).isEmpty();
            catalogue.send(new RestoreConference(conference));
            catalogue.caughtUp();
            assertThat(catalogue.titles("balanced")).containsExactly("Balanced Team");
        }
    }

    @Test
    void twoEditsOfTheSamePartConflictAndOfDifferentPartsDoNot() {
        try (var catalogue = CatalogueFixture.open(directory)) {
            addTalk(catalogue);
            catalogue.send(new RetitleTalk(talk, "One", null), 2);
            catalogue.send(new RewriteSummary(talk, RichText.markdown("A summary")), 2);
            assertThatThrownBy(() -> catalogue.send(new RetitleTalk(talk, "Two", null), 2))
                    .isInstanceOfSatisfying(Conflict.class, conflict -> {
                        assertThat(conflict.currentVersion()).isEqualTo(4);
                        assertThat(conflict.theirs()).singleElement().asString().contains("One");
                        assertThat(conflict.yours()).singleElement().asString().contains("Two");
                    });
        }
    }

    @Test
    void anIdempotencyKeyGivesTheSameReceiptAndRecordsNothingMore() {
        try (var catalogue = CatalogueFixture.open(directory)) {
            addTalk(catalogue);
            var key = new CommandContext.IdempotencyKey("k1", "retitle");
            var context = new CommandContext(CatalogueFixture.ACTOR, "c", null, key, null);
            var commands = catalogue.get(Commands.class);
            var first = commands.send(new RetitleTalk(talk, "One", null), context);
            var second = commands.send(new RetitleTalk(talk, "One", null), context);
            assertThat(second).isEqualTo(first);
            assertThat(catalogue.log().head()).isEqualTo(first.position());
        }
    }

    @Test
    void aRebuildGivesTheSameContentAsFollowingLive() throws InterruptedException {
        try (var catalogue = CatalogueFixture.open(directory)) {
            addTalk(catalogue);
            catalogue.send(new RenameSpeaker(ian, "Iain Houston", true));
            catalogue.caughtUp();
            var before = hashes(catalogue);
            catalogue.rebuilds().start("r1");
            while (catalogue.rebuilds().find("r1").orElseThrow().state() == Rebuilds.State.RUNNING) {
                Thread.onSpinWait();
            }
            assertThat(catalogue.rebuilds().find("r1").orElseThrow())
                    .satisfies(r -> assertThat(r.error()).isNull())
                    .satisfies(r -> assertThat(r.state()).isEqualTo(Rebuilds.State.DONE));
            assertThat(catalogue.views().status())
                    .allSatisfy(view -> assertThat(view.generation()).isEqualTo(2));
            assertThat(hashes(catalogue)).isEqualTo(before);
            assertThat(catalogue.titles("houston")).containsExactly("Balanced Team");
        }
    }

    @Test
    void aDamagedIndexIsBuiltAnewAtStart() throws Exception {
        try (var catalogue = CatalogueFixture.open(directory)) {
            addTalk(catalogue);
        }
        try (var files = Files.newDirectoryStream(directory.resolve("views/1/index"), "segments_*")) {
            for (var file : files) {
                Files.write(file, new byte[] {1, 2, 3});
            }
        }
        try (var again = CatalogueFixture.open(directory)) {
            assertThat(again.titles("balanced")).containsExactly("Balanced Team");
            assertThat(again.views().status().get(1).generation()).isEqualTo(2);
        }
    }

    private static List<String> speakers(CatalogueFixture catalogue) {
        return catalogue.found("balanced").hits().stream()
                .flatMap(hit -> hit.speakers().stream().map(SearchResult.Named::name))
                .toList();
    }

    private static List<String> hashes(CatalogueFixture catalogue) {
        return catalogue.views().contentHashes();
    }
}
