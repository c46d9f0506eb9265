/// Tests of the search library, on real indexes in temporary directories.
@NullMarked
package org.talks.search;

import org.jspecify.annotations.NullMarked;
