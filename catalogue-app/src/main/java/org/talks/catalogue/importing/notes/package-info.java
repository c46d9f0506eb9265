/// Reads notes that people keep as Markdown with a head of YAML. Start at [NotesFormat].
@NullMarked
package org.talks.catalogue.importing.notes;

import org.jspecify.annotations.NullMarked;
