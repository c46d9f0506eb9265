/// Exports, imports and backups of logs, whole and damaged.
@NullMarked
package org.talks.catalogue.archive;

import org.jspecify.annotations.NullMarked;
