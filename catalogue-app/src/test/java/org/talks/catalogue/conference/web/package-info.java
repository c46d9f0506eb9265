@NullMarked
package org.talks.catalogue.conference.web;

import org.jspecify.annotations.NullMarked;
