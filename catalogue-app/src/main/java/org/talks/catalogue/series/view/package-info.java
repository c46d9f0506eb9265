/// The relational view of series: `SeriesTable` writes its rows; they are read with their conferences.
@NullMarked
package org.talks.catalogue.series.view;

import org.jspecify.annotations.NullMarked;
