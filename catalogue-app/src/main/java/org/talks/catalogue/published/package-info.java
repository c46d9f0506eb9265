/// What of the catalogue everybody may see, with what its recording adds: the source of feeds, calendars, data
/// and exports ([Published]). Withdrawn and suppressed talks, removed conferences and their talks, and speakers
/// who were removed are not in it, whoever asks.
@NullMarked
package org.talks.catalogue.published;

import org.jspecify.annotations.NullMarked;
