package org.talks.catalogue.rules;

import java.util.List;
import org.talks.catalogue.command.Lookup;
import org.talks.catalogue.command.Refused;
import org.talks.events.SourceKey;

/// Rules about other things, asked of the transaction the decision is part of.
public final class References {

    private References() {}

    /// @param kind `talk`, `conference`, `series` or `speaker`
    /// @param stream of the thing that is to have the key
    /// @throws Refused.NotNow when another thing has it
    public static void requireFree(Lookup lookup, String kind, SourceKey key, String stream) {
        var owner = lookup.streamOf(kind, key);
        if (owner != null && !owner.equals(stream)) {
            throw new Refused.NotNow("Another " + kind + " (" + owner + ") is already linked to “" + key.key() + "” of "
                    + key.source() + ": unlink it there first.");
        }
    }

    /// For a thing that comes back: its keys may have been given away meanwhile.
    public static void requireFree(Lookup lookup, String kind, List<SourceKey> keys, String stream) {
        keys.forEach(key -> requireFree(lookup, kind, key, stream));
    }
}
