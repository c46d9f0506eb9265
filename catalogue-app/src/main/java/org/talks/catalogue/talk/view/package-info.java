/// The relational view of talks: `TalkTable` writes its rows, [TalkViews] reads them.
@NullMarked
package org.talks.catalogue.talk.view;

import org.jspecify.annotations.NullMarked;
