@NullMarked
package org.talks.catalogue.importing.devoxx;

import org.jspecify.annotations.NullMarked;
