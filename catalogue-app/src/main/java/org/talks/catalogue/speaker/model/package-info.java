/// The rules of speakers: which command may be said when, what it changes, and how each change is undone. Pure;
/// the way in is [SpeakerModel].
@NullMarked
package org.talks.catalogue.speaker.model;

import org.jspecify.annotations.NullMarked;
