/// The addresses of feeds, and which talks are in each.
@NullMarked
package org.talks.catalogue.feed.web;

import org.jspecify.annotations.NullMarked;
