/// Measures the search library on all talks of pyvideo, beside other engines on the same talks in the same run:
/// what is found ([org.talks.search.benchmarks.Relevance]) and how fast ([org.talks.search.benchmarks.Speed]);
/// the library alone on up to a million talks ([org.talks.search.benchmarks.LibraryBenchmark]); and that nothing
/// typed breaks it ([org.talks.search.benchmarks.Robustness]). Nobody depends on this.
@NullMarked
package org.talks.search.benchmarks;

import org.jspecify.annotations.NullMarked;
