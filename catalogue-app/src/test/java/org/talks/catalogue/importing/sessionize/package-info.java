@NullMarked
package org.talks.catalogue.importing.sessionize;

import org.jspecify.annotations.NullMarked;
