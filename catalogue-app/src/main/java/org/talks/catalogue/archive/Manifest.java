package org.talks.catalogue.archive;

import java.util.List;
import java.util.Map;

/// What an export says of itself in its last line.
///
/// @param events how many it has
/// @param first position of the first one, 0 for none
/// @param last position of the last one; without events the position after which it begins
/// @param chain the hash chain at that position
/// @param sha256 over all bytes of the lines before the manifest, line feeds included
/// @param types how many events there are of each type
/// @param redactions positions of the events whose payload was replaced when somebody was forgotten
record Manifest(
        long events,
        long first,
        long last,
        String chain,
        String sha256,
        Map<String, Long> types,
        List<Long> redactions) {

    Manifest {
        types = Map.copyOf(types);
        redactions = List.copyOf(redactions);
    }
}
