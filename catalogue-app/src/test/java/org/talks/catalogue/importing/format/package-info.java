@NullMarked
package org.talks.catalogue.importing.format;

import org.jspecify.annotations.NullMarked;
