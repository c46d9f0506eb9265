/// Search over the catalogue: [TalkIndexKind] builds and opens the index, `TalkIndexProjection` keeps it up with
/// the log. What a talk's document holds is decided in `TalkDocuments`. The messages package beside this one is
/// what pages of other features may use.
@NullMarked
package org.talks.catalogue.searching;

import org.jspecify.annotations.NullMarked;
