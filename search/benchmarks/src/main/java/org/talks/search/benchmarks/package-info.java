/// Measures the search library on all talks of pyvideo, beside other engines on the same talks in the same run:
/// what is found ([org.talks.search.benchmarks.Relevance]) and how fast. Nobody depends on this.
@NullMarked
package org.talks.search.benchmarks;

import org.jspecify.annotations.NullMarked;
