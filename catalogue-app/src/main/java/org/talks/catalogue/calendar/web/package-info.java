/// The addresses of calendars: a conference's programme, a speaker's talks, one talk.
@NullMarked
package org.talks.catalogue.calendar.web;

import org.jspecify.annotations.NullMarked;
