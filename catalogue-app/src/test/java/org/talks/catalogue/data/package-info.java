/// Tests of the data directory and of `state.db`.
@NullMarked
package org.talks.catalogue.data;

import org.jspecify.annotations.NullMarked;
