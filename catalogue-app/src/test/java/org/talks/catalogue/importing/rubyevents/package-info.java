@NullMarked
package org.talks.catalogue.importing.rubyevents;

import org.jspecify.annotations.NullMarked;
