package org.talks.catalogue.web.form;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.talks.catalogue.web.Page;
import org.talks.catalogue.web.Ref;
import org.talks.catalogue.web.SafeHtml;
import org.talks.catalogue.web.Visit;

/// Two people changed the same part from the same version: both versions beside each other, and the form with
/// what the second one typed, ready to be corrected and sent against the version that stands. Status 409.
///
/// @param title "Somebody else changed this title meanwhile"
/// @param of the thing
/// @param sentence who and when: "Ana Lima retitled the talk on 3 May 2021, 14:02, after you had opened the
///     form."
/// @param parts what differs
/// @param form what was typed, with the version that stands; its way back leaves the other version as it is
public record ConflictPage(Visit visit, String title, Ref of, String sentence, List<Part> parts, Form form)
        implements Page {

    /// @param label `Title`
    /// @param before the text both started from
    /// @param theirs the text that stands
    /// @param yours the text that was typed
    /// @param theirChange the words they changed, null to show the text as it is
    /// @param yourChange the words that were typed anew, null to show the text as it is
    public record Part(
            String label,
            String before,
            String theirs,
            String yours,
            @Nullable SafeHtml theirChange,
            @Nullable SafeHtml yourChange) {

        /// With the words compared, where the texts are short enough for that.
        public static Part of(String label, String before, String theirs, String yours) {
            return new Part(
                    label,
                    before,
                    theirs,
                    yours,
                    WordDifference.between(before, theirs),
                    WordDifference.between(before, yours));
        }
    }

    @Override
    public String template() {
        return "form/conflict";
    }

    @Override
    public boolean indexed() {
        return false;
    }
}
