/// Reads what Sessionize's API answers (`https://sessionize.com/api/v2/{id}/view/…`): the views All, Sessions,
/// GridSmart and Speakers, and what sites make of them: dictionaries of sessions by id, DroidKaigi's texts in two
/// languages, DDD Perth's older programmes in this form. Start at [SessionizeFormat].
@NullMarked
package org.talks.catalogue.importing.sessionize;

import org.jspecify.annotations.NullMarked;
