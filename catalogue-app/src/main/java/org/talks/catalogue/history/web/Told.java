package org.talks.catalogue.history.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.talks.catalogue.text.Texts;
import org.talks.catalogue.web.Dates;
import org.talks.catalogue.web.HistoryPage.Change;
import org.talks.catalogue.web.Wording;
import org.talks.catalogue.web.form.WordDifference;
import org.talks.events.RichText;

/// An event in words.
///
/// @param did what somebody did, to follow who it was: "retitled the talk"
record Told(String did, List<Change> changes) {

    Told {
        changes = List.copyOf(changes);
    }

    static Told that(String did) {
        return new Told(did, List.of());
    }

    static Told because(String did, @Nullable String reason) {
        return new Told(
                did,
                reason == null ? List.of() : List.of(new Change(Wording.text("history.reason"), "", reason, null)));
    }

    /// Collects what changed, leaving out what did not.
    static final class Changes {

        private final List<Change> changes = new ArrayList<>();

        /// Something short: what was, what is.
        Changes value(String label, @Nullable Object before, @Nullable Object after) {
            var was = written(before);
            var is = written(after);
            if (!was.equals(is)) {
                changes.add(new Change(label, was, is, null));
            }
            return this;
        }

        private static String written(@Nullable Object value) {
            return value instanceof LocalDate day ? Dates.day(day) : Objects.toString(value, "");
        }

        Changes list(String label, List<String> before, List<String> after) {
            return value(label, String.join(", ", before), String.join(", ", after));
        }

        /// Words that are compared.
        Changes words(String label, @Nullable String before, @Nullable String after) {
            var was = Objects.requireNonNullElse(before, "");
            var is = Objects.requireNonNullElse(after, "");
            if (!was.equals(is)) {
                changes.add(new Change(
                        label, was, is, was.isEmpty() || is.isEmpty() ? null : WordDifference.between(was, is)));
            }
            return this;
        }

        /// A text without its markup; where only the markup changed, as it was written.
        Changes text(String label, RichText before, RichText after) {
            var was = Texts.plain(before);
            var is = Texts.plain(after);
            return was.equals(is) ? words(label, before.text(), after.text()) : words(label, was, is);
        }

        Told after(String did) {
            return new Told(did, changes);
        }
    }
}
