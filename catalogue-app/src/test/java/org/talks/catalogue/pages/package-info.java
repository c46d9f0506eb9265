/// Pages and their API asked over HTTP, with everything behind them.
@NullMarked
package org.talks.catalogue.pages;

import org.jspecify.annotations.NullMarked;
