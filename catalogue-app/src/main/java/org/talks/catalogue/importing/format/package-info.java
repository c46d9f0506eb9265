/// The door between files of this field and the catalogue: an [ImportFormat] reads a [SourceFile] into neutral
/// drafts, which it hands to a [DraftSink] one by one. Formats know their files and these drafts, nothing of
/// commands, events or the database; each lives in a package of its own beside this one.
@NullMarked
package org.talks.catalogue.importing.format;

import org.jspecify.annotations.NullMarked;
