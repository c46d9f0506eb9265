/// Reads the schedules of the Devoxx call for papers of 2014 to 2019
/// (`/api/conferences/{code}/schedules/{day}`). Start at [CfpDevoxxFormat].
@NullMarked
package org.talks.catalogue.importing.devoxx;

import org.jspecify.annotations.NullMarked;
