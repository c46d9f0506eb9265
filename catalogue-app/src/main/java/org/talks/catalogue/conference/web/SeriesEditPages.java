package org.talks.catalogue.conference.web;

import org.talks.catalogue.pages.EditPages;
import org.talks.catalogue.pages.Editor;
import org.talks.catalogue.series.SeriesContent;
import org.talks.catalogue.web.PageController;

/// The forms of a series.
@PageController("/series")
final class SeriesEditPages extends EditPages<SeriesContent> {

    SeriesEditPages(Editor editor, SeriesEditing editing) {
        super(editor, editing);
    }
}
