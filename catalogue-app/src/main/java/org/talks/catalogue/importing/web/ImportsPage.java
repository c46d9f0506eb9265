package org.talks.catalogue.importing.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.talks.catalogue.web.Page;
import org.talks.catalogue.web.Paging;
import org.talks.catalogue.web.Visit;
import org.talks.catalogue.web.Wording;

/// The form to import and the imports so far. The form posts as `multipart/form-data` to `/imports`: `file`,
/// `format` (empty to recognise it), `zone` (IANA, empty for none), `preview` (`true` to change nothing),
/// `_csrf`.
///
/// @param formats in the order of their names
/// @param chosenFormat id of the format as chosen before, empty at first
/// @param zone as typed before
/// @param fileError a sentence about the file, null when there is none
/// @param zoneError a sentence about the zone
/// @param limit how large a file may be, in words: `200 MB`
/// @param past newest first
public record ImportsPage(
        Visit visit,
        List<Format> formats,
        String chosenFormat,
        String zone,
        @Nullable String fileError,
        @Nullable String zoneError,
        String limit,
        List<Past> past,
        Paging paging)
        implements Page {

    /// @param label what people call it: `frab or c3voc schedule.xml`
    public record Format(String id, String label) {}

    /// @param outcome in words: `38 new, 2 changed, 1 rejected`, `running`, `stopped: …`
    public record Past(String href, String source, String when, String by, String outcome) {}

    @Override
    public String template() {
        return "importing/imports";
    }

    @Override
    public String title() {
        return Wording.text("nav.imports");
    }

    @Override
    public Section section() {
        return Section.IMPORTS;
    }

    @Override
    public boolean indexed() {
        return false;
    }
}
