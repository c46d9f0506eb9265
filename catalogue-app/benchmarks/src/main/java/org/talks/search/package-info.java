/// Opens doors to what is measured and is nobody else's business.
@NullMarked
package org.talks.search;

import org.jspecify.annotations.NullMarked;
