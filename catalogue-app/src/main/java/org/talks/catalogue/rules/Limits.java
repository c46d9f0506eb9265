package org.talks.catalogue.rules;

/// How much of everything the catalogue takes from outside. "Seen" is the most in the 21,715 talks of pyvideo
/// (commit 8d373502); each limit is at least twice that. Together they keep one stream small enough to be read in
/// one go. Characters are UTF-16 units.
public final class Limits {

    /// Titles of talks and names of conferences and series. Seen: 185.
    public static final int TITLE_CHARACTERS_MAX = 500;

    /// Names of people. Some sources put a whole panel into one name. Seen: 79.
    public static final int NAME_CHARACTERS_MAX = 300;

    /// Rooms, tracks, levels, roles, cities, affiliations, authors, voices.
    public static final int LINE_CHARACTERS_MAX = 300;

    /// Seen: 51.
    public static final int TOPIC_CHARACTERS_MAX = 200;

    /// Labels of links and licences, which some sources word as a paragraph. Seen: 226.
    public static final int LABEL_CHARACTERS_MAX = 1_000;

    /// Why something was cancelled, withdrawn or taken down.
    public static final int REASON_CHARACTERS_MAX = 2_000;

    /// Summaries of talks and descriptions of conferences. Seen: 14,492.
    public static final int SUMMARY_CHARACTERS_MAX = 100_000;

    public static final int BIO_CHARACTERS_MAX = 50_000;

    public static final int NOTE_CHARACTERS_MAX = 200_000;

    /// All notes of one thing together: its content is one row and one page.
    public static final int NOTES_CHARACTERS_MAX = 5_000_000;

    /// What browsers and servers reliably take. Seen: 366.
    public static final int URL_CHARACTERS_MAX = 2_000;

    /// Ids of sessions, resources and notes: a UUID, or the key a source has for it.
    public static final int PART_ID_CHARACTERS_MAX = 200;

    public static final int SOURCE_CHARACTERS_MAX = 200;

    /// A source's key may be a path or a URL.
    public static final int SOURCE_KEY_CHARACTERS_MAX = 2_000;

    /// Seen: 34.
    public static final int SPEAKERS_MAX = 100;

    /// Seen: 29.
    public static final int TOPICS_MAX = 100;

    public static final int SESSIONS_MAX = 200;
    public static final int RESOURCES_MAX = 200;
    public static final int NOTES_MAX = 500;
    public static final int ALIASES_MAX = 100;
    public static final int LINKS_MAX = 100;
    public static final int LANGUAGES_MAX = 50;

    /// How many keys of sources one thing may be known under, and how many other talks one may be the same as.
    public static final int REFERENCES_MAX = 500;

    /// A day of video has about 40,000 caption cues.
    public static final int CUES_MAX = 50_000;

    public static final int CUE_CHARACTERS_MAX = 10_000;

    public static final int TRANSCRIPT_CHARACTERS_MAX = 5_000_000;

    /// A workshop may take a month; more is a mistake of units (some files tell milliseconds).
    public static final int DURATION_SECONDS_MAX = 31 * 24 * 60 * 60;

    public static final int SLIDE_MAX = 10_000;

    /// Years outside are mistakes; within, a date has ten characters in ISO 8601.
    public static final int YEAR_MIN = 1900;

    public static final int YEAR_MAX = 2199;

    private Limits() {}
}
