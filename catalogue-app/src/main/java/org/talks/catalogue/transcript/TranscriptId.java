package org.talks.catalogue.transcript;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.talks.catalogue.command.Refused;
import org.talks.catalogue.rules.Languages;
import org.talks.catalogue.talk.TalkId;

/// Names a transcript: a talk has at most one per language and origin.
///
/// @param language BCP 47 tag, in canonical case once constructed; `und` when it is not known
/// @param origin `auto`, `human`, or the name of a service: lower-case letters, digits and hyphens, at most 40
public record TranscriptId(TalkId talk, String language, String origin) {

    /// It is part of the stream's name, where a colon would start the next part.
    private static final Pattern ORIGIN = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

    /// @throws Refused.Invalid when language or origin are none
    public TranscriptId {
        language = canonicalLanguage(language);
        origin = checkedOrigin(origin);
    }

    public String stream() {
        return "transcript:" + talk.value() + ":" + language + ":" + origin;
    }

    /// @param language null where JSON left it out
    static String canonicalLanguage(@Nullable String language) {
        if (language == null) {
            throw new Refused.Invalid(
                    "language", "The language is missing: give one, such as en, or und when unknown.");
        }
        var canonical = Languages.canonical(language);
        if (canonical == null) {
            throw new Refused.Invalid("language", Languages.unknown(language));
        }
        return canonical;
    }

    /// @param origin null where JSON left it out
    static String checkedOrigin(@Nullable String origin) {
        if (origin == null || !ORIGIN.matcher(origin).matches()) {
            throw new Refused.Invalid(
                    "origin",
                    "Say where the transcript comes from in lower-case letters, digits and hyphens, at most 40, such"
                            + " as human or auto.");
        }
        return origin;
    }
}
