package org.talks.catalogue.archive;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.talks.catalogue.command.Refused;
import org.talks.catalogue.eventstore.ChainedEvent;
import org.talks.catalogue.eventstore.EventLog;
import org.talks.catalogue.eventstore.HashChain;
import org.talks.catalogue.eventstore.LogIntake;
import org.talks.catalogue.eventstore.LogVerification;

/// Takes an export into an empty log, or into one that it continues. The whole file is checked first, so nothing
/// is taken from one that is cut off or altered; then its events are appended in transactions of some hundred. An
/// import that is interrupted has taken a part of the log, and doing it again goes on from there. One import at a
/// time; safe for use by several threads.
public final class LogImport {

    private final EventLog log;
    private final LogIntake intake;
    private final ReentrantLock running = new ReentrantLock();

    public LogImport(EventLog log, LogIntake intake) {
        this.log = log;
        this.intake = intake;
    }

    /// What was taken.
    ///
    /// @param appended events that were not there before
    /// @param present events of the file that were
    /// @param head end of the log now
    /// @param chain the hash chain there
    public record Taken(long appended, long present, long head, String chain) {}

    /// Returns when everything is durable.
    ///
    /// @throws ArchiveException when the file is no whole and unaltered export, or none that continues this log;
    ///     the message names the place
    /// @throws Refused.NotNow while another one runs
    public Taken take(ExportFile file, Progress progress) {
        if (!running.tryLock()) {
            throw new Refused.NotNow("Another import of a log is running. Wait for it.");
        }
        try {
            var before = log.head();
            var manifest = new ExportReader(file).read(new Check(file, before, progress));
            if (manifest.last() > before) {
                new ExportReader(file).read(new Append(file, before, manifest.last(), progress));
            }
            var head = log.head();
            return new Taken(
                    head - before, manifest.events() - (head - before), head, String.valueOf(log.chainAt(head)));
        } finally {
            running.unlock();
        }
    }

    /// Looks at everything and takes nothing.
    private final class Check implements ExportReader.Taker {
        private final ExportFile file;
        private final long head;
        private final Progress progress;

        Check(ExportFile file, long head, Progress progress) {
            this.file = file;
            this.head = head;
            this.progress = progress;
        }

        @Override
        public void header(Header header) {
            progress.at("checking", 0, 0);
            if (head > 0 && !header.logId().equals(log.logId())) {
                throw new ArchiveException(
                        ("%s is of another log (%s) than this catalogue's (%s). It can be taken into an"
                                        + " empty data directory.")
                                .formatted(file, header.logId(), log.logId()));
            }
            if (header.after() > head) {
                throw new ArchiveException(
                        ("%s begins after position %d, and this log ends at %d. Take an export of what"
                                        + " is between first.")
                                .formatted(file, header.after(), head));
            }
            if (header.after() > 0 && !header.chain().equals(log.chainAt(header.after()))) {
                throw anotherHistory(header.after());
            }
        }

        @Override
        public void events(List<ChainedEvent> events, long line) {
            var problems = events.parallelStream().map(this::problem).toList();
            for (int i = 0; i < events.size(); i++) {
                if (!problems.get(i).isEmpty()) {
                    throw new ArchiveException("%s, line %d: %s".formatted(file, line + i, problems.get(i)));
                }
            }
            for (var row : events) {
                var position = row.event().position();
                if (position <= head && !HashChain.hex(row.chain()).equals(log.chainAt(position))) {
                    throw anotherHistory(position);
                }
            }
            progress.at("checking", events.getLast().event().position(), 0);
        }

        private ArchiveException anotherHistory(long position) {
            return new ArchiveException(
                    "%s does not continue this log: their histories differ at position %d.".formatted(file, position));
        }

        private String problem(ChainedEvent row) {
            var event = row.event();
            if (Arrays.equals(event.payload(), ExportLines.REDACTED)) {
                return "Position " + event.position() + " (" + event.stream()
                        + ") has its payload replaced, and no event of the log names it as forgotten.";
            }
            return LogVerification.problemsOf(event).stream().findFirst().orElse("");
        }
    }

    private final class Append implements ExportReader.Taker {
        private final ExportFile file;
        private final long before;
        private final long last;
        private final Progress progress;
        private String logId = "";

        Append(ExportFile file, long before, long last, Progress progress) {
            this.file = file;
            this.before = before;
            this.last = last;
            this.progress = progress;
        }

        @Override
        public void header(Header header) {
            logId = header.logId();
        }

        @Override
        public void events(List<ChainedEvent> events, long line) {
            var missing = events.stream()
                    .filter(row -> row.event().position() > before)
                    .toList();
            if (missing.isEmpty()) {
                return;
            }
            try {
                intake.append(logId, missing);
            } catch (LogIntake.Refusal e) {
                throw new ArchiveException(
                        "%s, position %d: %s What stood before it was taken."
                                .formatted(file, e.position(), e.getMessage()),
                        e);
            }
            progress.at("appending", missing.getLast().event().position(), last);
        }
    }
}
