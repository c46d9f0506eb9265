package org.talks.search;
/// How an index is opened. Helper fills in.
public record IndexSettings(int ramBufferMegabytes, boolean bulk) {
    public static IndexSettings live() {
        return new IndexSettings(64, false);
    }

    public static IndexSettings forRebuild() {
        return new IndexSettings(256, true);
    }
}
