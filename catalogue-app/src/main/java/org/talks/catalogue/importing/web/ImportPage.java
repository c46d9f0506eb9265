package org.talks.catalogue.importing.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.talks.catalogue.web.Flash;
import org.talks.catalogue.web.Fragment;
import org.talks.catalogue.web.Page;
import org.talks.catalogue.web.Ref;
import org.talks.catalogue.web.Visit;
import org.talks.catalogue.web.Wording;

/// One import, running or done. While it runs the page asks `path` + `/status` every second for
/// [#statusFragment]; without script it loads itself again.
///
/// @param path of the import
/// @param source what was read: the name of the file
/// @param facts in words: who, when, size
/// @param readAs how it was read and why: "Read as frab schedule.xml: its root element is schedule."; empty while
///     that is not known
/// @param refusal what was typed, to read the same once more, and cannot be; null for nothing
public record ImportPage(
        Visit visit,
        String path,
        String source,
        List<String> facts,
        String readAs,
        Status status,
        @Nullable Refusal refusal)
        implements Page {

    public ImportPage(Visit visit, String path, String source, List<String> facts, String readAs, Status status) {
        this(visit, path, source, facts, readAs, status, null);
    }

    /// @param zoneError why the zone is none, a sentence
    public record Refusal(String format, String zone, String zoneError) {}

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
    /// @param again to read the same once more, null when the bytes are gone
    /// @param goOn path to post to, to go on with what was begun; null when nothing was
    /// @param columns where to say what the columns of a table mean, null when that is not what is missing
    public record Stopped(
            String reason,
            String remedy,
            @Nullable Again again,
            @Nullable String goOn,
            @Nullable String columns) implements Status {
        public Stopped(String reason, String remedy, @Nullable Again again, @Nullable String goOn) {
            this(reason, remedy, again, goOn, null);
        }
    }

    /// A plan that waits, or what came of one.
    ///
    /// @param waiting whether nothing was recorded yet and a person decides
    /// @param undoLabel what the button says that takes it back
    /// @param summary a sentence: "Imported 38 talks in 1.2 s."
    /// @param counts the numbers, largest matter first
    /// @param notices sentences that a person should read first
    /// @param zone names of conferences whose time zone nobody knows
    /// @param parts what changes, what contradicts, what is gone …, those that are not empty
    /// @param rejected what was not taken
    /// @param moreRejected how many of these are not shown
    /// @param warnings what was taken all the same
    /// @param moreWarnings how many of these are not shown
    /// @param apply null when nothing waits
    /// @param again to read the same once more, null when the bytes are gone
    /// @param undo null when it cannot be undone
    /// @param links to what belongs to it: the import that it undid, the commands as JSON
    public record Report(
            boolean waiting,
            String undoLabel,
            String summary,
            List<Figure> counts,
            List<String> notices,
            List<String> zone,
            List<Part> parts,
            List<Rejected> rejected,
            long moreRejected,
            List<Rejected> warnings,
            long moreWarnings,
            @Nullable Apply apply,
            @Nullable Again again,
            Flash.@Nullable Undo undo,
            List<Ref> links)
            implements Status {}

    /// @param gone what to ask before so much is cancelled: "Cancel 12 of 40 talks"; empty to ask nothing
    public record Apply(String gone) {}

    /// @param format id of the one that was used, empty when none was
    /// @param zone as it was given
    /// @param zoneError why that is none, a sentence
    public record Again(
            List<ImportsPage.Format> formats,
            String format,
            String zone,
            @Nullable String zoneError) {}

    /// @param label what is counted: `new`, `changed`, `unchanged`, `gone`, `rejected`
    public record Figure(long count, String label) {}

    /// @param id for links to it
    /// @param more how many are not shown
    /// @param all path to post to, to accept all of them; null when that is not offered
    public record Part(
            String id,
            String heading,
            String hint,
            List<ChangedThing> things,
            long more,
            @Nullable String all) {}

    /// @param kind `new`, `changed`, `gone`, `kept` or `same?`
    /// @param note a sentence, empty when there is nothing to say
    /// @param accept path to post to, to have the source's value or say that it is the same; null when not offered
    /// @param acceptLabel what that button says
    public record ChangedThing(
            String kind,
            Ref thing,
            List<ChangedField> fields,
            String note,
            @Nullable String accept,
            String acceptLabel) {}

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
        return Wording.text("importing.import-of", source);
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

    /// The same with what somebody typed as a time zone and why it is none.
    ImportPage refusing(String format, String zone, String error) {
        return new ImportPage(visit, path, source, facts, readAs, status, new Refusal(format, zone, error));
    }

    /// What the form to read the same once more shows: what was refused of it, if it was.
    public Again shown(Again again) {
        return refusal == null
                ? again
                : new Again(again.formats(), refusal.format(), refusal.zone(), refusal.zoneError());
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
