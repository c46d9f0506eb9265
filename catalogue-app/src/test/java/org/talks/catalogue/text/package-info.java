@NullMarked
package org.talks.catalogue.text;

import org.jspecify.annotations.NullMarked;
