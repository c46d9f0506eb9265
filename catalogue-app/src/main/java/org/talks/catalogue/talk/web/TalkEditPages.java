package org.talks.catalogue.talk.web;

import org.talks.catalogue.pages.EditPages;
import org.talks.catalogue.pages.Editor;
import org.talks.catalogue.talk.TalkContent;
import org.talks.catalogue.web.PageController;

/// The forms of a talk.
@PageController("/talks")
final class TalkEditPages extends EditPages<TalkContent> {

    TalkEditPages(Editor editor, TalkEditing editing) {
        super(editor, editing);
    }
}
