/// What every feature's commands have in common: the command itself, who gave it, what it may ask about the rest
/// of the catalogue, and how it is refused. Features define their commands as records that implement
/// [CatalogueCommand]; the deciding is pure, and the plumbing that stores what was decided lives in `eventstore`.
@NullMarked
package org.talks.catalogue.command;

import org.jspecify.annotations.NullMarked;
