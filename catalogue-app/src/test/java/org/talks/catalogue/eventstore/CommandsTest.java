package org.talks.catalogue.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.talks.catalogue.command.CatalogueCommand;
import org.talks.catalogue.command.Refused;
import org.talks.catalogue.conference.ConferenceCommand.LinkConferenceToSource;
import org.talks.catalogue.conference.ConferenceCommand.RegisterConference;
import org.talks.catalogue.conference.ConferenceId;
import org.talks.catalogue.eventstore.Commands.Envelope;
import org.talks.catalogue.eventstore.Commands.Outcome;
import org.talks.catalogue.speaker.SpeakerCommand.AddAlias;
import org.talks.catalogue.speaker.SpeakerCommand.MergeSpeaker;
import org.talks.catalogue.speaker.SpeakerCommand.RegisterSpeaker;
import org.talks.catalogue.speaker.SpeakerCommand.RemoveSpeaker;
import org.talks.catalogue.speaker.SpeakerCommand.RenameSpeaker;
import org.talks.catalogue.speaker.SpeakerId;
import org.talks.catalogue.talk.TalkCommand.AddTalk;
import org.talks.catalogue.talk.TalkCommand.RetitleTalk;
import org.talks.catalogue.talk.TalkCommand.WithdrawTalk;
import org.talks.events.ConferenceDetails;
import org.talks.events.SourceKey;
import org.talks.events.TalkDetails;

/// What stays recorded and what is taken back.
class CommandsTest {

    private static final List<String> REGISTRIES = List.of("thing", "source_key", "speaker_merge", "speaker_name");

    @TempDir
    Path directory;

    private static final class MovingClock extends Clock {
        private Instant now = Instant.parse("2026-03-01T12:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(@Nullable ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }

    private static Envelope envelope(CatalogueCommand command) {
        return new Envelope(command, TestLog.CONTEXT);
    }

    private static RegisterConference register(String name) {
        return new RegisterConference(
                new ConferenceId(UUID.randomUUID().toString()), ConferenceDetails.named(name), null);
    }

    /// An event where the next one of the talk is about to be recorded, as another process would have put it.
    private static String strayEvent(long position, long sequence) {
        return "insert into event select %d, stream, %d, 'stray', type, revision, time_millis, payload, meta, payload_digest, meta_digest, chain from event where position = 2"
                .formatted(position, sequence);
    }

    @Test
    void meetingAnExistingSequenceIsAConcurrencyExceptionAndLeavesNothing() {
        try (var log = TestLog.open(directory).withTalk(0)) {
            // Far behind in position, so that only stream and sequence meet, once the aggregate has been loaded.
            log.behindItsBack("create trigger meet before insert on event when new.event_id <> 'stray' begin "
                    + strayEvent(900, 1) + "; end");
            assertThatThrownBy(() -> log.commands().send(new RetitleTalk(log.talk, "New", null), TestLog.CONTEXT))
                    .isInstanceOf(ConcurrencyException.class);
            assertThat(log.select("select count(*) from event")).containsExactly("2");
            log.behindItsBack("drop trigger meet");
            assertThat(log.commands()
                            .send(new RetitleTalk(log.talk, "New", null), TestLog.CONTEXT)
                            .position())
                    .isEqualTo(3);
            assertThat(log.verify().problems()).isEmpty();
        }
    }

    @Test
    void anAppendToASequenceThatAnotherConnectionTookIsAConcurrencyException() {
        try (var log = TestLog.open(directory).withTalk(0);
                var sqlite = SqliteEventLog.open(directory.resolve("log.db"), Clock.systemUTC())) {
            log.behindItsBack(strayEvent(3, 1));
            var last = log.log().stream("talk:" + log.talk.value(), 2).getLast();
            var transaction = sqlite.transactions().startTransaction();
            try {
                assertThatThrownBy(() -> sqlite.append(List.of(new SqliteEventLog.NewEvent(
                                UUID.randomUUID().toString(), last.stream(), 1, last.event(), last.metadata()))))
                        .isInstanceOf(ConcurrencyException.class);
            } finally {
                transaction.rollback();
            }
            assertThat(log.log().head()).isEqualTo(3);
        }
    }

    @Test
    void aRefusedCommandOfABatchWritesNothingAndDoesNotStopTheOthers() {
        try (var log = TestLog.open(directory).withTalk(0)) {
            var good = register("Good");
            var late = register("Late");
            var outcomes = log.commands()
                    .sendAll(List.of(
                            envelope(good),
                            envelope(new AddTalk(log.talk, TalkDetails.titled(log.conference.value(), "Again"), null)),
                            envelope(late)));
            assertThat(outcomes).extracting(o -> o.refusal() == null).containsExactly(true, false, true);
            assertThat(log.log().head()).isEqualTo(4);
            assertThat(log.select("select stream from thing where present = 1"))
                    .containsExactlyInAnyOrder(
                            "conference:" + log.conference.value(),
                            "talk:" + log.talk.value(),
                            good.stream(),
                            late.stream());
        }
    }

    @Test
    void idsOfEventsFollowEachOtherSoThatTheirIndexGrowsAtItsEnd() {
        try (var log = TestLog.open(directory).withTalk(40)) {
            var ids = log.select("select event_id from event order by position");
            assertThat(ids).hasSizeGreaterThan(40).isSorted();
            assertThat(ids)
                    .allSatisfy(id -> assertThat(UUID.fromString(id).version()).isEqualTo(7));
        }
    }

    @Test
    void aBatchInWhichACommandFailedAfterItHadWrittenCannotBeCommitted() throws SQLException {
        try (var sqlite = SqliteEventLog.open(directory.resolve("log.db"), Clock.systemUTC())) {
            var transactions = sqlite.transactions();
            assertThat(committed(transactions, "first", "select 1")).isTrue();
            assertThatThrownBy(() -> committed(
                            transactions, "second", "insert into log_property (name, value) values ('half', '')"))
                    .isInstanceOf(EventLogException.class)
                    .hasMessageContaining("nothing of its batch");
            assertThat(committed(transactions, "third", "select 1")).isTrue();
            assertThat(sqlite.<List<String>>read(reader -> {
                        var names = new ArrayList<String>();
                        try (var rows = reader.prepared("select name from log_property order by name")
                                .executeQuery()) {
                            while (rows.next()) {
                                names.add(rows.getString(1));
                            }
                        }
                        return names;
                    }))
                    .containsExactly("first", "log_id", "third");
        }
    }

    /// Writes a property, and within the same transaction lets another one do something that is rolled back.
    private static boolean committed(LogTransactions transactions, String property, String inner) throws SQLException {
        var outer = transactions.startTransaction();
        try {
            transactions.writer().execute("insert into log_property (name, value) values ('" + property + "', '')");
            var nested = transactions.startTransaction();
            transactions.writer().execute(inner);
            nested.rollback();
            outer.commit();
            return true;
        } finally {
            outer.rollback();
        }
    }

    @Test
    void whoFollowsTheLogGetsFromMemoryWhatTheFileSays() {
        try (var log = TestLog.open(directory).withTalk(3)) {
            log.commands()
                    .sendAll(List.of(
                            envelope(register("Good")),
                            envelope(new AddTalk(log.talk, TalkDetails.titled(log.conference.value(), "Again"), null)),
                            envelope(register("Late"))));
            log.commands().send(new RetitleTalk(log.talk, "Last", null), TestLog.CONTEXT);
            try (var another = SqliteEventLog.open(directory.resolve("log.db"), Clock.systemUTC())) {
                for (long position = 0; position <= log.log().head(); position++) {
                    for (int limit : new int[] {1, 2, 100}) {
                        assertThat(decoded(log.log(), position, limit)).isEqualTo(decoded(another, position, limit));
                    }
                }
            }
        }
    }

    private static List<RecordedEvent> decoded(EventLog log, long position, int limit) {
        return log.after(position, limit).stream().map(RawEvent::decode).toList();
    }

    @Test
    void whatACommandWroteInTheRegistriesBeforeItFailedIsTakenBackAndNotTheOthers() {
        try (var log = TestLog.open(directory).withTalk(0)) {
            var ian = new SpeakerId(UUID.randomUUID().toString());
            log.commands().send(new RegisterSpeaker(ian, "Ian", List.of(), null, null), TestLog.CONTEXT);
            // The second name cannot be written: the command fails after it has written the first.
            log.behindItsBack("create trigger no before insert on speaker_name when new.folded = 'second'"
                    + " begin select raise(abort, 'no'); end");
            var second = new SpeakerId(UUID.randomUUID().toString());
            assertThatThrownBy(() -> log.commands()
                            .send(new RegisterSpeaker(second, "First", List.of("Second"), null, null), TestLog.CONTEXT))
                    .isInstanceOf(EventLogException.class);
            assertThat(log.select("select folded from speaker_name")).containsExactly("ian");
            assertThat(log.select("select count(*) from thing where stream = 'speaker:" + second.value() + "'"))
                    .containsExactly("0");
        }
    }

    @Test
    void aBatchThatFailsAtCommitAcknowledgesNothing() {
        try (var log = TestLog.open(directory).withTalk(0)) {
            // A deferred foreign key is looked at only when the transaction commits.
            log.behindItsBack(
                    "create table deferred (id text references nowhere (id) deferrable initially deferred)",
                    "create table nowhere (id text primary key)",
                    "create trigger late after insert on event begin insert into deferred values (new.event_id); end");
            try (var strict = TestLog.open(directory, "log.db?foreign_keys=true", Clock.systemUTC())) {
                var acknowledged = new ArrayList<Outcome>();
                assertThatThrownBy(() -> acknowledged.addAll(strict.commands()
                                .sendAll(List.of(envelope(register("One")), envelope(register("Two"))))))
                        .isInstanceOf(EventLogException.class)
                        .hasMessageContaining("nothing of this was recorded");
                assertThat(acknowledged).isEmpty();
            }
            assertThat(log.log().head()).isEqualTo(2);
            assertThat(log.select("select count(*) from thing")).containsExactly("2");
        }
    }

    @Test
    void timesNeverDecreaseWhenTheClockGoesBack() {
        var clock = new MovingClock();
        try (var log = TestLog.open(directory, clock).withTalk(1)) {
            var before = clock.now;
            clock.now = before.minus(Duration.ofDays(400));
            log.commands().send(new RetitleTalk(log.talk, "From the past", null), TestLog.CONTEXT);
            clock.now = before.plusSeconds(1);
            log.commands().send(new RetitleTalk(log.talk, "From now", null), TestLog.CONTEXT);
            assertThat(log.log().stream("talk:" + log.talk.value(), 5).stream().map(RecordedEvent::time))
                    .containsExactly(before, before, before, before.plusSeconds(1));
            assertThat(log.verify().ok()).isTrue();
        }
    }

    @Test
    void positionsHaveNoGapsAfterRollbacks() {
        try (var log = TestLog.open(directory).withTalk(1)) {
            log.behindItsBack("create trigger no after insert on event when new.type = 'talk.withdrawn'"
                    + " begin select raise(abort, 'no'); end");
            for (int i = 0; i < 3; i++) {
                assertThatThrownBy(() -> log.commands()
                                .sendAll(List.of(
                                        envelope(register("Lost")), envelope(new WithdrawTalk(log.talk, null)))))
                        .isInstanceOf(RuntimeException.class);
                assertThatThrownBy(() -> log.commands()
                                .send(
                                        new AddTalk(
                                                log.talk, TalkDetails.titled(log.conference.value(), "Again"), null),
                                        TestLog.CONTEXT))
                        .isInstanceOf(Refused.class);
                log.commands().send(new RetitleTalk(log.talk, "Kept " + i, null), TestLog.CONTEXT);
            }
            assertThat(log.select("select position from event order by position"))
                    .containsExactlyElementsOf(LongStream.rangeClosed(1, 6)
                            .mapToObj(Long::toString)
                            .toList());
            log.behindItsBack("drop trigger no");
            assertThat(log.verify().problems()).isEmpty();
        }
    }

    @Test
    void registriesRebuiltFromTheLogEqualTheLiveOnes() {
        try (var log = TestLog.open(directory).withTalk(1)) {
            var ian = new SpeakerId(UUID.randomUUID().toString());
            var other = new SpeakerId(UUID.randomUUID().toString());
            var gone = new SpeakerId(UUID.randomUUID().toString());
            var origin = new CommandContext(
                    "local", "import", null, null, new CommandContext.Origin("import-1", "pyvideo", "digest-1"));
            for (var command : List.<CatalogueCommand>of(
                    new RegisterSpeaker(ian, "Ian Huston", List.of("Iain"), null, new SourceKey("pyvideo", "ian")),
                    new RegisterSpeaker(other, "Other", List.of(), null, null),
                    new RegisterSpeaker(gone, "Gone", List.of(), null, null),
                    new RenameSpeaker(ian, "Ian H", true),
                    new AddAlias(other, "Another"),
                    new MergeSpeaker(other, ian),
                    new RemoveSpeaker(gone, null),
                    new LinkConferenceToSource(log.conference, new SourceKey("frab", "pycon")))) {
                log.commands().send(command, origin);
            }
            var live = registries(log);
            assertThat(live).allSatisfy(rows -> assertThat(rows).isNotEmpty());
            log.behindItsBack("delete from thing", "update speaker_name set folded = folded || 'x'");
            assertThat(registries(log)).isNotEqualTo(live);
            log.wiring().rebuildRegistries();
            assertThat(registries(log)).isEqualTo(live);
        }
    }

    private static List<List<String>> registries(TestLog log) {
        return REGISTRIES.stream()
                .map(table -> log.select("select json_array("
                        + String.join(", ", log.select("select name from pragma_table_info('" + table + "')"))
                        + ") from "
                        + table + " order by 1"))
                .toList();
    }
}
