/// What the pages of several features have in common: talks as lines, notes as sections, moved addresses, errors
/// as pages, and forms that send commands. Any `web` package may use it; it knows messages and never the insides
/// of a feature.
@NullMarked
package org.talks.catalogue.pages;

import org.jspecify.annotations.NullMarked;
