/// A search library for conference talks, with one door: [org.talks.search.TalkIndex].
@NullMarked
package org.talks.search;

import org.jspecify.annotations.NullMarked;
