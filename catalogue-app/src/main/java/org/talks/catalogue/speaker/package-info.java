/// What may be said to a speaker, and what a speaker is: [SpeakerCommand] and [SpeakerContent]. Personal details
/// are here and nowhere else. Any feature may use this package. The rules live in `speaker.model`.
@NullMarked
package org.talks.catalogue.speaker;

import org.jspecify.annotations.NullMarked;
