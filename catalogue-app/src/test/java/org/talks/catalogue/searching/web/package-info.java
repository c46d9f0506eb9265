/// Tests of what the search page says.
@NullMarked
package org.talks.catalogue.searching.web;

import org.jspecify.annotations.NullMarked;
