package org.talks.catalogue.importing.table;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What a column of a table may mean.
public enum Field {
    KEY("Id of the talk", false),
    CONFERENCE("Conference", false),
    TITLE("Title", false),
    SUBTITLE("Subtitle", false),
    SUMMARY("Summary", true),
    SPEAKERS("Speakers", true),
    BIO("Biography of the speaker", false),
    AFFILIATION("Affiliation of the speaker", false),
    KIND("Kind of talk", false),
    LEVEL("Level", false),
    LANGUAGE("Language", false),
    TRACK("Track", false),
    TOPICS("Topics", true),
    ROOM("Room", false),
    DATE("Date", false),
    START("Start: time, or date and time", false),
    END("End: time, or date and time", false),
    DURATION("Duration", false),
    VIDEO("Video", true),
    SLIDES("Slides", true),
    LINK("Other links", true),
    STATUS("Status: accepted, cancelled, …", false);

    private final String label;
    private final boolean several;

    Field(String label, boolean several) {
        this.label = label;
        this.several = several;
    }

    /// As people read it.
    public String label() {
        return label;
    }

    /// Whether several columns may mean it.
    public boolean several() {
        return several;
    }

    /// As it is written on the command line and kept: `title`.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static @Nullable Field of(String word) {
        for (Field field : values()) {
            if (field.word().equals(word.strip().toLowerCase(Locale.ROOT))) {
                return field;
            }
        }
        return null;
    }
}
