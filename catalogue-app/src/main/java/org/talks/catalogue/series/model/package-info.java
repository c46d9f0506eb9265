/// The rules of series: which command may be said when, what it changes, and how each change is undone. Pure; the
/// way in is [SeriesModel].
@NullMarked
package org.talks.catalogue.series.model;

import org.jspecify.annotations.NullMarked;
