package org.talks.catalogue.importing.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.talks.catalogue.CatalogueFixture;
import org.talks.catalogue.importing.Imports.Options;
import org.talks.catalogue.importing.format.Fixtures;

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
}
