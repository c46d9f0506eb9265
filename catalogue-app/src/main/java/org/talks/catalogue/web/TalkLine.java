package org.talks.catalogue.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A talk as one entry of a list.
///
/// @param speakers in billing order
/// @param conference null where the list is about one conference
/// @param when date or clock time as read: `5 November 2016`, `11:30`; empty when unknown
/// @param facts quiet words beside it, in order: `keynote`, `34 min`, `video`, `slides`; see [#facts]
/// @param cancelled shown struck through, with the word
/// @param note why it is in this list: "shares pairing, balanced team"; null for no reason beyond the list's own
public record TalkLine(
        String href,
        String title,
        List<Ref> speakers,
        @Nullable Ref conference,
        String when,
        List<String> facts,
        boolean cancelled,
        @Nullable String note) {

    public TalkLine {
        speakers = List.copyOf(speakers);
        facts = List.copyOf(facts);
    }

    /// The usual facts in their usual order. The plain kind `talk` is not worth a word.
    ///
    /// @param has of `video`, `slides`, `notes`, `transcript` what there is
    public static List<String> facts(
            String kind, @Nullable String language, @Nullable Integer durationSeconds, List<String> has) {
        var facts = new java.util.ArrayList<String>();
        if (!kind.equals("talk") && !kind.isBlank()) {
            facts.add(Wording.word(kind));
        }
        if (language != null && !language.equals("en") && !language.startsWith("en-")) {
            facts.add(Languages.name(language));
        }
        if (durationSeconds != null && durationSeconds > 0) {
            facts.add(Durations.words(durationSeconds));
        }
        facts.addAll(has);
        return List.copyOf(facts);
    }
}
