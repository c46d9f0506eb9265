package org.talks.catalogue.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.talks.catalogue.CatalogueFixture;
import org.talks.catalogue.account.Accounts;
import org.talks.catalogue.account.Role;
import org.talks.catalogue.conference.ConferenceCommand.RegisterConference;
import org.talks.catalogue.conference.ConferenceId;
import org.talks.catalogue.eventstore.Receipt;
import org.talks.catalogue.eventstore.TestLog;
import org.talks.catalogue.replay.Verification;
import org.talks.catalogue.talk.TalkCommand.AddTalk;
import org.talks.catalogue.talk.TalkCommand.RetitleTalk;
import org.talks.catalogue.talk.TalkId;
import org.talks.events.ConferenceDetails;
import org.talks.events.TalkDetails;

/// Backups are made while people work, and a catalogue goes on from them.
class BackupTest {

    private static final Progress SILENT = (phase, done, total) -> {};

    @TempDir
    Path directory;

    private final ConferenceId conference = new ConferenceId(UUID.randomUUID().toString());
    private final TalkId talk = new TalkId(UUID.randomUUID().toString());

    private CatalogueFixture catalogue() {
        var catalogue = CatalogueFixture.open(directory.resolve("data"));
        if (catalogue.log().head() == 0) {
            catalogue.send(new RegisterConference(conference, ConferenceDetails.named("PyCon Ireland"), null));
            catalogue.send(new AddTalk(talk, TalkDetails.titled(conference.value(), "Balanced Team"), null));
        }
        return catalogue.caughtUp();
    }

    private Backup.Made backup(Path to) {
        return new Backup(directory.resolve("data"), Clock.systemUTC()).to(to, SILENT);
    }

    private static void isWhole(CatalogueFixture catalogue) {
        assertThat(catalogue
                        .caughtUp()
                        .get(Verification.class)
                        .verify((phase, done, total) -> {})
                        .checks())
                .allSatisfy(check -> assertThat(check.ok()).as(check.detail()).isTrue());
    }

    @Test
    void aBackupMadeDuringWritesIsACatalogue() throws Exception {
        var backup = directory.resolve("backup");
        var receipts = new ArrayList<Receipt>();
        Backup.Made made;
        int before;
        try (var catalogue = catalogue()) {
            catalogue.get(Accounts.class).add("ana", Role.EDITOR);
            Files.writeString(directory.resolve("data/raw/0f3a"), "as it was imported");
            var stop = new AtomicBoolean();
            var some = new CountDownLatch(20);
            var editor = Thread.ofPlatform().start(() -> {
                for (int i = 0; !stop.get(); i++) {
                    var receipt = catalogue.send(new RetitleTalk(talk, "Title " + i, null));
                    synchronized (receipts) {
                        receipts.add(receipt);
                    }
                    some.countDown();
                }
            });
            try {
                assertThat(some.await(60, TimeUnit.SECONDS)).isTrue();
                synchronized (receipts) {
                    before = receipts.size();
                }
                made = backup(backup);
            } finally {
                stop.set(true);
                editor.join();
            }
            assertThat(made.logId()).isEqualTo(catalogue.log().logId());
            assertThat(made.chain()).isEqualTo(catalogue.log().chainAt(made.position()));
            assertThat(receipts.size()).as("writing went on").isGreaterThan(before);
            isWhole(catalogue);
        }
        // Everything that was acknowledged before the backup began is in it.
        assertThat(made.position())
                .isGreaterThanOrEqualTo(receipts.get(before - 1).position());
        assertThat(made.files()).isEqualTo(1);
        assertThat(Files.readString(backup.resolve("backup.json"))).contains(made.chain());
        try (var restored = CatalogueFixture.open(backup)) {
            assertThat(restored.log().head()).isEqualTo(made.position());
            isWhole(restored);
            var inBackup = restored.log().stream(talk.stream(), made.position());
            for (var receipt : receipts.subList(0, before)) {
                assertThat(inBackup).anySatisfy(event -> {
                    assertThat(event.position()).isEqualTo(receipt.position());
                    assertThat(event.version()).isEqualTo(receipt.version());
                });
            }
            assertThat(restored.get(Accounts.class).named("ana")).isPresent();
            assertThat(restored.titles("title")).hasSize(1);
            assertThat(backup.resolve("raw/0f3a")).hasContent("as it was imported");
            restored.send(new RetitleTalk(talk, "Goes on here", null));
            isWhole(restored);
        }
    }

    /// The log is put back, the views stay as they were: they are ahead of it.
    @Test
    void viewsOfTheLogBeforeItWasRestoredAreNoticedAndBuiltAnew() throws IOException {
        var backup = directory.resolve("backup");
        try (var catalogue = catalogue()) {
            backup(backup);
            catalogue.send(new RetitleTalk(talk, "Never in the backup", null));
            assertThat(catalogue.caughtUp().titles("never")).hasSize(1);
        }
        restoreLog(backup);
        try (var catalogue = catalogue()) {
            assertThat(catalogue.log().head()).isEqualTo(2);
            assertThat(catalogue.titles("never")).isEmpty();
            assertThat(catalogue.titles("balanced")).containsExactly("Balanced Team");
            isWhole(catalogue);
        }
    }

    /// As before, but the restored log has gone on to the same position before the views are looked at.
    @Test
    void viewsOfAnotherHistoryAreNoticedAlsoAtTheSamePosition() throws IOException {
        var backup = directory.resolve("backup");
        try (var catalogue = catalogue()) {
            backup(backup);
            catalogue.send(new RetitleTalk(talk, "One history", null));
            catalogue.caughtUp();
        }
        try (var elsewhere = CatalogueFixture.open(backup)) {
            elsewhere.send(new RetitleTalk(talk, "Another history", null));
        }
        restoreLog(backup);
        try (var catalogue = catalogue()) {
            assertThat(catalogue.titles("history")).containsExactly("Another history");
            isWhole(catalogue);
        }
    }

    @Test
    void viewsOfAnotherLogAreNoticedAndBuiltAnew() throws IOException {
        catalogue().close();
        try (var another = TestLog.open(Files.createDirectories(directory.resolve("another")))
                .withTalk(3)) {
            assertThat(another.log().head()).isEqualTo(5);
        }
        Files.copy(
                directory.resolve("another/log.db"),
                directory.resolve("data/log.db"),
                StandardCopyOption.REPLACE_EXISTING);
        try (var catalogue = catalogue()) {
            assertThat(catalogue.titles("title")).containsExactly("Title 3");
            assertThat(catalogue.titles("balanced")).isEmpty();
            isWhole(catalogue);
        }
    }

    private void restoreLog(Path backup) throws IOException {
        Files.copy(backup.resolve("log.db"), directory.resolve("data/log.db"), StandardCopyOption.REPLACE_EXISTING);
    }

    @Test
    void aBackupIsReadableByItsOwnerOnly() throws IOException {
        catalogue().close();
        var backup = directory.resolve("backup");
        backup(backup);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(backup)))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(backup.resolve("state.db"))))
                .isEqualTo("rw-------");
    }

    @Test
    void aPlaceThatWillNotDoIsRefused() throws IOException {
        catalogue().close();
        var occupied = Files.createDirectories(directory.resolve("occupied"));
        Files.writeString(occupied.resolve("letter"), "keep me");
        assertThatThrownBy(() -> backup(occupied))
                .isInstanceOf(ArchiveException.class)
                .hasMessageContaining("is not empty");
        assertThat(occupied.resolve("letter")).hasContent("keep me");
        assertThatThrownBy(() -> backup(directory.resolve("data/backups/1")))
                .isInstanceOf(ArchiveException.class)
                .hasMessageContaining("within the data directory");
        assertThatThrownBy(() -> new Backup(directory.resolve("nowhere"), Clock.systemUTC())
                        .to(directory.resolve("backup"), SILENT))
                .isInstanceOf(ArchiveException.class)
                .hasMessageContaining("There is no log");
    }

    @Test
    void aDamagedLogMakesNoBackup() throws IOException {
        try (var log =
                TestLog.open(Files.createDirectories(directory.resolve("data"))).withTalk(3)) {
            log.behindItsBack("update event set payload = x'00' where position = 4");
        }
        var backup = directory.resolve("backup");
        assertThatThrownBy(() -> backup(backup))
                .isInstanceOf(ArchiveException.class)
                .hasMessageContainingAll("The log is damaged", "Position 4 (talk:");
        assertThat(backup.resolve("backup.json")).doesNotExist();
        assertThat(List.of(backup.resolve("log.db-wal")))
                .allSatisfy(file -> assertThat(file).doesNotExist());
    }
}
