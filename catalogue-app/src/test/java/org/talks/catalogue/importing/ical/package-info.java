@NullMarked
package org.talks.catalogue.importing.ical;

import org.jspecify.annotations.NullMarked;
