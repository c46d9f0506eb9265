/// Turns texts as they were read ([org.talks.events.RichText]) into what pages and the index need: clean HTML,
/// plain text, sections with anchors. Conversion happens here and not when events are recorded, so that a better
/// converter is a rebuild. Depends on nothing of ours but the events.
@NullMarked
package org.talks.catalogue.text;

import org.jspecify.annotations.NullMarked;
