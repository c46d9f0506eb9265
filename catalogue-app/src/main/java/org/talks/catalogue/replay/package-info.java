/// Which generation of each view is served, and how a new one is built beside it and takes its place. Start at
/// [Views], which opens what is there at start, [Rebuilds], which builds anew while everything goes on, and
/// [Verification], which proves log and views.
@NullMarked
package org.talks.catalogue.replay;

import org.jspecify.annotations.NullMarked;
