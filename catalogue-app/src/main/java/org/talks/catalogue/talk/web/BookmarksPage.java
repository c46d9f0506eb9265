package org.talks.catalogue.talk.web;

import org.talks.catalogue.web.Page;
import org.talks.catalogue.web.Visit;
import org.talks.catalogue.web.Wording;

/// Talks to watch later and bookmarks. They are in the reader's browser, so the page has a place for them and
/// nothing else.
public record BookmarksPage(Visit visit) implements Page {

    @Override
    public String template() {
        return "talk/bookmarks";
    }

    @Override
    public String title() {
        return Wording.text("foot.bookmarks");
    }

    @Override
    public String canonical() {
        return "/bookmarks";
    }

    @Override
    public boolean indexed() {
        return false;
    }
}
