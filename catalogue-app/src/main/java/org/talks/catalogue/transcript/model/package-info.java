/// The rules of transcripts: which command may be said when, what it changes, and how each change is undone.
/// Pure; the way in is [TranscriptModel].
@NullMarked
package org.talks.catalogue.transcript.model;

import org.jspecify.annotations.NullMarked;
