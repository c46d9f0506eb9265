/// The rules of conferences: which command may be said when, what it changes, and how each change is undone.
/// Pure; the way in is [ConferenceModel].
@NullMarked
package org.talks.catalogue.conference.model;

import org.jspecify.annotations.NullMarked;
