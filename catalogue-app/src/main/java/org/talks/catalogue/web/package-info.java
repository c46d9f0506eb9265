/// What every page shares and nothing about talks: the layout's model ([Page], [Visit]), rendering ([Html]), the
/// shapes of URLs ([Paths]) and the wording of dates, durations and numbers. Depends on nothing of ours; every
/// `web` package of a feature depends on it. Start at [Page].
@NullMarked
package org.talks.catalogue.web;

import org.jspecify.annotations.NullMarked;
