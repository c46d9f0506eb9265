package org.talks.search;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.lucene.index.FilterMergePolicy;
import org.apache.lucene.index.MergeTrigger;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.index.TieredMergePolicy;
import org.jspecify.annotations.Nullable;

/// Merges segments as Lucene does, but not before something was put: what the last process left unmerged when it
/// ended would otherwise be merged while the next one starts and is slow already.
final class MergesAfterChanges extends FilterMergePolicy {

    /// Lucene's own 8 are reached in the middle of an import: it shows what it has every other second, and two
    /// threads write a segment each time. Lucene then merged what [TalkIndex#tidy] merges anyway once the import is
    /// over, which took a second or more of some imports of 22,000 talks and was not needed by others.
    private static final int SEGMENTS_PER_TIER = 24;

    private final AtomicBoolean changed = new AtomicBoolean();

    MergesAfterChanges() {
        super(new TieredMergePolicy().setSegmentsPerTier(SEGMENTS_PER_TIER));
    }

    /// Something is being put.
    void begin() {
        changed.set(true);
    }

    @Override
    public @Nullable MergeSpecification findMerges(MergeTrigger trigger, SegmentInfos segments, MergeContext context)
            throws IOException {
        return changed.get() ? super.findMerges(trigger, segments, context) : null;
    }

    @Override
    public @Nullable MergeSpecification findFullFlushMerges(
            MergeTrigger trigger, SegmentInfos segments, MergeContext context) throws IOException {
        return changed.get() ? super.findFullFlushMerges(trigger, segments, context) : null;
    }
}
