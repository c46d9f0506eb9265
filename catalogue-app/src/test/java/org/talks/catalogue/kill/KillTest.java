package org.talks.catalogue.kill;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.talks.catalogue.CatalogueFixture;
import org.talks.catalogue.conference.ConferenceCommand.RegisterConference;
import org.talks.catalogue.conference.ConferenceId;
import org.talks.events.ConferenceDetails;

/// The short form of [KillHarness].
class KillTest {

    @TempDir
    Path directory;

    @Test
    void nothingThatWasAcknowledgedIsLostAndTheViewsAreWhatTheLogGives() throws Exception {
        var seed = System.nanoTime();
        var harness = new KillHarness(directory.resolve("data"), new VictimProcess(directory.resolve("sources")), seed);
        for (var moment : List.of(Moment.IMPORT, Moment.REBUILD, Moment.SWITCH)) {
            assertThat(harness.round(moment).findings())
                    .as("killed at %s with seed %d", moment, seed)
                    .isEmpty();
        }
        assertThat(harness.acknowledged()).as("with seed %d", seed).isPositive();
    }

    @Test
    void aReplyWhoseEventIsNotThereIsNoticed() {
        var conference = new ConferenceId("0190f1de-0000-7000-8000-00000000000a");
        var data = directory.resolve("data");
        try (var catalogue = CatalogueFixture.open(data)) {
            catalogue.send(new RegisterConference(conference, ConferenceDetails.named("PyCon"), null));
        }
        var harness = new KillHarness(data, new VictimProcess(directory.resolve("sources")), 1);
        harness.hold(new Acknowledged(1, conference.stream(), 1, "PyCon"));
        assertThat(harness.look()).isEmpty();
        harness.hold(new Acknowledged(2, conference.stream(), 2, "Never recorded"));
        assertThat(harness.look()).singleElement().asString().startsWith("Lost: ");
    }
}
