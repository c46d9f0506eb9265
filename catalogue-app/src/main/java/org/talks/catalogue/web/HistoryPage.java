package org.talks.catalogue.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What happened to one thing, newest first, in sentences.
///
/// @param kind what it is, in lower case: `talk`
/// @param name its title or name
/// @param path its own path; of a transcript that of its talk
/// @param here path of this page
/// @param entries newest first
/// @param asOf the day proposed for looking back, `2025-03-01`; empty for none
/// @param related histories of what belongs to it
/// @param tabs pages of its parts; empty where it has but one page
/// @param begins since when the catalogue has recorded, as a sentence
public record HistoryPage(
        Visit visit,
        String kind,
        String name,
        String path,
        String here,
        List<Entry> entries,
        String asOf,
        String begins,
        Paging paging,
        List<Ref> related,
        @Nullable Edits edits,
        List<Ref> tabs)
        implements Page {

    /// @param position in the log; the entry's anchor is `e` and this number
    /// @param when in words, in the catalogue's zone
    /// @param machine the same for `datetime`
    /// @param sentence who did what: "Ana Lima retitled the talk."; text
    /// @param origin how it came about when not by hand: "with the import of pyvideo", null otherwise
    /// @param changes what it changed
    /// @param undo how to take it back, null when it cannot be or the reader may not
    /// @param kept why it cannot be taken back, for those who may; null otherwise
    /// @param latest whether the thing is now as this change left it
    public record Entry(
            long position,
            String when,
            String machine,
            String sentence,
            @Nullable Ref origin,
            List<Change> changes,
            Flash.@Nullable Undo undo,
            @Nullable String kept,
            boolean latest) {}

    /// One changed part. Where the words are compared, `difference` has both; otherwise what was and what is, of
    /// which one may be empty.
    ///
    /// @param label of the part: `Title`
    /// @param difference the new text with `<ins>` and `<del>`, null when the texts are shown one after the other
    public record Change(
            String label,
            String before,
            String after,
            @Nullable SafeHtml difference) {}

    /// Whether this is a part of the thing's own pages, and its versions can be compared.
    public boolean ofAThing() {
        return here.equals(path + "/history");
    }

    @Override
    public String template() {
        return "parts/history";
    }

    @Override
    public String title() {
        return Wording.text("web.history-of", name);
    }

    @Override
    public boolean indexed() {
        return false;
    }
}
