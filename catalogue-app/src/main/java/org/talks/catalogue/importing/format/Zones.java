package org.talks.catalogue.importing.format;

import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Time zones by their IANA names.
public final class Zones {

    private static final Set<String> KNOWN = ZoneId.getAvailableZoneIds();

    private Zones() {}

    /// @return null for anything but a region's name: abbreviations (`CET`, `EST`) and offsets name no place whose
    ///     clock is known
    public static @Nullable ZoneId of(@Nullable String raw) {
        String name = raw == null ? "" : raw.strip();
        boolean region = name.contains("/") || name.equals("UTC");
        return region && KNOWN.contains(name) ? ZoneId.of(name) : null;
    }
}
