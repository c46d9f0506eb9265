@NullMarked
package org.talks.events;

import org.jspecify.annotations.NullMarked;
