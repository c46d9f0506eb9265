@NullMarked
package org.talks.catalogue.importing.notes;

import org.jspecify.annotations.NullMarked;
