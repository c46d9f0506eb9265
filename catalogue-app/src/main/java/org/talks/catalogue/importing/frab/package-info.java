/// Reads the schedules of the frab family: `schedule.xml` as pentabarf, frab, pretalx, c3voc and many hands write
/// it (https://c3voc.de/wiki/schedule), and `schedule.json` beside it. Both become a [FrabSchedule], which holds
/// what is common: keys, days, times, persons. Start at [FrabXmlFormat].
@NullMarked
package org.talks.catalogue.importing.frab;

import org.jspecify.annotations.NullMarked;
