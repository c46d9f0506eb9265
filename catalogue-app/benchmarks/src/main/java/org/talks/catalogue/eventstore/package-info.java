/// Opens doors to what is measured and is nobody else's business.
@NullMarked
package org.talks.catalogue.eventstore;

import org.jspecify.annotations.NullMarked;
