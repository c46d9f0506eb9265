/// Opens a door to what is measured and is nobody else's business.
@NullMarked
package org.talks.catalogue.importing.pyvideo;

import org.jspecify.annotations.NullMarked;
