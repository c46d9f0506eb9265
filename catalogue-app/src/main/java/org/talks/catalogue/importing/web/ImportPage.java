package org.talks.catalogue.importing.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.talks.catalogue.web.Flash;
import org.talks.catalogue.web.Fragment;
import org.talks.catalogue.web.Page;
import org.talks.catalogue.web.Ref;
import org.talks.catalogue.web.Visit;

/// One import, running or done. While it runs the page asks `path` + `/status` every second for
/// [#statusFragment]; without script it loads itself again.
///
/// @param path of the import
/// @param source what was read: the name of the file
/// @param facts in words: who, when, size
/// @param readAs how it was read and why: "Read as frab schedule.xml: its root element is schedule."; empty while
///     that is not known
public record ImportPage(Visit visit, String path, String source, List<String> facts, String readAs, Status status)
        implements Page {

    /// How it stands.
    public sealed interface Status {}

    /// @param phase in words: `Reading`, `Recording`, `Waiting for the index`
    /// @param total how much there is, 0 while that is not known
    /// @param counts in words: `1,204 of 21,715 talks`
    /// @param left `about 4 s left`, null while nobody knows
    public record Running(
            String phase,
            long done,
            long total,
            String counts,
            @Nullable String left) implements Status {}

    /// @param reason why nothing, or not everything, was imported, a sentence
    /// @param remedy what to do
    /// @param columns where to say what the columns of a table mean, null when that is not what is missing
    public record Stopped(
            String reason, String remedy, @Nullable String columns) implements Status {
        public Stopped(String reason, String remedy) {
            this(reason, remedy, null);
        }
    }

    /// @param preview whether nothing was changed and these are only proposals
    /// @param summary a sentence: "Imported 38 talks in 1.2 s."
    /// @param counts the numbers, largest matter first
    /// @param conferences touched
    /// @param changes field by field, as many as are worth showing
    /// @param moreChanges how many are not shown
    /// @param rejected what was not taken
    /// @param moreRejected how many of these are not shown
    /// @param apply path to post to, to apply a preview; null otherwise
    /// @param undo null when it cannot be undone
    public record Report(
            boolean preview,
            String summary,
            List<Figure> counts,
            List<Ref> conferences,
            List<ChangedTalk> changes,
            long moreChanges,
            List<Rejected> rejected,
            long moreRejected,
            @Nullable String apply,
            Flash.@Nullable Undo undo)
            implements Status {}

    /// @param label what is counted: `new`, `changed`, `unchanged`, `gone`, `rejected`
    public record Figure(long count, String label) {}

    /// @param kind `new`, `changed` or `gone`
    public record ChangedTalk(String kind, Ref talk, List<ChangedField> fields) {}

    /// @param before empty when there was nothing
    /// @param after empty when nothing is left
    public record ChangedField(String label, String before, String after) {}

    /// @param place file, and line, path or id within
    /// @param value what was there, shortened
    /// @param reason the rule it breaks, a sentence
    /// @param remedy what to do
    public record Rejected(String place, String value, String reason, String remedy) {}

    @Override
    public String template() {
        return "importing/import";
    }

    @Override
    public String title() {
        return "Import of " + source;
    }

    @Override
    public Section section() {
        return Section.IMPORTS;
    }

    @Override
    public boolean indexed() {
        return false;
    }

    @Override
    public int refreshSeconds() {
        return status instanceof Running ? 2 : 0;
    }

    /// The part that changes while it runs.
    public Fragment statusFragment() {
        return new StatusFragment(this);
    }

    /// What [#statusFragment] gives.
    public record StatusFragment(ImportPage page) implements Fragment {
        @Override
        public String template() {
            return "importing/status";
        }
    }
}
