@NullMarked
package org.talks.catalogue.importing;

import org.jspecify.annotations.NullMarked;
