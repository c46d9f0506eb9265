@NullMarked
package org.talks.catalogue.importing.codeandtalk;

import org.jspecify.annotations.NullMarked;
