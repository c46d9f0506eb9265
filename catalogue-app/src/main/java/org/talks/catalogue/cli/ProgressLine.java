package org.talks.catalogue.cli;

import java.util.Locale;
import org.talks.catalogue.cli.Operations.Progress;
import org.talks.catalogue.cli.Operations.Step;

/// Shows progress on standard error: on a terminal one line with a bar that is drawn over, elsewhere plain lines,
/// at most one a second.
final class ProgressLine implements Progress, AutoCloseable {

    private static final long PER_SECOND = 1_000_000_000L;

    /// Ten times a second is smooth enough and costs nothing.
    private static final long REDRAW_NANOS = PER_SECOND / 10;

    /// Before that an estimate only jumps about.
    private static final long ESTIMATE_AFTER_NANOS = 2 * PER_SECOND;

    private static final int BAR_CHARACTERS = 24;

    /// Narrower than the narrowest usual terminal, so that the line never wraps.
    private static final int LINE_CHARACTERS = 78;

    private final Terminal terminal;
    private final long started;
    private final long intervalNanos;
    /// Leaves the line as it should be when somebody presses Ctrl-C.
    private final Thread atInterrupt = new Thread(this::clear, "progress");

    private boolean shown;
    private long lastShown;

    ProgressLine(Terminal terminal) {
        this.terminal = terminal;
        this.started = terminal.nanos().getAsLong();
        this.intervalNanos = terminal.interactive() ? REDRAW_NANOS : PER_SECOND;
        // Work of less than a second needs no plain line at all.
        this.lastShown = terminal.interactive() ? started - intervalNanos : started;
        Runtime.getRuntime().addShutdownHook(atInterrupt);
    }

    @Override
    public synchronized void at(Step step) {
        var now = terminal.nanos().getAsLong();
        if (now - lastShown < intervalNanos) {
            return;
        }
        lastShown = now;
        var text = text(step, now - started);
        if (terminal.interactive()) {
            terminal.err().print("\r" + padded(text));
        } else {
            terminal.err().println(text);
        }
        terminal.err().flush();
        shown = true;
    }

    /// Clears the bar, so that what follows begins on a line of its own.
    @Override
    public void close() {
        clear();
        try {
            Runtime.getRuntime().removeShutdownHook(atInterrupt);
        } catch (IllegalStateException _) {
            // The process is ending, and the hook has run or will.
        }
    }

    private synchronized void clear() {
        if (shown && terminal.interactive()) {
            terminal.err().print("\r" + padded("") + "\r");
            terminal.err().flush();
        }
        shown = false;
    }

    private String text(Step step, long elapsed) {
        var phase = Terminal.printable(step.phase());
        if (step.total() <= 0) {
            return "%s  %s %s".formatted(phase, grouped(step.done()), step.unit());
        }
        var done = Math.clamp(step.done(), 0, step.total());
        var percent = (int) (100.0 * done / step.total());
        var bar = terminal.interactive() ? "[" + bar(percent) + "] " : "";
        return "%s  %s%d %%  %s of %s %s%s"
                .formatted(
                        phase,
                        bar,
                        percent,
                        grouped(done),
                        grouped(step.total()),
                        step.unit(),
                        left(done, step.total(), elapsed));
    }

    private static String left(long done, long total, long elapsed) {
        if (elapsed < ESTIMATE_AFTER_NANOS || done == 0 || done == total) {
            return "";
        }
        var seconds = Math.round((double) elapsed / done * (total - done) / PER_SECOND);
        return seconds < 60 ? ", " + seconds + " s left" : ", " + (seconds + 30) / 60 + " min left";
    }

    private static String bar(int percent) {
        var filled = percent * BAR_CHARACTERS / 100;
        return "#".repeat(filled) + ".".repeat(BAR_CHARACTERS - filled);
    }

    private static String padded(String text) {
        return text.length() > LINE_CHARACTERS
                ? text.substring(0, LINE_CHARACTERS)
                : text + " ".repeat(LINE_CHARACTERS - text.length());
    }

    private static String grouped(long number) {
        return String.format(Locale.ENGLISH, "%,d", number);
    }
}
