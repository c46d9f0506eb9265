package org.talks.catalogue.importing.programme;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.talks.catalogue.importing.format.Json;
import org.talks.catalogue.importing.format.Texts;
import tools.jackson.databind.JsonNode;

/// Whether a proposal of conference-hall became a talk.
final class ConferenceHallStates {

    /// Of the first version, in one word.
    private static final Set<String> GIVEN = Set.of("accepted", "confirmed");

    private ConferenceHallStates() {}

    /// A proposal without any state was put into the list by hand, such as a keynote.
    ///
    /// @return why it is no talk of the programme, null when it is one
    static @Nullable String whyNotGiven(JsonNode proposal) {
        String state = word(proposal, "state");
        if (!state.isEmpty() && !GIVEN.contains(state)) {
            return "Its state is " + state + ", not accepted:";
        }
        String deliberation = word(proposal, "deliberationStatus");
        if (!deliberation.isEmpty() && !deliberation.equals("accepted")) {
            return "It is " + deliberation + ", not accepted:";
        }
        String confirmation = word(proposal, "confirmationStatus");
        return confirmation.equals("declined") ? "Its speaker declined:" : null;
    }

    private static String word(JsonNode proposal, String member) {
        return Texts.line(Json.text(proposal, member)).toLowerCase(Locale.ROOT);
    }
}
