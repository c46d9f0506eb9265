@NullMarked
package org.talks.catalogue.searching;

import org.jspecify.annotations.NullMarked;
