@NullMarked
package org.talks.catalogue.importing.table;

import org.jspecify.annotations.NullMarked;
