package org.talks.search;

/// How an index is opened.
///
/// @param ramBufferMegabytes documents are collected in memory up to this size before they are written
/// @param bulk nobody searches while documents are put; searches still work, but the first one after a put is
///     slow
/// @param outdated an index whose texts an older version cut into words is taken as well; it finds a little less
///     until it is built anew, and says so by [TalkIndex#isOutdated()]
/// @param create an empty or missing directory becomes a new index; otherwise it is refused as missing
/// @param patient no search is cut off, however long it takes: for measuring what is found on a busy machine
public record IndexSettings(int ramBufferMegabytes, boolean bulk, boolean create, boolean outdated, boolean patient) {

    /// A smaller buffer would write after every few documents.
    private static final int SMALLEST_BUFFER = 16;
    /// Lucene's limit is just below 2 GiB.
    private static final int LARGEST_BUFFER = 1_900;

    public IndexSettings {
        ramBufferMegabytes = Math.clamp(ramBufferMegabytes, SMALLEST_BUFFER, LARGEST_BUFFER);
    }

    /// For an index that is searched while it changes.
    public static IndexSettings live() {
        return new IndexSettings(64, false, true, false, false);
    }

    /// For filling a new index as fast as possible, from several threads.
    public static IndexSettings forRebuild() {
        return new IndexSettings(256, true, true, false, false);
    }

    /// The same, refusing a directory without an index.
    public IndexSettings existing() {
        return new IndexSettings(ramBufferMegabytes, bulk, false, outdated, patient);
    }

    /// The same, taking an index whose texts an older version cut into words.
    public IndexSettings orOutdated() {
        return new IndexSettings(ramBufferMegabytes, bulk, create, true, patient);
    }

    /// The same, cutting no search off.
    public IndexSettings withoutTimeLimit() {
        return new IndexSettings(ramBufferMegabytes, bulk, create, outdated, true);
    }
}
