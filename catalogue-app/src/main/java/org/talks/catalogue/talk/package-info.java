/// What may be said to a talk and what a talk is: [TalkCommand] holds every command, [TalkContent] what the
/// events of a talk add up to. Any feature may use this package. The rules live in `talk.model`.
@NullMarked
package org.talks.catalogue.talk;

import org.jspecify.annotations.NullMarked;
