package org.talks.catalogue.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The log is altered behind its back, and verification says where.
class LogVerificationTest {

    @TempDir
    Path directory;

    @Test
    void anUntouchedLogVerifies() {
        try (var log = TestLog.open(directory).withTalk(5)) {
            assertThat(log.verify()).satisfies(report -> {
                assertThat(report.problems()).isEmpty();
                assertThat(report.ok()).isTrue();
                assertThat(report.events()).isEqualTo(7);
                assertThat(report.chain()).isEqualTo(log.log().chainAt(7));
            });
        }
    }

    @Test
    void anEmptyLogVerifies() {
        try (var log = TestLog.open(directory)) {
            assertThat(log.verify().ok()).isTrue();
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "position       | set position = 500                        | Position 5 is missing.",
                "stream         | set stream = 'talk:another' | column stream: it is not what was recorded",
                "sequence       | set sequence = 99                         | column sequence: it is not what was recorded",
                "event_id       | set event_id = 'another'                  | column event_id",
                "type           | set type = 'talk.withdrawn'               | column type: it is not what was recorded",
                "unknown type   | set type = 'talk.exploded'                | column type: it is not what was recorded",
                "revision       | set revision = 7                          | column revision: it is not what was recorded",
                "time_millis    | set time_millis = time_millis + 1         | or time_millis: it is not what was recorded",
                "earlier time   | set time_millis = 17                      | column time_millis: it is before that of",
                "payload        | set payload = cast(replace(payload, 'Title', 'Tidal') as blob) | column payload: it is not what was recorded",
                "no JSON        | set payload = x'00ff'                     | column payload: not valid against",
                "meta           | set meta = cast(replace(meta, '0190f1de', '0190f1df') as blob) | column meta: it is not what was recorded",
                "payload_digest | set payload_digest = zeroblob(32)         | column payload_digest: it is not what was recorded",
                "meta_digest    | set meta_digest = zeroblob(32)            | column meta_digest: it is not what was recorded",
                "chain          | set chain = zeroblob(32)                  | column chain: it is not what was recorded",
            })
    void anAlteredColumnIsFoundAndNamed(String name, String alteration, String said) {
        try (var log = TestLog.open(directory).withTalk(5)) {
            log.behindItsBack("update event " + alteration + " where position = 5");
            assertThat(log.verify()).satisfies(report -> {
                assertThat(report.ok()).as(name).isFalse();
                assertThat(report.problems())
                        .anySatisfy(problem -> assertThat(problem).contains(said));
                assertThat(report.problems()).first().asString().containsPattern("Position 5\\b");
            });
        }
    }

    @Test
    void everyColumnOfTheTableIsAmongTheAlteredOnes() {
        try (var log = TestLog.open(directory)) {
            assertThat(log.select("select name from pragma_table_info('event')"))
                    .containsExactly(
                            "position",
                            "stream",
                            "sequence",
                            "event_id",
                            "type",
                            "revision",
                            "time_millis",
                            "payload",
                            "meta",
                            "payload_digest",
                            "meta_digest",
                            "chain");
        }
    }

    @Test
    void anAlteredLastRowIsFound() {
        try (var log = TestLog.open(directory).withTalk(5)) {
            log.behindItsBack("update event set chain = zeroblob(32) where position = 7");
            assertThat(log.verify().problems()).singleElement().asString().contains("Position 7 (talk:", "or chain");
        }
    }

    @Test
    void aDeletedRowIsFound() {
        try (var log = TestLog.open(directory).withTalk(5)) {
            log.behindItsBack("delete from event where position = 4");
            assertThat(log.verify().problems())
                    .anySatisfy(problem -> assertThat(problem).startsWith("Position 4 is missing."))
                    .anySatisfy(problem -> assertThat(problem).contains("column sequence: it is 3 where 2 is due."));
        }
    }

    @Test
    void deletedLastRowsAreFound() {
        try (var log = TestLog.open(directory).withTalk(5)) {
            log.behindItsBack("delete from event where position >= 6");
            assertThat(log.verify().problems())
                    .containsExactly("Positions 6 to 7 are missing. The log was cut off at its end.");
        }
    }

    @Test
    void swappedPayloadsAreFoundAtBothPlaces() {
        try (var log = TestLog.open(directory).withTalk(5)) {
            log.behindItsBack(
                    "create temp table p as select position, payload from event where position in (4, 6)",
                    "update event set payload = (select payload from p where p.position = 10 - event.position)"
                            + " where position in (4, 6)");
            assertThat(log.verify().problems())
                    .anySatisfy(problem ->
                            assertThat(problem).startsWith("Position 4 ").contains("column payload"))
                    .anySatisfy(problem ->
                            assertThat(problem).startsWith("Position 6 ").contains("column payload"));
        }
    }

    @Test
    void rowsThatWereRewrittenWithFittingDigestsAreFoundByTheChain() {
        try (var log = TestLog.open(directory).withTalk(5)) {
            // The digests of the payload of 4 moved along with it: only the chain can tell.
            log.behindItsBack(
                    "create temp table p as select position, payload, payload_digest from event where position in (4, 6)",
                    "update event set"
                            + " payload = (select payload from p where p.position = 10 - event.position),"
                            + " payload_digest = (select payload_digest from p where p.position = 10 - event.position)"
                            + " where position in (4, 6)");
            assertThat(log.verify().problems())
                    .allSatisfy(problem -> assertThat(problem).contains("the hash chain does not hold"))
                    .hasSize(2);
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "stream      | set stream = cast(stream as blob)",
                "sequence    | set sequence = 'two'",
                "event_id    | set event_id = cast(event_id as blob)",
                "type        | set type = cast(type as blob)",
                "revision    | set revision = 'one'",
                "time_millis | set time_millis = 'now'",
                "payload     | set payload = cast(payload as text)",
                "meta        | set meta = cast(meta as text)",
                "chain       | set chain = cast('x' as text)",
            })
    void aColumnOfAnotherTypeIsFoundAlsoWhereItReadsTheSame(String column, String alteration) {
        try (var log = TestLog.open(directory).withTalk(5)) {
            log.behindItsBack("update event " + alteration + " where position = 4");
            assertThat(log.verify().problems())
                    .anySatisfy(problem -> assertThat(problem).contains("Position 4 ", "column " + column));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update thing set present = 0 where stream like 'talk:%'",
                "delete from thing",
                "insert into thing values ('talk:zzz', 1)",
                "insert into source_key values ('talk', 'pyvideo', 'x', 'talk:zzz', null)",
                "insert into speaker_merge values ('a', 'b')",
                "insert into speaker_name values ('ana', 'a')"
            })
    void aRegistryThatIsNotWhatTheLogGivesIsFoundAndBuiltAnew(String alteration) {
        try (var log = TestLog.open(directory).withTalk(5)) {
            log.behindItsBack(alteration);
            assertThat(log.verify().problems()).singleElement().asString().startsWith("Registry ");
            log.wiring().rebuildRegistries();
            assertThat(log.verify().problems()).isEmpty();
        }
    }

    @Test
    void aSwappedPairIsFound() {
        try (var log = TestLog.open(directory).withTalk(5)) {
            log.behindItsBack(
                    "update event set position = -4 where position = 4",
                    "update event set position = 4 where position = 6",
                    "update event set position = 6 where position = -4");
            assertThat(log.verify().problems())
                    .anySatisfy(problem -> assertThat(problem).startsWith("Position 4 "))
                    .anySatisfy(problem -> assertThat(problem).startsWith("Position 6 "));
            assertThat(log.verify().problems()).first().asString().startsWith("Position 4 ");
        }
    }

    /// Whichever byte of the file is flipped: either verification finds it, or every column of every event still
    /// reads as before (the byte was in unused space or in what is no part of the events).
    @Test
    void aFlippedByteIsFoundOrChangesNoEvent() throws IOException {
        try (var log = TestLog.open(directory).withTalk(40)) {
            assertThat(log.verify().ok()).isTrue();
        }
        var file = directory.resolve("log.db");
        var sound = Files.readAllBytes(file);
        var events = allColumns(file);
        var random = new Random(17);
        var found = 0;
        for (int i = 0; i < FLIPS; i++) {
            var at = random.nextInt(sound.length);
            var flipped = sound.clone();
            flipped[at] ^= (byte) (1 << random.nextInt(8));
            Files.write(file, flipped);
            var said = verified();
            if (said.isEmpty()) {
                assertThat(allColumns(file)).as("byte %d", at).isEqualTo(events);
            } else {
                found++;
            }
            Files.deleteIfExists(directory.resolve("log.db-wal"));
            Files.deleteIfExists(directory.resolve("log.db-shm"));
        }
        assertThat(found).isGreaterThan(FLIPS / 4);
    }

    @Test
    void aByteFlippedWithinAnEventIsNamedWithItsPlace() throws IOException {
        try (var log = TestLog.open(directory).withTalk(5)) {
            assertThat(log.verify().ok()).isTrue();
        }
        var file = directory.resolve("log.db");
        var bytes = Files.readAllBytes(file);
        // Read as Latin-1, so that places in the text are places in the file.
        var at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("\"title\":\"Title 3\"");
        bytes[at + 12] ^= 1;
        Files.write(file, bytes);
        assertThat(verified())
                .singleElement()
                .asString()
                .startsWith("Position 5 (talk:")
                .endsWith("column payload: it is not what was recorded.");
    }

    private static final int FLIPS = 300;

    /// Every column of every event, as text.
    private static List<String> allColumns(Path file) {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select * from event order by position")) {
            var all = new ArrayList<String>();
            while (rows.next()) {
                for (int i = 1; i <= 12; i++) {
                    all.add(HexFormat.of().formatHex(rows.getBytes(i)));
                }
            }
            return all;
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private List<String> verified() {
        try (var log = TestLog.open(directory)) {
            return log.verify().problems();
        } catch (EventLogException e) {
            return List.of(String.valueOf(e.getMessage()));
        }
    }

    @Test
    void manyProblemsAreCountedAndTheFirstAreTold() {
        try (var log = TestLog.open(directory).withTalk(100)) {
            log.behindItsBack("update event set payload = x'00'");
            var report = log.verify();
            assertThat(report.problems()).hasSize(LogVerification.PROBLEMS_MAX);
            assertThat(report.problemCount()).isGreaterThanOrEqualTo(102);
            assertThat(report.problems()).first().asString().startsWith("Position 1 (conference:");
        }
    }

    @Test
    void progressRunsUpToTheNumberOfEvents() {
        try (var log = TestLog.open(directory).withTalk(5)) {
            var seen = new ArrayList<Long>();
            log.wiring().verification().verify((done, total) -> {
                assertThat(total).isEqualTo(7);
                seen.add(done);
            });
            assertThat(seen).startsWith(0L).endsWith(7L);
        }
    }
}
