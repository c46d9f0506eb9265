package org.talks.catalogue.conference;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.talks.catalogue.rules.Ids;

/// The id of a conference: a UUID in lower case, minted by whoever records it. A plain string in JSON.
public record ConferenceId(@JsonValue String value) {

    /// @throws org.talks.catalogue.command.Refused.Invalid when it is no canonical UUID
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ConferenceId {
        Ids.canonical("conference", "conference", value);
    }

    public String stream() {
        return "conference:" + value;
    }

    @Override
    public String toString() {
        return value;
    }
}
