package org.talks.events.upcast;

import java.util.function.UnaryOperator;
import tools.jackson.databind.node.ObjectNode;

/// One step: from a revision of an event to the next.
///
/// @param name stored name of the event
/// @param fromRevision the revision it reads; it produces the next one
/// @param change pure; may modify and return the node that it is given
record Upcast(String name, int fromRevision, UnaryOperator<ObjectNode> change) {}
