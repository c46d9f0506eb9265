@NullMarked
package org.talks.catalogue.importing.frab;

import org.jspecify.annotations.NullMarked;
