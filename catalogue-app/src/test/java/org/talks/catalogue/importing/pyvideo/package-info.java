@NullMarked
package org.talks.catalogue.importing.pyvideo;

import org.jspecify.annotations.NullMarked;
