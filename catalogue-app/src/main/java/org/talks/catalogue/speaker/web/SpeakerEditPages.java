package org.talks.catalogue.speaker.web;

import org.talks.catalogue.pages.EditPages;
import org.talks.catalogue.pages.Editor;
import org.talks.catalogue.speaker.SpeakerContent;
import org.talks.catalogue.web.PageController;

/// The forms of a speaker.
@PageController("/speakers")
final class SpeakerEditPages extends EditPages<SpeakerContent> {

    SpeakerEditPages(Editor editor, SpeakerEditing editing) {
        super(editor, editing);
    }
}
