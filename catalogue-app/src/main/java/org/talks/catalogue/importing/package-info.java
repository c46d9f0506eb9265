/// Brings conference data in and takes it back: [Imports] runs one import after another, `ImportPlanning` makes
/// the plan of each, `Applier` carries it out in batches, `ImportUndo` plans how it is taken back, [UrlSources]
/// fetches what is kept as a source. `TalkPlan` and `ConferencePlan` are the pure differences between what a
/// source delivers and what the catalogue has. A plan is a stored list of commands, the very ones that are
/// carried out; a source never overwrites what a person changed since its last delivery.
@NullMarked
package org.talks.catalogue.importing;

import org.jspecify.annotations.NullMarked;
