@NullMarked
package org.talks.catalogue.importing.remote;

import org.jspecify.annotations.NullMarked;
