package org.talks.catalogue.rules;

import org.talks.catalogue.command.Refused;

/// Ids of things: UUIDs in their canonical text form (RFC 9562 section 4), lower case. One thing has exactly one
/// spelling, because streams, URLs and registries compare text.
public final class Ids {

    private static final int LENGTH = 36;

    /// How much of a wrong id a message repeats.
    private static final int SHOWN_CHARACTERS_MAX = 60;

    private Ids() {}

    /// Hands back the value when it is a canonical id.
    ///
    /// @param field name of the field in the refusal
    /// @param thing what it should be the id of: `talk`
    /// @throws Refused.Invalid when it is none
    public static String canonical(String field, String thing, String value) {
        if (!isCanonical(value)) {
            throw new Refused.Invalid(field, notCanonical(thing, value));
        }
        return value;
    }

    /// Whether the text is a UUID as this catalogue writes it. Its version does not matter.
    public static boolean isCanonical(String value) {
        if (value.length() != LENGTH) {
            return false;
        }
        for (int i = 0; i < LENGTH; i++) {
            char c = value.charAt(i);
            boolean hyphen = i == 8 || i == 13 || i == 18 || i == 23;
            if (hyphen ? c != '-' : !isLowerHex(c)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isLowerHex(char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
    }

    static String notCanonical(String thing, String value) {
        return "The id “" + Texts.shown(value, SHOWN_CHARACTERS_MAX) + "” is not that of a " + thing
                + ": use a UUID in lower case, such as 0198c1d0-7e1a-7c3b-9f00-5b1c2d3e4f50.";
    }
}
