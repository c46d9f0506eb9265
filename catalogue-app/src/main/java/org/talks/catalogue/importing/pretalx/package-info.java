/// Reads what pretalx's REST API answers, alone, in pages, or gathered by scripts of organisers
/// (https://docs.pretalx.org/api/). Exports of schedules are in `importing.frab`. Start at [PretalxFormat].
@NullMarked
package org.talks.catalogue.importing.pretalx;

import org.jspecify.annotations.NullMarked;
