package org.talks.events;

/// A speaker of a talk, in billing order. Talk events never hold a name, so that a person can be renamed or
/// forgotten without touching talks.
///
/// @param speakerId the person
/// @param role how the programme bills them: `speaker`, `host`, `panelist`, `author`, …
public record Credit(String speakerId, String role) {

    public static final String SPEAKER = "speaker";
}
