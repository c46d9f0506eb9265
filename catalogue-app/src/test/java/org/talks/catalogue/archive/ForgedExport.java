package org.talks.catalogue.archive;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import org.talks.catalogue.eventstore.ChainedEvent;
import org.talks.catalogue.eventstore.HashChain;
import org.talks.catalogue.eventstore.LogFile;
import org.talks.catalogue.eventstore.RawEvent;

/// Alters an event in a log's file and computes its digests and the whole chain anew, as somebody would who means
/// it; then exports the log.
final class ForgedExport {

    private final Path log;
    private final Path file;

    private ForgedExport(Path log, Path file) {
        this.log = log;
        this.file = file;
    }

    static ForgedExport of(Path log, Path file) {
        return new ForgedExport(log, file);
    }

    ForgedExport payload(long position, String json) {
        return set("payload", json.getBytes(StandardCharsets.UTF_8), position);
    }

    ForgedExport type(long position, String type) {
        return set("type", type, position);
    }

    ForgedExport time(long position, long millis) {
        return set("time_millis", millis, position);
    }

    ForgedExport sequence(long position, long sequence) {
        return set("sequence", sequence, position);
    }

    private ForgedExport set(String column, Object value, long position) {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + log);
                var update = connection.prepareStatement("update event set " + column + " = ? where position = ?")) {
            update.setObject(1, value);
            update.setLong(2, position);
            update.executeUpdate();
            return this;
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    void write() throws IOException {
        var hashes = new HashChain();
        try (var read = LogFile.open(log);
                var connection = DriverManager.getConnection("jdbc:sqlite:" + log);
                var update = connection.prepareStatement(
                        "update event set payload_digest = ?, meta_digest = ?, chain = ? where position = ?")) {
            var rows = new java.util.ArrayList<ChainedEvent>();
            read.read(0, (row, end) -> rows.add(row));
            var chain = hashes.genesis(read.logId());
            for (var row : rows) {
                RawEvent event = row.event();
                var payload = hashes.digest(event.payload());
                var meta = hashes.digest(event.meta());
                chain = hashes.link(chain, event, payload, meta);
                update.setBytes(1, payload);
                update.setBytes(2, meta);
                update.setBytes(3, chain);
                update.setLong(4, event.position());
                update.executeUpdate();
            }
            new ExportFile(file).write(read, 0, Clock.systemUTC(), (phase, done, total) -> {});
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
