/// The relational view of transcripts: which talk has which; the cues are in their folded content.
@NullMarked
package org.talks.catalogue.transcript.view;

import org.jspecify.annotations.NullMarked;
