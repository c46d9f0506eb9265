/// Reads what Sessionize's API answers (`https://sessionize.com/api/v2/{id}/view/…`): the views All, Sessions,
/// GridSmart and Speakers, and dictionaries of sessions by id that some sites make of them. Start at
/// [SessionizeFormat].
@NullMarked
package org.talks.catalogue.importing.sessionize;

import org.jspecify.annotations.NullMarked;
