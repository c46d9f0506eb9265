package org.talks.catalogue.importing.table;

import java.util.Optional;

/// The mappings that people confirmed, by the columns they are for. Safe for use by any number of threads.
public interface Mappings {

    /// @param fingerprint of the columns, see [Table#fingerprint]
    Optional<Mapping> find(String fingerprint);
}
