package org.talks.catalogue.eventstore;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.talks.catalogue.command.StreamKind;
import org.talks.catalogue.conference.ConferenceCommand;
import org.talks.catalogue.conference.ConferenceCommand.RegisterConference;
import org.talks.catalogue.conference.ConferenceId;
import org.talks.catalogue.conference.model.ConferenceModel;
import org.talks.catalogue.speaker.SpeakerCommand;
import org.talks.catalogue.speaker.model.SpeakerModel;
import org.talks.catalogue.talk.TalkCommand;
import org.talks.catalogue.talk.TalkCommand.AddTalk;
import org.talks.catalogue.talk.TalkCommand.RetitleTalk;
import org.talks.catalogue.talk.TalkId;
import org.talks.catalogue.talk.model.TalkModel;
import org.talks.events.ConferenceDetails;
import org.talks.events.ConferenceEvent;
import org.talks.events.SpeakerEvent;
import org.talks.events.TalkDetails;
import org.talks.events.TalkEvent;

/// An event log with its commands, without Spring and without views, and a way to its file behind its back.
public final class TestLog implements AutoCloseable {

    public static final CommandContext CONTEXT = CommandContext.by("0190f1de-0000-7000-8000-000000000001", "test");

    private static final int BATCH = 50;

    public final ConferenceId conference = new ConferenceId(UUID.randomUUID().toString());
    public final TalkId talk = new TalkId(UUID.randomUUID().toString());
    private final Path file;
    private final EventStoreWiring wiring;

    private TestLog(Path file, EventStoreWiring wiring) {
        this.file = file;
        this.wiring = wiring;
    }

    public static TestLog open(Path directory) {
        return open(directory, Clock.systemUTC());
    }

    static TestLog open(Path directory, Clock clock) {
        return open(directory, "log.db", clock);
    }

    /// @param name of the file, settings of the driver after a question mark included
    static TestLog open(Path directory, String name, Clock clock) {
        var file = directory.resolve(name);
        return new TestLog(
                file,
                new EventStoreWiring(
                        file,
                        clock,
                        List.of(
                                new StreamKind<>("talk", TalkCommand.class, TalkEvent.class, TalkModel.decider()),
                                new StreamKind<>(
                                        "conference",
                                        ConferenceCommand.class,
                                        ConferenceEvent.class,
                                        ConferenceModel.decider()),
                                new StreamKind<>(
                                        "speaker", SpeakerCommand.class, SpeakerEvent.class, SpeakerModel.decider()))));
    }

    /// A conference (position 1) and a talk that is added (2) and retitled as often as wanted (from 3 on).
    public TestLog withTalk(int retitled) {
        commands().send(new RegisterConference(conference, ConferenceDetails.named("PyCon Ireland"), null), CONTEXT);
        commands().send(new AddTalk(talk, TalkDetails.titled(conference.value(), "Title"), null), CONTEXT);
        var batch = new ArrayList<Commands.Envelope>();
        for (int i = 1; i <= retitled; i++) {
            batch.add(new Commands.Envelope(new RetitleTalk(talk, "Title " + i, null), CONTEXT));
            if (batch.size() == BATCH || i == retitled) {
                commands().sendAll(batch);
                batch.clear();
            }
        }
        return this;
    }

    public Commands commands() {
        return wiring.commands();
    }

    public EventLog log() {
        return wiring.log();
    }

    public EventStoreWiring wiring() {
        return wiring;
    }

    public LogVerification.Report verify() {
        return wiring.verification().verify((done, total) -> {});
    }

    /// Runs statements on the file through a connection of its own.
    public void behindItsBack(String... statements) {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /// The first column of all rows, as the file has it.
    public List<String> select(String sql) {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                found.add(String.valueOf(rows.getString(1)));
            }
            return found;
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        wiring.close();
    }
}
