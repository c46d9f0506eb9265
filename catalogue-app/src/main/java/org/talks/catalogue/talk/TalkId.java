package org.talks.catalogue.talk;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.talks.catalogue.rules.Ids;

/// The id of a talk: a UUID in lower case, minted by whoever records it. A plain string in JSON.
public record TalkId(@JsonValue String value) {

    /// @throws org.talks.catalogue.command.Refused.Invalid when it is no canonical UUID
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public TalkId {
        Ids.canonical("talk", "talk", value);
    }

    public String stream() {
        return "talk:" + value;
    }

    @Override
    public String toString() {
        return value;
    }
}
