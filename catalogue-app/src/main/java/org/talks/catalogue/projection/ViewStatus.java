package org.talks.catalogue.projection;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a view stands.
///
/// @param position what readers see
/// @param head end of the log at the same moment
/// @param outdated why it is to be built anew although it is served, null when it is not
/// @param trouble what keeps it from moving, null when nothing does
public record ViewStatus(
        String name,
        int generation,
        long position,
        long head,
        @Nullable String trouble,
        List<ParkedStream> parked,
        @Nullable String outdated) {

    /// Events that readers do not see yet.
    public long gap() {
        return head - position;
    }
}
