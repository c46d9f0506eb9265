@NullMarked
package org.talks.catalogue.importing.bundle;

import org.jspecify.annotations.NullMarked;
