/// The catalogue as it was: a moment of the past as somebody asks for it ([Moments], [AsOf]), things folded up to
/// it ([Past]), and the whole log up to it ([PastLog]). Time is record time: what the log held then, not what was
/// true in the world. What may be seen of the past follows from the present, see
/// [org.talks.catalogue.history.Shown].
@NullMarked
package org.talks.catalogue.asof;

import org.jspecify.annotations.NullMarked;
