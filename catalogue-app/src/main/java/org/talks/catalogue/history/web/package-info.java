/// The history of a talk, a conference or a speaker as a page and as JSON, taking single changes back, and the
/// stream of all events. Every event has a sentence ([Telling]).
@NullMarked
package org.talks.catalogue.history.web;

import org.jspecify.annotations.NullMarked;
