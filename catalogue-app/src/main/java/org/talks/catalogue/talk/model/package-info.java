/// The rules of talks: which command may be said when, what it changes, and how each change is undone. Pure; the
/// way in is [TalkModel].
@NullMarked
package org.talks.catalogue.talk.model;

import org.jspecify.annotations.NullMarked;
