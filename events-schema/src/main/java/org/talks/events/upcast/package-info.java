/// Brings payloads of older revisions to the current one: pure functions from JSON to JSON, in an ordered list
/// that is only ever appended to. Start at [Upcasts].
@NullMarked
package org.talks.events.upcast;

import org.jspecify.annotations.NullMarked;
