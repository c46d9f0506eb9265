/// Pages of speakers.
@NullMarked
package org.talks.catalogue.speaker.web;

import org.jspecify.annotations.NullMarked;
