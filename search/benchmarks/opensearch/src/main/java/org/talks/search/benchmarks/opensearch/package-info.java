/// A node of OpenSearch as a program, for a JVM of its own: it brings another Lucene than the search library.
@NullMarked
package org.talks.search.benchmarks.opensearch;

import org.jspecify.annotations.NullMarked;
