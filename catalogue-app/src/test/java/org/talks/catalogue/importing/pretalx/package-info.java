@NullMarked
package org.talks.catalogue.importing.pretalx;

import org.jspecify.annotations.NullMarked;
