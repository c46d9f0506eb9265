package org.talks.catalogue.conference.web;

import org.talks.catalogue.conference.ConferenceContent;
import org.talks.catalogue.pages.EditPages;
import org.talks.catalogue.pages.Editor;
import org.talks.catalogue.web.PageController;

/// The forms of a conference.
@PageController("/conferences")
final class ConferenceEditPages extends EditPages<ConferenceContent> {

    ConferenceEditPages(Editor editor, ConferenceEditing editing) {
        super(editor, editing);
    }
}
