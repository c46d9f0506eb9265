/// Programmes as iCalendar (RFC 5545): [ProgrammeCalendar] writes the sessions of talks, with the revisions that
/// the log knows, so that calendars that subscribed notice what moved and what was cancelled.
@NullMarked
package org.talks.catalogue.calendar;

import org.jspecify.annotations.NullMarked;
