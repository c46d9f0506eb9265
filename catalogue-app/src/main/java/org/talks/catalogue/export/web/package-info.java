/// The addresses of exports, the site's map, and how programs find their way in.
@NullMarked
package org.talks.catalogue.export.web;

import org.jspecify.annotations.NullMarked;
