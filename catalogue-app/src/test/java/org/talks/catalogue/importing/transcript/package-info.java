@NullMarked
package org.talks.catalogue.importing.transcript;

import org.jspecify.annotations.NullMarked;
