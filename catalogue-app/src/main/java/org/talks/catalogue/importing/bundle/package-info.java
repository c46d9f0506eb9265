/// Reads an archive or a directory that holds files of several formats. Start at [BundleFormat].
@NullMarked
package org.talks.catalogue.importing.bundle;

import org.jspecify.annotations.NullMarked;
