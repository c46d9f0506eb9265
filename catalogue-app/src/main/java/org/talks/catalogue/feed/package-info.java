/// Feeds: a list of entries ([Feed]) written as Atom ([Atom]), and of recordings as a podcast ([Podcast]). Knows
/// nothing of talks; whoever has a list makes a [Feed] of it. Ids are the UUIDs that things have anyway, so that
/// they outlive a change of host.
@NullMarked
package org.talks.catalogue.feed;

import org.jspecify.annotations.NullMarked;
