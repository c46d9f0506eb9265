/// Pages of imports: what to read, how far it is, what came of it.
@NullMarked
package org.talks.catalogue.importing.web;

import org.jspecify.annotations.NullMarked;
