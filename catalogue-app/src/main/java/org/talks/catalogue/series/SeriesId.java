package org.talks.catalogue.series;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.talks.catalogue.rules.Ids;

/// The id of a series: a UUID in lower case, minted by whoever records it. A plain string in JSON.
public record SeriesId(@JsonValue String value) {

    /// @throws org.talks.catalogue.command.Refused.Invalid when it is no canonical UUID
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public SeriesId {
        Ids.canonical("series", "series", value);
    }

    public String stream() {
        return "series:" + value;
    }

    @Override
    public String toString() {
        return value;
    }
}
