package org.talks.catalogue.kill;

import java.util.Optional;
import org.talks.catalogue.replay.Rebuilds;

/// What a catalogue can be killed at. Appending goes on all the time.
enum Moment {
    /// People edit.
    APPEND(1_200),
    IMPORT(400),
    REBUILD(300),
    /// The last steps of a rebuild: catching up and changing over.
    SWITCH(12);

    private static final String MARK = "moment";

    /// The longest time after it began at which to kill.
    private final int millisMax;

    Moment(int millisMax) {
        this.millisMax = millisMax;
    }

    int millisMax() {
        return millisMax;
    }

    /// What a rebuild is at, by what it says of itself.
    static Moment of(Rebuilds.Status rebuild) {
        return ofPhase(rebuild.phase());
    }

    static Moment ofPhase(String phase) {
        return phase.startsWith("switch") ? SWITCH : REBUILD;
    }

    /// That a moment begins or ends.
    record Change(Moment moment, boolean begins) {

        /// The line by which a process says so; it ends with a full stop, so that a line that the kill cut off is
        /// noticed.
        String line() {
            return String.join("\t", MARK, moment.name(), begins ? "begins" : "ends", ".");
        }

        static Optional<Change> read(String line) {
            var parts = line.split("\t", -1);
            return parts.length == 4 && parts[0].equals(MARK) && parts[3].equals(".")
                    ? Optional.of(new Change(Moment.valueOf(parts[1]), parts[2].equals("begins")))
                    : Optional.empty();
        }
    }
}
