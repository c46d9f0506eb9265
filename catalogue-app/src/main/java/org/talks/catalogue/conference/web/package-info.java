/// Pages of conferences and of the series they are editions of.
@NullMarked
package org.talks.catalogue.conference.web;

import org.jspecify.annotations.NullMarked;
