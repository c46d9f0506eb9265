/// What may be said to a series, which is a conference that recurs, and what it is: [SeriesCommand] and
/// [SeriesContent]. Any feature may use this package. The rules live in `series.model`.
@NullMarked
package org.talks.catalogue.series;

import org.jspecify.annotations.NullMarked;
