package org.talks.catalogue.importing.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.talks.catalogue.CatalogueFixture;
import org.talks.catalogue.importing.Imports.Options;
import org.talks.catalogue.importing.format.Fixtures;
import org.talks.catalogue.importing.format.SourceFiles;

class BundleFormatTest {

    @TempDir
    Path data;

    @Test
    void eachFileIsReadByItsOwnFormatAndBadOnesStopNobody() throws Exception {
        try (var catalogue = CatalogueFixture.open(data)) {
            var good = catalogue.imports().run(Fixtures.own("bundle/good"), new Options(null, null, false), "test");
            assertThat(good.error()).isNull();
            assertThat(good.format()).isEqualTo("bundle");
            assertThat(good.counts().talksAdded()).isEqualTo(3);
            assertThat(good.counts().ignored()).isEqualTo(1);

            var corrupt =
                    catalogue.imports().run(Fixtures.own("bundle/corrupt"), new Options(null, null, false), "test");
            assertThat(corrupt.error()).isNull();
            assertThat(corrupt.counts().talksAdded()).isEqualTo(2);
            assertThat(corrupt.rejections()).singleElement().satisfies(rejected -> {
                assertThat(rejected.place()).isEqualTo("corrupt/emf.json");
                assertThat(rejected.reason()).contains("not valid JSON");
            });
        }
    }

    @Test
    void filesThatDescribeOneConferenceDifferentlyChangeNothingWhenImportedAgain(@TempDir Path notes) throws Exception {
        for (int day = 1; day <= 2; day++) {
            Files.writeString(
                    notes.resolve("day-" + day + ".md"),
                    "---\ntitle: Coasts %d\nevent: MapCon\nurl_slides: ''\ndate: 2020-05-0%d\n---\n"
                            .formatted(day, day));
        }
        try (var catalogue = CatalogueFixture.open(data)) {
            var first = catalogue.imports().run(SourceFiles.of(notes), new Options(null, null, false), "test");
            assertThat(first.error()).isNull();
            assertThat(first.counts().talksAdded()).isEqualTo(2);
            assertThat(first.counts().conferencesAdded()).isEqualTo(1);
            catalogue.caughtUp();
            var again = catalogue.imports().run(SourceFiles.of(notes), new Options(null, null, false), "test");
            assertThat(again.error()).isNull();
            assertThat(again.counts().events()).isZero();
        }
    }
}
