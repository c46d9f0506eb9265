package org.talks.catalogue.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.talks.catalogue.command.Refused;
import org.talks.catalogue.eventstore.EventLog;
import org.talks.catalogue.eventstore.LogVerification;

/// Proves the log whole and the views true to it, while everything goes on. One verification at a time.
public final class Verification {

    private final LogVerification logVerification;
    private final Views views;
    private final ViewVerification viewVerification;
    private final ReentrantLock running = new ReentrantLock();

    public Verification(LogVerification logVerification, Views views, EventLog log) {
        this.logVerification = logVerification;
        this.views = views;
        this.viewVerification = new ViewVerification(views, log);
    }

    /// @param ok whether every check is
    /// @param events how many the log has
    public record Result(boolean ok, long events, List<Check> checks) {}

    /// @param name what was checked: `event log`, `relational view`, `index view`
    /// @param detail where and how it differs, for people
    public record Check(String name, boolean ok, String detail) {}

    /// Told how far it is, on the calling thread.
    @FunctionalInterface
    public interface Progress {
        /// @param total 0 while it is not known
        void at(String phase, long done, long total);
    }

    /// Checks everything; returns when all is done.
    ///
    /// @throws Refused.NotNow while another one runs
    public Result verify(Progress progress) {
        if (!running.tryLock()) {
            throw new Refused.NotNow("A verification is already running. Wait for it.");
        }
        try {
            var report = logVerification.verify((done, total) -> progress.at("event log", done, total));
            var checks = new ArrayList<Check>();
            checks.add(new Check("event log", report.ok(), detail(report)));
            for (var view : views.all()) {
                checks.add(viewVerification.check(view, progress));
            }
            return new Result(checks.stream().allMatch(Check::ok), report.events(), List.copyOf(checks));
        } finally {
            running.unlock();
        }
    }

    private static String detail(LogVerification.Report report) {
        if (report.ok()) {
            return report.events() + " events, chain " + report.chain() + ".";
        }
        var more = report.problemCount() - report.problems().size();
        return String.join("\n", report.problems()) + (more == 0 ? "" : "\nAnd " + more + " more.");
    }
}
