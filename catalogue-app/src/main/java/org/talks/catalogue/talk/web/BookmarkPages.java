package org.talks.catalogue.talk.web;

import org.springframework.web.bind.annotation.GetMapping;
import org.talks.catalogue.web.PageController;
import org.talks.catalogue.web.Visit;

/// `/bookmarks`: what a reader keeps without an account.
@PageController
final class BookmarkPages {

    @GetMapping("/bookmarks")
    BookmarksPage bookmarks(Visit visit) {
        return new BookmarksPage(visit);
    }
}
