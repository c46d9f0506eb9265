@NullMarked
package org.talks.catalogue;

import org.jspecify.annotations.NullMarked;
