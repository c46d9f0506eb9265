/// Samples of every page, and what no page may get wrong.
@NullMarked
package org.talks.catalogue.web;

import org.jspecify.annotations.NullMarked;
