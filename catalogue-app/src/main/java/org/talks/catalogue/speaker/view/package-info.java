/// The relational view of speakers: `SpeakerTable` writes its rows, [SpeakerViews] reads them.
@NullMarked
package org.talks.catalogue.speaker.view;

import org.jspecify.annotations.NullMarked;
