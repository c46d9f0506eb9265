/// The built-in starter data: facts of three conference series, with summaries and notes in our own words,
/// recorded through the same commands as everything else. See `resources/starter/starter.json`.
@NullMarked
package org.talks.catalogue.starter;

import org.jspecify.annotations.NullMarked;
