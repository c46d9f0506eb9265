package org.talks.catalogue.kill;

import java.util.Optional;

/// One reply that the catalogue gave: from then on its event must be there.
///
/// @param title unique, so that the event can be told from every other
record Acknowledged(long position, String stream, long version, String title) {

    private static final String MARK = "acknowledged";

    /// The line by which a process says so; it ends with a full stop, so that a line cut off by the kill is noticed.
    String line() {
        return String.join("\t", MARK, Long.toString(position), stream, Long.toString(version), title, ".");
    }

    static Optional<Acknowledged> read(String line) {
        var parts = line.split("\t", -1);
        return parts.length == 6 && parts[0].equals(MARK) && parts[5].equals(".")
                ? Optional.of(new Acknowledged(Long.parseLong(parts[1]), parts[2], Long.parseLong(parts[3]), parts[4]))
                : Optional.empty();
    }
}
