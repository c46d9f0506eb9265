package org.talks.catalogue.archive;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Reads lines of bytes of bounded length. A line that no line feed ends was cut off and is none.
final class Lines {

    /// An event is a few kilobytes, a long transcript a few hundred; what is far beyond is no export.
    static final int LINE_BYTES_MAX = 64 << 20;

    private static final int BUFFER_BYTES = 1 << 16;

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private byte[] line = new byte[4_096];
    private int from;
    private int to;
    private long number;
    private long bytes;

    Lines(InputStream in) {
        this.in = in;
    }

    /// Number of the line read last, from 1.
    long number() {
        return number;
    }

    /// Bytes up to the end of the line read last, its line feed included.
    long bytes() {
        return bytes;
    }

    /// The next line without its line feed; null at the end, also when the last line was cut off.
    ///
    /// @throws ArchiveException when it is longer than any event
    byte @Nullable [] next() throws IOException {
        var length = 0;
        while (true) {
            if (from == to) {
                from = 0;
                to = in.read(buffer);
                if (to <= 0) {
                    to = 0;
                    return null;
                }
            }
            var end = from;
            while (end < to && buffer[end] != '\n') {
                end++;
            }
            length = append(length, end);
            if (end < to) {
                from = end + 1;
                number++;
                bytes += length + 1L;
                return Arrays.copyOf(line, length);
            }
            from = to;
        }
    }

    private int append(int length, int end) {
        var more = end - from;
        if (length + more > LINE_BYTES_MAX) {
            throw new ArchiveException("Line " + (number + 1) + " is longer than an event can be.");
        }
        if (length + more > line.length) {
            line = Arrays.copyOf(line, Math.max(line.length * 2, length + more));
        }
        System.arraycopy(buffer, from, line, length, more);
        return length + more;
    }
}
