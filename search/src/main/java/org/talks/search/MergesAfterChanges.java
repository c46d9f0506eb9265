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

    private final AtomicBoolean changed = new AtomicBoolean();

    MergesAfterChanges() {
        super(new TieredMergePolicy());
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
