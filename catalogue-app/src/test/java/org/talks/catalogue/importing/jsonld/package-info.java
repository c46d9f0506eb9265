@NullMarked
package org.talks.catalogue.importing.jsonld;

import org.jspecify.annotations.NullMarked;
