/// What the JSON API has in common for all features: an endpoint per command, refusals as RFC 9457 problems, and
/// waiting for a position. Features bring their own reading endpoints.
@NullMarked
package org.talks.catalogue.api;

import org.jspecify.annotations.NullMarked;
