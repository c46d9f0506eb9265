package org.talks.catalogue.importing.format;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/// Fails as soon as more comes out than is allowed: in bytes, and in bytes per packed byte.
final class BoundedInputStream extends FilterInputStream {

    /// Short runs compress arbitrarily well; only sizes that cost something are judged.
    private static final long RATIO_FREE_BYTES = 1 << 20;

    private final long limit;
    private final @Nullable CountingInputStream packed;
    private long count;

    BoundedInputStream(InputStream in, long limit, @Nullable CountingInputStream packed) {
        super(in);
        this.limit = limit;
        this.packed = packed;
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        if (value >= 0) {
            counted(1);
        }
        return value;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        if (read > 0) {
            counted(read);
        }
        return read;
    }

    @Override
    public long skip(long wanted) throws IOException {
        byte[] buffer = new byte[(int) Math.min(Math.max(wanted, 0), 8192)];
        long skipped = 0;
        while (skipped < wanted) {
            int read = read(buffer, 0, (int) Math.min(buffer.length, wanted - skipped));
            if (read < 0) {
                break;
            }
            skipped += read;
        }
        return skipped;
    }

    void skipAll() throws IOException {
        byte[] buffer = new byte[64 << 10];
        int read = read(buffer, 0, buffer.length);
        while (read >= 0) {
            read = read(buffer, 0, buffer.length);
        }
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void counted(int bytes) throws LimitExceededException {
        count += bytes;
        if (count > limit) {
            throw new LimitExceededException("It unpacks to more than " + (limit >> 20) + " MiB.");
        }
        if (packed != null && count > RATIO_FREE_BYTES && count / SourceFiles.MAX_RATIO > packed.count()) {
            throw new LimitExceededException("It unpacks to more than " + SourceFiles.MAX_RATIO
                    + " times its size, as no conference data does.");
        }
    }
}
