package org.talks.catalogue.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.talks.catalogue.CatalogueFixture;
import org.talks.catalogue.importing.Imports.Options;
import org.talks.catalogue.importing.format.SourceFiles;

/// Imports real files where they lie beside the checkout, all the way into the views.
class RealDataImportTest {

    private static final Path DATA = Path.of(System.getProperty("repository.root", ".."), "..", "shared", "data");

    @TempDir
    Path directory;

    @Test
    void allOfPyvideoIsAccountedForAndImportingItTwiceRecordsNothing() throws Exception {
        var archive = DATA.resolve("pyvideo/pyvideo-data.tar.gz");
        assumeTrue(Files.exists(archive), "the real data is not beside this checkout");
        try (var catalogue = CatalogueFixture.open(directory)) {
            var options = new Options(null, null, false);
            var started = System.nanoTime();
            var first = catalogue.imports().run(SourceFiles.of(archive), options, "test");
            var imported = System.nanoTime();
            catalogue.caughtUp();
            System.out.printf(
                    "import %d ms, searchable after %d ms%n",
                    (imported - started) / 1_000_000, (System.nanoTime() - started) / 1_000_000);
            assertThat(first.error()).isNull();
            assertThat(first.format()).isEqualTo("pyvideo");
            var counts = first.counts();
            assertThat(counts.talksAdded() + counts.rejected()).isEqualTo(21_715);
            assertThat(counts.talksAdded()).isGreaterThan(21_700);
            assertThat(counts.hidden()).isEqualTo(2);
            assertThat(catalogue.search().size()).isEqualTo((int) (counts.talksAdded() - counts.hidden()));
            System.out.println(counts);
            first.rejections().stream().limit(10).forEach(System.out::println);

            var head = catalogue.log().head();
            started = System.nanoTime();
            var second = catalogue.imports().run(SourceFiles.of(archive), options, "test");
            System.out.printf("repeated %d ms%n", (System.nanoTime() - started) / 1_000_000);
            assertThat(catalogue.log().head()).isEqualTo(head);
            assertThat(second.counts().events()).isZero();
            assertThat(second.counts().talksUnchanged()).isEqualTo(counts.talksAdded());
        }
    }

    @Test
    void everyScheduleXmlIsTakenInAndImportingItTwiceRecordsNothing() throws Exception {
        var folder = DATA.resolve("schedule.xml");
        assumeTrue(Files.isDirectory(folder), "the real data is not beside this checkout");
        try (var catalogue = CatalogueFixture.open(directory);
                var files = Files.list(folder)) {
            var options = new Options(null, "Europe/Brussels", false);
            for (var file : files.sorted().toList()) {
                var first = catalogue.imports().run(SourceFiles.of(file), options, "test");
                assertThat(first.error()).as("%s", file).isNull();
                assertThat(first.format()).as("%s", file).isEqualTo("frab");
                var head = catalogue.log().head();
                var second = catalogue.imports().run(SourceFiles.of(file), options, "test");
                assertThat(catalogue.log().head())
                        .as("%s imported twice: %s", file, second.counts())
                        .isEqualTo(head);
                System.out.println(file.getFileName() + " " + first.counts());
            }
            catalogue.caughtUp();
        }
    }
}
