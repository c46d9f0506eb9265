@NullMarked
package org.talks.search;

import org.jspecify.annotations.NullMarked;
