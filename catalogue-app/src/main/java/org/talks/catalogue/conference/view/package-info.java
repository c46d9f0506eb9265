/// The relational view of conferences: `ConferenceTable` writes its rows, [ConferenceViews] reads them.
@NullMarked
package org.talks.catalogue.conference.view;

import org.jspecify.annotations.NullMarked;
