/// What a view is: a [Projection] that folds events and knows its position, made by a [ViewKind], followed live
/// by a [LiveView]. Free of Axon, and nothing that could send anything can be reached from here, so that
/// following live and rebuilding run the same code without side effects. The relational views live here too, as
/// one SQLite file that the features' [StreamTable]s share.
@NullMarked
package org.talks.catalogue.projection;

import org.jspecify.annotations.NullMarked;
