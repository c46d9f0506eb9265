/// Brings conference data in: [Imports] runs one import after another, [Importer] plans and applies what a format
/// reads, `TalkPlan` and `ConferencePlan` are the pure differences between what a source delivers and what the
/// catalogue has. A plan is a list of commands, the very ones that are carried out; a source never overwrites
/// what a person changed since its last delivery.
@NullMarked
package org.talks.catalogue.importing;

import org.jspecify.annotations.NullMarked;
