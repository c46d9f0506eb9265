package org.talks.catalogue.archive;

import java.time.Instant;

/// The first line of an export.
///
/// @param talkCatalogueLog version of the format
/// @param logId the log it is of
/// @param after position after which it begins, 0 for the whole log
/// @param chain the hash chain at that position
/// @param exported when
record Header(int talkCatalogueLog, String logId, long after, String chain, Instant exported) {

    static final int VERSION = 1;
}
