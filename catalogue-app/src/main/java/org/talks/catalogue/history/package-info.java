/// What happened to one thing, read from its stream and from nothing else: who changed what, when, and how to
/// take it back ([History]). What readers may not see is left out here, once, for pages, API and event stream
/// ([Shown]).
@NullMarked
package org.talks.catalogue.history;

import org.jspecify.annotations.NullMarked;
