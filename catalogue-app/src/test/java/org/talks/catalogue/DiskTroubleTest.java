package org.talks.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.talks.catalogue.conference.ConferenceCommand.RegisterConference;
import org.talks.catalogue.conference.ConferenceId;
import org.talks.catalogue.data.DataDirectory;
import org.talks.catalogue.data.DataDirectoryException;
import org.talks.catalogue.eventstore.EventLogException;
import org.talks.catalogue.eventstore.Receipt;
import org.talks.catalogue.projection.ViewStatus;
import org.talks.catalogue.replay.Rebuilds;
import org.talks.catalogue.replay.Verification;
import org.talks.catalogue.talk.TalkCommand.AddTalk;
import org.talks.catalogue.talk.TalkCommand.RetitleTalk;
import org.talks.catalogue.talk.TalkId;
import org.talks.events.ConferenceDetails;
import org.talks.events.TalkDetails;

/// Ordinary trouble with disks: nothing that was acknowledged is lost, it is said what is wrong, and the
/// catalogue goes on by itself or says how.
class DiskTroubleTest {

    private static final int TALKS = 30;

    @TempDir
    Path directory;

    private final ConferenceId conference = new ConferenceId(UUID.randomUUID().toString());
    private final TalkId talk = new TalkId(UUID.randomUUID().toString());

    private CatalogueFixture catalogue(Path data) {
        var catalogue = CatalogueFixture.open(data);
        if (catalogue.log().head() == 0) {
            catalogue.send(new RegisterConference(conference, ConferenceDetails.named("PyCon Ireland"), null));
            catalogue.send(new AddTalk(talk, TalkDetails.titled(conference.value(), "Balanced Team"), null));
            for (int i = 0; i < TALKS; i++) {
                catalogue.send(new AddTalk(
                        new TalkId(UUID.randomUUID().toString()),
                        TalkDetails.titled(conference.value(), "Talk number " + i + " of many"),
                        null));
            }
        }
        return catalogue;
    }

    private static List<Verification.Check> wrong(CatalogueFixture catalogue) {
        return catalogue.get(Verification.class).verify((phase, done, total) -> {}).checks().stream()
                .filter(check -> !check.ok())
                .toList();
    }

    private static void rebuild(CatalogueFixture catalogue) throws InterruptedException {
        var rebuild = catalogue.rebuilds().start("mended");
        while (rebuild.state() == Rebuilds.State.RUNNING) {
            Thread.onSpinWait();
            rebuild = catalogue.rebuilds().find("mended").orElseThrow();
        }
        assertThat(rebuild.state()).as(rebuild.error()).isEqualTo(Rebuilds.State.DONE);
    }

    @Test
    void aFullDiskRefusesClearlyLosesNothingAndIsRecoveredFromWithoutARestart() throws Exception {
        try (var disk = SmallDisk.mount(directory.resolve("disk"), 24);
                var catalogue = catalogue(disk.place().resolve("data"))) {
            catalogue.caughtUp();
            disk.fill();
            var acknowledged = new ArrayList<Receipt>();
            // The write-ahead log may reuse its space for a while before it needs more.
            assertThatThrownBy(() -> {
                        for (int i = 0; i < 20_000; i++) {
                            acknowledged.add(catalogue.send(new RetitleTalk(
                                    talk, "Title %d ".formatted(i).repeat(20), null)));
                        }
                    })
                    .isInstanceOfSatisfying(
                            EventLogException.class,
                            e -> assertThat(e.isDiskFull()).isTrue())
                    .hasMessageContaining("the disk is full. Free some space");
            // The views say so too, as soon as they have tried.
            var troubles = new ArrayList<String>();
            while (troubles.isEmpty()) {
                catalogue.views().status().stream()
                        .map(ViewStatus::trouble)
                        .filter(trouble -> trouble != null)
                        .forEach(troubles::add);
                Thread.onSpinWait();
            }
            assertThat(troubles).anySatisfy(trouble -> assertThat(trouble).containsIgnoringCase("space"));
            assertThat(catalogue.log().head()).isEqualTo(TALKS + 2 + acknowledged.size());

            disk.free();
            acknowledged.add(catalogue.send(new RetitleTalk(talk, "There is space again", null)));
            catalogue.caughtUp();
            assertThat(catalogue.titles("space again")).containsExactly("There is space again");
            assertThat(catalogue.views().status()).allSatisfy(status -> {
                assertThat(status.trouble()).isNull();
                assertThat(status.parked()).isEmpty();
            });
            assertThat(catalogue.log().stream(talk.stream(), Long.MAX_VALUE)).hasSize(acknowledged.size() + 1);
            assertThat(wrong(catalogue)).isEmpty();
        }
    }

    @Test
    void aReadOnlyDiskIsRefusedAtStartWithAWayOut() throws IOException {
        try (var disk = SmallDisk.mount(directory.resolve("disk"), 24)) {
            var data = disk.place().resolve("data");
            catalogue(data).close();
            disk.readOnly(true);
            assertThatThrownBy(() -> DataDirectory.open(data))
                    .isInstanceOf(DataDirectoryException.class)
                    .hasMessageContainingAll("is read-only", "Mount it writable");
            disk.readOnly(false);
            try (var catalogue = catalogue(data).caughtUp()) {
                assertThat(catalogue.titles("balanced")).containsExactly("Balanced Team");
                assertThat(wrong(catalogue)).isEmpty();
            }
        }
    }

    enum Harm {
        GONE {
            @Override
            void to(Path file) throws IOException {
                Files.delete(file);
            }
        },
        EMPTY {
            @Override
            void to(Path file) throws IOException {
                Files.write(file, new byte[0]);
            }
        },
        TRUNCATED {
            @Override
            void to(Path file) throws IOException {
                Files.write(file, Arrays.copyOf(Files.readAllBytes(file), (int) Files.size(file) / 2));
            }
        },
        FLIPPED {
            @Override
            void to(Path file) throws IOException {
                var bytes = Files.readAllBytes(file);
                bytes[bytes.length / 2] ^= 4;
                Files.write(file, bytes);
            }
        },
        OVERWRITTEN {
            @Override
            void to(Path file) throws IOException {
                Files.write(
                        file,
                        "something else altogether".repeat(100).getBytes(StandardCharsets.UTF_8),
                        StandardOpenOption.WRITE);
            }
        };

        abstract void to(Path file) throws IOException;
    }

    /// The view is built anew at the start, or verification finds it and rebuilding mends it. Some files nobody
    /// needs any more, and an index that is gone altogether is simply filled again.
    ///
    /// @return whether it was noticed
    private static boolean isMended(CatalogueFixture catalogue, String what) throws InterruptedException {
        var noticed = catalogue.views().status().stream().anyMatch(status -> status.generation() == 2);
        if (!noticed) {
            var wrong = wrong(catalogue);
            noticed = !wrong.isEmpty();
            if (noticed) {
                assertThat(wrong)
                        .as(what)
                        .singleElement()
                        .satisfies(check -> assertThat(check.detail()).contains("Rebuild it"));
                rebuild(catalogue);
            }
        }
        assertThat(wrong(catalogue)).as(what).isEmpty();
        assertThat(catalogue.titles("balanced")).as(what).containsExactly("Balanced Team");
        return noticed;
    }

    /// Lists of documents, of terms, of values, and what holds them together.
    private static final List<String> INDEX_FILES =
            List.of("segments_.*", ".*\\.si", ".*\\.(cfs|dvd)", ".*\\.(cfs|tim)");

    @ParameterizedTest
    @EnumSource(names = {"GONE", "TRUNCATED", "FLIPPED"})
    void anIndexThatWasHarmedIsNoticedAndMended(Harm harm) throws Exception {
        var data = directory.resolve("data");
        catalogue(data).caughtUp().close();
        var sound = directory.resolve("sound");
        copy(data.resolve("views"), sound);
        for (var name : INDEX_FILES) {
            clear(data.resolve("views"));
            copy(sound, data.resolve("views"));
            List<Path> files;
            try (var listed = Files.list(data.resolve("views/1/index"))) {
                files = listed.filter(file -> String.valueOf(file.getFileName()).matches(name))
                        .toList();
            }
            assertThat(files).as(name).isNotEmpty();
            for (var file : files) {
                harm.to(file);
            }
            try (var catalogue = catalogue(data).caughtUp()) {
                assertThat(isMended(catalogue, harm + " " + name))
                        .as(harm + " " + name)
                        .isTrue();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = "FLIPPED", mode = EnumSource.Mode.EXCLUDE)
    void aFileOfTheRelationalViewsThatWasHarmedIsNoticedAndMended(Harm harm) throws Exception {
        var data = directory.resolve("data");
        catalogue(data).caughtUp().close();
        harm.to(data.resolve("views/1/views.db"));
        try (var catalogue = catalogue(data).caughtUp()) {
            assertThat(isMended(catalogue, harm.toString())).isTrue();
        }
    }

    @Test
    void aByteFlippedInTheRelationalViewsIsNoticedAndMended() throws Exception {
        var data = directory.resolve("data");
        catalogue(data).caughtUp().close();
        var file = data.resolve("views/1/views.db");
        // Read as Latin-1, every byte is a character. The title stands there more than once: in tables and in indexes.
        var text = Files.readString(file, StandardCharsets.ISO_8859_1);
        assertThat(text).contains("Balanced Team");
        Files.writeString(file, text.replace("Balanced Team", "Balancee Team"), StandardCharsets.ISO_8859_1);
        try (var catalogue = catalogue(data).caughtUp()) {
            assertThat(isMended(catalogue, "a byte")).isTrue();
        }
    }

    @Test
    void aLogThatWasHarmedIsRefusedWithTheFileAndAWayOut() throws IOException {
        var data = directory.resolve("data");
        catalogue(data).caughtUp().close();
        Harm.OVERWRITTEN.to(data.resolve("log.db"));
        assertThatThrownBy(() -> CatalogueFixture.open(data)).satisfies(failure -> {
            var analysis = Objects.requireNonNull(new UnusableDataAnalyzer().analyze(failure));
            assertThat(analysis.getDescription())
                    .contains("log.db cannot be opened as an event log", "the file is damaged");
            assertThat(analysis.getAction()).contains("backup");
        });
    }

    @Test
    void accountsThatWereHarmedAreRefusedWithTheFileAndAWayOut() throws IOException {
        var data = directory.resolve("data");
        catalogue(data).caughtUp().close();
        var state = data.resolve("state.db");
        var bytes = Files.readAllBytes(state);
        // The head is sound; a page in the middle is not.
        Arrays.fill(bytes, 4_096, 8_192, (byte) 7);
        Files.write(state, bytes);
        assertThatThrownBy(() -> CatalogueFixture.open(data)).satisfies(failure -> {
            var analysis = Objects.requireNonNull(new UnusableDataAnalyzer().analyze(failure));
            assertThat(analysis.getDescription()).contains("state.db", "Restore it from a backup");
        });
        assertThat(state).hasBinaryContent(bytes);
    }

    @Test
    void whatIsNoTroubleWithDataIsLeftToOthers() {
        assertThat(new UnusableDataAnalyzer().analyze(new IllegalStateException("a fault")))
                .isNull();
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var tree = Files.walk(from)) {
            for (var path : tree.toList()) {
                var target = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(path, target);
                }
            }
        }
    }

    private static void clear(Path directory) throws IOException {
        try (var tree = Files.walk(directory)) {
            for (var path : tree.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
