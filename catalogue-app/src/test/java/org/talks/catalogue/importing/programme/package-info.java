@NullMarked
package org.talks.catalogue.importing.programme;

import org.jspecify.annotations.NullMarked;
