/// Reads calendars: iCalendar (RFC 5545) as pretalx, Sched, EMF and many tools write it, and xCal, the same in
/// XML with pentabarf's own elements. Both become a [CalendarEvent] each. Start at [ICalendarFormat].
@NullMarked
package org.talks.catalogue.importing.ical;

import org.jspecify.annotations.NullMarked;
