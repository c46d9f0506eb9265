@NullMarked
package org.talks.catalogue.api;

import org.jspecify.annotations.NullMarked;
