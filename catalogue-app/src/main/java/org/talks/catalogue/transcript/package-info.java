/// What may be said to a transcript, and what it is: [TranscriptCommand] and [TranscriptContent]. A transcript is
/// a stream of its own, named by talk, language and origin, so that a command on a talk does not read it. Any
/// feature may use this package. The rules live in `transcript.model`.
@NullMarked
package org.talks.catalogue.transcript;

import org.jspecify.annotations.NullMarked;
