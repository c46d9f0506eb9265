package org.talks.catalogue.speaker;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.talks.catalogue.rules.Ids;

/// The id of a speaker: a UUID in lower case, minted by whoever records it. A plain string in JSON.
public record SpeakerId(@JsonValue String value) {

    /// @throws org.talks.catalogue.command.Refused.Invalid when it is no canonical UUID
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public SpeakerId {
        Ids.canonical("speaker", "speaker", value);
    }

    public String stream() {
        return "speaker:" + value;
    }

    @Override
    public String toString() {
        return value;
    }
}
