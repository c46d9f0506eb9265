/// The catalogue for other programs: a conference as `schedule.xml` and `schedule.json` of the frab family
/// ([ScheduleXml], [ScheduleJson]), talks as lines of JSON ([TalkRow]) or of a table ([TalkCsv]).
/// What is written here reads back, by our own importers too.
@NullMarked
package org.talks.catalogue.export;

import org.jspecify.annotations.NullMarked;
