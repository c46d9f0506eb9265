package org.talks.catalogue.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.talks.catalogue.eventstore.LogFile;
import org.talks.catalogue.eventstore.TestLog;
import org.talks.catalogue.talk.TalkCommand.RetitleTalk;
import tools.jackson.databind.json.JsonMapper;

/// Logs go out and come in again, and what was tampered with on the way does not.
class LogArchiveTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Progress SILENT = (phase, done, total) -> {};

    @TempDir
    Path directory;

    private TestLog source(int retitled) throws IOException {
        return TestLog.open(Files.createDirectories(directory.resolve("source")))
                .withTalk(retitled);
    }

    private TestLog target() throws IOException {
        return TestLog.open(Files.createDirectories(directory.resolve("target")));
    }

    private LogExport.Written export(Path file, long after) {
        try (var log = LogFile.open(directory.resolve("source/log.db"))) {
            return new ExportFile(file).write(log, after, Clock.systemUTC(), SILENT);
        }
    }

    private Path exported(int retitled) throws IOException {
        var file = directory.resolve("log.ndjson");
        try (var log = source(retitled)) {
            assertThat(log.verify().ok()).isTrue();
            export(file, 0);
        }
        return file;
    }

    private static LogImport.Taken take(TestLog log, Path file) {
        return take(log, file, SILENT);
    }

    private static LogImport.Taken take(TestLog log, Path file, Progress progress) {
        return new LogImport(log.log(), log.wiring().intake()).take(new ExportFile(file), progress);
    }

    @ParameterizedTest
    @ValueSource(strings = {"log.ndjson", "log.ndjson.gz"})
    void aLogComesBackAsItWas(String name) throws IOException {
        var file = directory.resolve(name);
        try (var log = source(600);
                var copy = target()) {
            var written = export(file, 0);
            assertThat(written.events()).isEqualTo(602);
            var taken = take(copy, file);
            assertThat(taken).isEqualTo(new LogImport.Taken(602, 0, 602, written.chain()));
            assertThat(copy.verify()).satisfies(report -> {
                assertThat(report.problems()).isEmpty();
                assertThat(report.chain()).isEqualTo(log.log().chainAt(602));
            });
            assertThat(copy.log().logId()).isEqualTo(log.log().logId());
            assertThat(copy.log().stream(log.talk.stream(), 602)).isEqualTo(log.log().stream(log.talk.stream(), 602));
            assertThat(copy.select("select stream || present from thing order by 1"))
                    .isEqualTo(log.select("select stream || present from thing order by 1"));
            // The copy is a log like any other: commands go on where it ends, also after a restart.
            copy.commands().send(new RetitleTalk(log.talk, "Goes on", null), TestLog.CONTEXT);
        }
        try (var copy = target()) {
            assertThat(copy.verify().ok()).isTrue();
            assertThat(copy.log().head()).isEqualTo(603);
        }
    }

    @Test
    void anExportIsLinesOfJsonThatEndWithAManifest() throws IOException {
        var lines = Files.readAllLines(exported(3));
        assertThat(lines).hasSize(7);
        assertThat(JSON.readTree(lines.getFirst()).path("after").asLong(-1)).isZero();
        var last = JSON.readTree(lines.get(5));
        assertThat(last.path("position").asLong()).isEqualTo(5);
        assertThat(last.path("payload").path("title").asString()).isEqualTo("Title 3");
        var manifest = JSON.readTree(lines.getLast()).path("manifest");
        assertThat(manifest.path("events").asLong()).isEqualTo(5);
        assertThat(manifest.path("types").path("talk.retitled").asLong()).isEqualTo(3);
        assertThat(manifest.path("redactions").isEmpty()).isTrue();
        assertThat(manifest.path("chain").asString())
                .isEqualTo(last.path("chain").asString());
    }

    @Test
    void anEmptyLogGoesOutAndIn() throws IOException {
        var file = directory.resolve("log.ndjson");
        try (var log = TestLog.open(Files.createDirectories(directory.resolve("source")));
                var copy = target()) {
            assertThat(export(file, 0).events()).isZero();
            assertThat(take(copy, file).appended()).isZero();
            assertThat(copy.log().logId()).isNotEqualTo(log.log().logId());
        }
    }

    @Test
    void anExportThatIsThereIsNotOverwritten() throws IOException {
        var file = exported(1);
        var before = Files.readAllBytes(file);
        assertThatThrownBy(() -> export(file, 0))
                .isInstanceOf(ArchiveException.class)
                .hasMessageContaining("is there already");
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    @Test
    void whatAnInterruptedExportLeftIsGoneOnWith() throws IOException {
        var file = exported(40);
        var whole = Files.readAllBytes(file);
        var part = directory.resolve("again.ndjson.part");
        var random = new Random(3);
        for (int i = 0; i < 20; i++) {
            var again = directory.resolve("again.ndjson");
            Files.deleteIfExists(again);
            var cut = 1 + random.nextInt(whole.length - 1);
            Files.write(part, Arrays.copyOf(whole, cut));
            export(again, 0);
            // The header has the time of the first attempt, so both are the same to the byte, if it was whole.
            if (cut > new String(whole, StandardCharsets.UTF_8).indexOf('\n')) {
                assertThat(Files.readAllBytes(again)).as("cut at %d", cut).isEqualTo(whole);
            }
            assertThat(part).doesNotExist();
        }
    }

    @Test
    void whatAnExportOfAnotherLogLeftIsNotGoneOnWith() throws IOException {
        var file = exported(3);
        var another = directory.resolve("another.ndjson");
        Files.writeString(
                directory.resolve("another.ndjson.part"),
                Files.readString(file).replace("\"logId\":\"", "\"logId\":\"0"));
        export(another, 0);
        assertThat(Files.readAllLines(another).subList(1, 6))
                .isEqualTo(Files.readAllLines(file).subList(1, 6));
        try (var copy = target()) {
            assertThat(take(copy, another).appended()).isEqualTo(5);
        }
    }

    @Test
    void aDamagedLogIsNotExportedAndThePlaceIsNamed() throws IOException {
        try (var log = source(5)) {
            log.behindItsBack("update event set time_millis = time_millis + 1 where position = 4");
            assertThatThrownBy(() -> export(directory.resolve("log.ndjson"), 0))
                    .isInstanceOf(ArchiveException.class)
                    .hasMessageContaining("position 4");
            assertThat(directory.resolve("log.ndjson")).doesNotExist();
            log.behindItsBack("delete from event where position = 3");
            assertThatThrownBy(() -> export(directory.resolve("log.ndjson"), 0))
                    .isInstanceOf(ArchiveException.class)
                    .hasMessageContaining("position 3 is missing");
        }
    }

    @Nested
    class WhatContinues {

        @Test
        void aPartOfTheLogIsTakenOnceTheRestIsThere() throws IOException {
            try (var log = source(3);
                    var copy = target()) {
                var first = directory.resolve("first.ndjson");
                export(first, 0);
                log.commands().send(new RetitleTalk(log.talk, "More", null), TestLog.CONTEXT);
                log.commands().send(new RetitleTalk(log.talk, "And more", null), TestLog.CONTEXT);
                var second = directory.resolve("second.ndjson");
                assertThat(export(second, 5).events()).isEqualTo(2);
                assertThatThrownBy(() -> take(copy, second))
                        .isInstanceOf(ArchiveException.class)
                        .hasMessageContaining("begins after position 5, and this log ends at 0");
                assertThat(take(copy, first).appended()).isEqualTo(5);
                assertThat(take(copy, second))
                        .extracting(LogImport.Taken::appended)
                        .isEqualTo(2L);
                assertThat(copy.verify().ok()).isTrue();
            }
        }

        @Test
        void theSameAgainAppendsNothingAndAWholeExportAppendsWhatIsNew() throws IOException {
            try (var log = source(3);
                    var copy = target()) {
                export(directory.resolve("1.ndjson"), 0);
                log.commands().send(new RetitleTalk(log.talk, "More", null), TestLog.CONTEXT);
                export(directory.resolve("2.ndjson"), 0);
                assertThat(take(copy, directory.resolve("1.ndjson")).appended()).isEqualTo(5);
                assertThat(take(copy, directory.resolve("1.ndjson")).present()).isEqualTo(5);
                var taken = take(copy, directory.resolve("2.ndjson"));
                assertThat(taken.appended()).isEqualTo(1);
                assertThat(taken.present()).isEqualTo(5);
                // An older export of a log that has gone on is no contradiction.
                assertThat(take(copy, directory.resolve("1.ndjson")).head()).isEqualTo(6);
            }
        }

        @Test
        void anInterruptedImportGoesOn() throws IOException {
            var file = exported(1_500);
            try (var copy = target()) {
                Progress interrupting = (phase, done, total) -> {
                    if (phase.equals("appending") && done >= 1_000) {
                        throw new IllegalStateException("interrupted");
                    }
                };
                assertThatThrownBy(() -> take(copy, file, interrupting)).hasMessage("interrupted");
                assertThat(copy.log().head()).isEqualTo(1_000);
            }
            try (var copy = target()) {
                assertThat(take(copy, file)).satisfies(taken -> {
                    assertThat(taken.appended()).isEqualTo(502);
                    assertThat(taken.present()).isEqualTo(1_000);
                });
                assertThat(copy.verify().ok()).isTrue();
            }
        }

        @Test
        void anotherLogIsRefused() throws IOException {
            var file = exported(3);
            try (var copy = target().withTalk(1)) {
                assertThatThrownBy(() -> take(copy, file))
                        .isInstanceOf(ArchiveException.class)
                        .hasMessageContaining("is of another log");
                assertThat(copy.log().head()).isEqualTo(3);
            }
        }

        @Test
        void aLogThatWentOnByItselfIsRefusedWithThePlaceWhereTheyPart() throws IOException {
            try (var log = source(3);
                    var copy = target()) {
                export(directory.resolve("1.ndjson"), 0);
                take(copy, directory.resolve("1.ndjson"));
                log.commands().send(new RetitleTalk(log.talk, "Here", null), TestLog.CONTEXT);
                copy.commands().send(new RetitleTalk(log.talk, "There", null), TestLog.CONTEXT);
                export(directory.resolve("2.ndjson"), 0);
                assertThatThrownBy(() -> take(copy, directory.resolve("2.ndjson")))
                        .isInstanceOf(ArchiveException.class)
                        .hasMessageContaining("their histories differ at position 6");
                assertThat(copy.log().head()).isEqualTo(6);
                assertThat(copy.verify().ok()).isTrue();
            }
        }
    }

    @Nested
    class WhatWasTamperedWith {

        private void isRefused(Path file, String... said) throws IOException {
            try (var copy = target()) {
                assertThatThrownBy(() -> take(copy, file))
                        .isInstanceOf(ArchiveException.class)
                        .hasMessageContainingAll(said);
                assertThat(copy.log().head()).isZero();
                assertThat(copy.select("select count(*) from thing")).containsExactly("0");
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"log.ndjson", "log.ndjson.gz"})
        void aTruncatedExportIsRefusedWhereverItWasCut(String name) throws IOException {
            var file = directory.resolve(name);
            try (var log = source(600)) {
                assertThat(log.log().head()).isEqualTo(602);
                export(file, 0);
            }
            var whole = Files.readAllBytes(file);
            var random = new Random(5);
            for (int i = 0; i < 12; i++) {
                Files.write(file, Arrays.copyOf(whole, random.nextInt(whole.length)));
                isRefused(file, name);
            }
            Files.write(file, Arrays.copyOf(whole, whole.length - 1));
            isRefused(file, name);
        }

        @Test
        void aTruncatedExportSaysAfterWhichPosition() throws IOException {
            var file = exported(20);
            var lines = Files.readAllLines(file);
            Files.writeString(
                    file,
                    String.join("\n", lines.subList(0, 11)) + "\n"
                            + lines.get(11).substring(0, 30));
            isRefused(file, "after line 11 (position 10)", "it has no manifest");
        }

        @ParameterizedTest(name = "{0}")
        @CsvSource(
                delimiter = '|',
                value = {
                    "position    | \"position\":5 | \"position\":6",
                    "stream      | \"stream\":\"talk:   | \"stream\":\"talk:0",
                    "sequence    | \"sequence\":3 | \"sequence\":4",
                    "event id    | \"eventId\":\" | \"eventId\":\"0",
                    "type        | \"type\":\"talk.retitled\" | \"type\":\"talk.withdrawn\"",
                    "revision    | \"revision\":3 | \"revision\":2",
                    "time        | \"timeMillis\": | \"timeMillis\":9",
                    "payload     | Title 3 | Title 4",
                    "meta        | \"actor\":\"0 | \"actor\":\"1",
                    "chain       | \"chain\":\" | \"chain\":\"0",
                    "a new field | \"position\": | \"place\":1,\"position\":",
                    "no field    | \"revision\":3, | ",
                    "no JSON     | \"revision\":3 | \"revision\":",
                })
        void anAlteredFieldIsRefusedWithItsLine(String name, String from, String to) throws IOException {
            var file = exported(20);
            var lines = new ArrayList<>(Files.readAllLines(file));
            var altered = lines.get(5).replace(from, to == null ? "" : to);
            assertThat(altered).as(name).isNotEqualTo(lines.get(5));
            lines.set(5, altered);
            Files.writeString(file, String.join("\n", lines) + "\n");
            isRefused(file, "line 6: ");
        }

        @Test
        void deletedDoubledAndSwappedLinesAreRefusedWithThePlace() throws IOException {
            var file = exported(20);
            var lines = Files.readAllLines(file);
            var deleted = new ArrayList<>(lines);
            deleted.remove(7);
            Files.writeString(file, String.join("\n", deleted) + "\n");
            isRefused(file, "line 8: position 8 stands where 7 is due");
            var doubled = new ArrayList<>(lines);
            doubled.add(7, lines.get(7));
            Files.writeString(file, String.join("\n", doubled) + "\n");
            isRefused(file, "line 9: position 7 stands where 8 is due");
            var swapped = new ArrayList<>(lines);
            Collections.swap(swapped, 7, 9);
            Files.writeString(file, String.join("\n", swapped) + "\n");
            isRefused(file, "line 8: position 9 stands where 7 is due");
            var missingLast = new ArrayList<>(lines);
            missingLast.remove(22);
            Files.writeString(file, String.join("\n", missingLast) + "\n");
            isRefused(file, "the manifest is not that of these lines");
        }

        @Test
        void aFlippedByteIsRefusedWhereverItIs() throws IOException {
            var file = exported(8);
            var whole = Files.readAllBytes(file);
            var random = new Random(11);
            try (var copy = target()) {
                for (int i = 0; i < 400; i++) {
                    var flipped = whole.clone();
                    var at = random.nextInt(whole.length);
                    flipped[at] ^= (byte) (1 << random.nextInt(8));
                    Files.write(file, flipped);
                    assertThatThrownBy(() -> take(copy, file)).as("byte %d", at).isInstanceOf(ArchiveException.class);
                }
                assertThat(copy.log().head()).isZero();
            }
        }

        @Test
        void aPayloadThatIsNoneOfItsTypeIsRefusedAlsoWithFittingHashes() throws IOException {
            try (var log = source(3)) {
                // Recorded by a log that did not look: the chain is right, the payload is not.
                assertThat(log.log().head()).isEqualTo(5);
            }
            var file = directory.resolve("log.ndjson");
            ForgedExport.of(directory.resolve("source/log.db"), file)
                    .payload(5, "{\"talkId\":7}")
                    .write();
            isRefused(file, "line 6: Position 5 ", "column payload: not valid against talk.retitled");
            Files.delete(file);
            ForgedExport.of(directory.resolve("source/log.db"), file)
                    .type(5, "talk.exploded")
                    .write();
            isRefused(file, "line 6: Position 5 ", "knows no schema of talk.exploded");
        }

        @Test
        void aGapInAStreamIsRefusedAlsoWithFittingHashes() throws IOException {
            try (var log = source(3)) {
                assertThat(log.log().head()).isEqualTo(5);
            }
            var file = directory.resolve("log.ndjson");
            ForgedExport.of(directory.resolve("source/log.db"), file)
                    .sequence(5, 9)
                    .write();
            try (var copy = target()) {
                assertThatThrownBy(() -> take(copy, file))
                        .isInstanceOf(ArchiveException.class)
                        .hasMessageContainingAll("position 5", "sequence 9", "where 3 is due");
                assertThat(copy.log().head()).isZero();
            }
        }

        @Test
        void aTimeThatGoesBackIsRefusedAlsoWithFittingHashes() throws IOException {
            try (var log = source(3)) {
                assertThat(log.log().head()).isEqualTo(5);
            }
            var file = directory.resolve("log.ndjson");
            ForgedExport.of(directory.resolve("source/log.db"), file)
                    .time(4, 17)
                    .write();
            try (var copy = target()) {
                assertThatThrownBy(() -> take(copy, file))
                        .isInstanceOf(ArchiveException.class)
                        .hasMessageContainingAll("position 4", "before that of the event before");
                assertThat(copy.log().head()).isZero();
            }
        }

        @Test
        void aForgottenPayloadIsListedAndRefusedWhereNoEventNamesIt() throws IOException {
            var file = directory.resolve("log.ndjson");
            try (var log = source(3)) {
                log.behindItsBack("update event set payload = cast('{\"forgotten\":true}' as blob) where position = 4");
                assertThat(export(file, 0).redactions()).isEqualTo(1);
            }
            var manifest = JSON.readTree(Files.readAllLines(file).getLast()).path("manifest");
            assertThat(manifest.path("redactions").path(0).asLong()).isEqualTo(4);
            isRefused(file, "line 5: Position 4 ", "no event of the log names it as forgotten");
        }

        @Test
        void whatIsNoExportIsRefused() throws IOException {
            var file = directory.resolve("log.ndjson");
            Files.writeString(file, "");
            isRefused(file, "is no export of a log");
            Files.writeString(file, "title,speaker\n");
            isRefused(file, "is no export of a log");
            Files.writeString(directory.resolve("log.gz"), "title,speaker\n");
            isRefused(directory.resolve("log.gz"), "log.gz");
            isRefused(directory.resolve("missing.ndjson"), "cannot be read");
            var later =
                    Files.readString(exportedElsewhere()).replace("\"talkCatalogueLog\":1", "\"talkCatalogueLog\":2");
            Files.writeString(file, later);
            isRefused(file, "is of version 2");
        }

        private Path exportedElsewhere() throws IOException {
            var file = directory.resolve("elsewhere.ndjson");
            try (var log = source(1)) {
                assertThat(log.log().head()).isEqualTo(3);
                export(file, 0);
            }
            return file;
        }
    }

    @Test
    void aPackedExportHasTheSameContent() throws IOException {
        var plain = exported(5);
        var packed = directory.resolve("log.ndjson.gz");
        export(packed, 0);
        try (var in = new GZIPInputStream(new ByteArrayInputStream(Files.readAllBytes(packed)))) {
            var lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            assertThat(lines.subList(1, 8)).isEqualTo(Files.readAllLines(plain).subList(1, 8));
            assertThat(lines).hasSize(9);
        }
    }
}
