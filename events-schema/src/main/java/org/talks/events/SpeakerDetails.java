package org.talks.events;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a speaker tells about themselves.
public record SpeakerDetails(
        RichText bio,
        @Nullable String affiliation,

        @JsonSetter(nulls = Nulls.AS_EMPTY, contentNulls = Nulls.FAIL)
        List<Link> links) {

    public static final SpeakerDetails NONE = new SpeakerDetails(RichText.EMPTY, null, List.of());

    public SpeakerDetails {
        links = List.copyOf(links);
    }
}
