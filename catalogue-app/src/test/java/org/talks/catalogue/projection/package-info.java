/// Tests of what views are made of.
@NullMarked
package org.talks.catalogue.projection;

import org.jspecify.annotations.NullMarked;
