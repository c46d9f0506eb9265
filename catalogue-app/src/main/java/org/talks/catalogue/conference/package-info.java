/// What may be said to a conference, which is one edition with dates and a place, and what it is:
/// [ConferenceCommand] and [ConferenceContent]. Any feature may use this package. The rules live in
/// `conference.model`.
@NullMarked
package org.talks.catalogue.conference;

import org.jspecify.annotations.NullMarked;
