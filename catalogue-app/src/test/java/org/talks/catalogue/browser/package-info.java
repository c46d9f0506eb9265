/// Paths that a person takes, in a real browser against the whole application.
@NullMarked
package org.talks.catalogue.browser;

import org.jspecify.annotations.NullMarked;
