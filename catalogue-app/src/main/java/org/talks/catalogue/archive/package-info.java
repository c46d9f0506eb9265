/// The log outside its database: [LogExport] writes it as lines of JSON that end with a manifest, [LogImport]
/// takes such a file into an empty log or one that it continues, [Backup] copies a whole data directory while the
/// catalogue goes on. Files are checked before anything is taken from them. Knows the log and the data directory,
/// and no view: views are built from the log.
@NullMarked
package org.talks.catalogue.archive;

import org.jspecify.annotations.NullMarked;
