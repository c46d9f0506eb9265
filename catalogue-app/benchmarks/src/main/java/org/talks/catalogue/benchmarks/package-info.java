/// Measures the packaged application from outside, as processes and over HTTP, beside bare programs that do the
/// same work with nothing around it: importing, starting, and how soon a change is found. Nobody depends on this.
@NullMarked
package org.talks.catalogue.benchmarks;

import org.jspecify.annotations.NullMarked;
