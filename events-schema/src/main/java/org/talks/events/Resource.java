package org.talks.events;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import org.jspecify.annotations.Nullable;

/// Something about a talk that lies at a URL.
///
/// @param kind `slides`, `video`, `audio`, `code`, `post`, `paper`, `tutorial` or `link`
/// @param url absolute, http or https
/// @param label what the link says; null shows the host
/// @param language BCP 47 tag, when it differs from the talk's
/// @param licence as the source words it
/// @param withSpeakerNotes for slides: the pages show what the speaker said
/// @param durationSeconds length of a video or audio
public record Resource(
        String resourceId,
        String kind,
        String url,
        @Nullable String label,
        @Nullable String language,
        @Nullable String licence,
        @JsonSetter(nulls = Nulls.AS_EMPTY) boolean withSpeakerNotes,
        @Nullable Integer durationSeconds) {

    public static final String SLIDES = "slides";
    public static final String VIDEO = "video";
    public static final String AUDIO = "audio";
    public static final String CODE = "code";
    public static final String POST = "post";
    public static final String PAPER = "paper";
    public static final String TUTORIAL = "tutorial";
    public static final String LINK = "link";
}
