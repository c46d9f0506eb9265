package org.talks.catalogue.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {

    @TempDir
    private Path temporary;

    @Test
    void openingCreatesTheDirectoryAndWhatBelongsThere() {
        try (var directory = DataDirectory.open(temporary.resolve("a/b"))) {
            assertThat(directory.root()).isAbsolute().isDirectory();
            assertThat(directory.raw()).isDirectory();
            assertThat(directory.views()).isDirectory();
            assertThat(directory.log()).isEqualTo(directory.root().resolve("log.db"));
            assertThat(directory.state()).isEqualTo(directory.root().resolve("state.db"));
            assertThat(directory.generation(12)).isEqualTo(directory.views().resolve("12"));
        }
    }

    @Nested
    class TheLock {

        @Test
        void refusesASecondProcessAndNamesTheFirst() throws IOException {
            try (var _ = DataDirectory.open(temporary);
                    var second = HolderMain.start(temporary)) {
                assertThat(second.said())
                        .contains("in use by another catalogue")
                        .contains("process " + ProcessHandle.current().pid())
                        .contains(temporary.toRealPath().toString())
                        .contains("--data");
            }
        }

        @Test
        void ofAnotherProcessIsRespectedAndFreeOnceItEnds() throws IOException {
            try (var other = HolderMain.start(temporary)) {
                assertThat(other.said()).isEqualTo("held");
                assertThatThrownBy(() -> DataDirectory.open(temporary))
                        .isInstanceOfSatisfying(
                                DataDirectoryException.InUse.class,
                                e -> assertThat(e.pid())
                                        .isEqualTo(
                                                OptionalLong.of(other.process().pid())));
            }
            try (var directory = DataDirectory.open(temporary)) {
                assertThat(directory.root()).isDirectory();
            }
        }

        @Test
        void isFreeAfterTheHolderWasKilled() throws IOException {
            var other = HolderMain.start(temporary, "4242");
            assertThat(RunningServer.find(temporary)).isPresent();
            other.process().destroyForcibly().onExit().join();

            assertThat(temporary.resolve("server.json")).exists();
            assertThat(RunningServer.find(temporary)).isEmpty();
            try (var directory = DataDirectory.open(temporary)) {
                assertThat(directory.server()).isEmpty();
                assertThat(temporary.resolve("server.json")).doesNotExist();
            }
        }

        @Test
        void isTakenOnceInOneProcessToo() {
            try (var _ = DataDirectory.open(temporary)) {
                assertThatThrownBy(() -> DataDirectory.open(temporary))
                        .isInstanceOf(DataDirectoryException.InUse.class);
            }
        }

        @Test
        void survivesThatItsOwnProcessAsksWhoHoldsIt() throws IOException {
            try (var directory = DataDirectory.open(temporary)) {
                directory.announce(4242, Instant.EPOCH);
                assertThat(RunningServer.find(temporary)).isEqualTo(directory.server());
                try (var second = HolderMain.start(temporary)) {
                    assertThat(second.said()).contains("in use");
                }
            }
        }

        @Test
        void isTheSameThroughASymbolicLink() throws IOException {
            var link =
                    Files.createSymbolicLink(temporary.resolve("link"), Files.createDirectory(temporary.resolve("d")));
            try (var _ = DataDirectory.open(temporary.resolve("d"))) {
                assertThatThrownBy(() -> DataDirectory.open(link)).isInstanceOf(DataDirectoryException.InUse.class);
            }
        }
    }

    @Nested
    class TheRunningServer {

        @Test
        void isFoundByAnotherProcess() throws IOException {
            try (var _ = HolderMain.start(temporary, "4242")) {
                assertThat(RunningServer.find(temporary)).hasValueSatisfying(server -> {
                    assertThat(server.port()).isEqualTo(4242);
                    assertThat(server.uri("/api/views")).hasToString("http://127.0.0.1:4242/api/views");
                    assertThat(server.token()).hasSize(43);
                });
            }
        }

        @Test
        void hasATokenPerStartThatOnlyTheOwnerCanRead() throws IOException {
            try (var directory = DataDirectory.open(temporary)) {
                var first = directory.announce(1, Instant.EPOCH);
                var second = directory.announce(1, Instant.EPOCH);
                assertThat(first.token()).isNotEqualTo(second.token());
                assertThat(PosixFilePermissions.toString(
                                Files.getPosixFilePermissions(temporary.resolve("server.json"))))
                        .isEqualTo("rw-------");
                assertThat(first.toString()).doesNotContain(first.token());
            }
        }

        @Test
        void isGoneAfterAnOrderlyShutdown() {
            try (var directory = DataDirectory.open(temporary)) {
                directory.announce(4242, Instant.EPOCH);
            }
            assertThat(temporary.resolve("server.json")).doesNotExist();
        }

        @Test
        void isNoneWhenAProcessThatIsNoServerHoldsTheLock() throws IOException {
            Files.writeString(temporary.resolve("server.json"), """
                    {"port":4242,"pid":1,"token":"x","started":"2026-01-01T00:00:00Z"}""");
            try (var other = HolderMain.start(temporary)) {
                assertThat(other.said()).isEqualTo("held");
                Files.writeString(temporary.resolve("server.json"), """
                        {"port":4242,"pid":1,"token":"x","started":"2026-01-01T00:00:00Z"}""");
                assertThat(RunningServer.find(temporary)).isEmpty();
            }
        }

        @Test
        void isNoneWhereThereIsNoDirectoryAndWhereTheFileIsDamaged() throws IOException {
            assertThat(RunningServer.find(temporary.resolve("nothing"))).isEmpty();
            try (var _ = DataDirectory.open(temporary)) {
                Files.writeString(temporary.resolve("server.json"), "{\"port\":");
                assertThat(RunningServer.find(temporary)).isEmpty();
            }
        }
    }

    @Nested
    class TheCurrentViews {

        @Test
        void areNoneAtFirstAndThenWhatWasSwitchedTo() throws IOException {
            try (var directory = DataDirectory.open(temporary)) {
                assertThat(directory.currentViews()).isEmpty();
                directory.switchTo(new CurrentViews(12, 13));
                directory.switchTo(new CurrentViews(12, 14));
                assertThat(directory.currentViews()).contains(new CurrentViews(12, 14));
                assertThat(directory.views().resolve("CURRENT"))
                        .hasContent(
                                "{\"relational\":12,\"index\":14,\"previousRelational\":null,\"previousIndex\":null}");
                try (var files = Files.list(directory.views())) {
                    assertThat(files).hasSize(1);
                }
            }
        }

        @Test
        void sayWhatToDoWhenTheFileIsDamaged() throws IOException {
            try (var directory = DataDirectory.open(temporary)) {
                for (var damaged : new String[] {"", "{", "{\"relational\":0,\"index\":1}", "[]"}) {
                    Files.writeString(directory.views().resolve("CURRENT"), damaged);
                    assertThatThrownBy(directory::currentViews)
                            .as(damaged)
                            .isInstanceOf(DataDirectoryException.class)
                            .hasMessageContaining("rebuilt from the log");
                }
            }
        }
    }

    @Nested
    class WhatCannotBeUsed {

        @Test
        void aFileIsRefusedWithASentence() throws IOException {
            var file = Files.writeString(temporary.resolve("file"), "");
            assertThatThrownBy(() -> DataDirectory.open(file))
                    .isInstanceOf(DataDirectoryException.class)
                    .hasMessageContaining("is a file and not a directory");
            assertThatThrownBy(() -> DataDirectory.open(file.resolve("below")))
                    .isInstanceOf(DataDirectoryException.class)
                    .hasMessageContaining("is a file and not a directory");
        }

        @Test
        void missingPermissionAndAReadOnlyDiskSayWhatToDo() {
            assertThat(DataDirectoryException.because(temporary, new AccessDeniedException("x")))
                    .hasMessageContaining("No permission")
                    .hasMessageContaining("chown");
            assertThat(DataDirectoryException.because(
                            temporary, new FileSystemException("x", null, "Read-only file system")))
                    .hasMessageContaining("is read-only");
            assertThat(DataDirectoryException.because(
                            temporary, new FileSystemException("x", null, "No space left on device")))
                    .hasMessageContaining("full");
        }
    }
}
