package org.talks.catalogue.speaker.web;

import java.util.List;
import org.talks.catalogue.web.Page;
import org.talks.catalogue.web.Paging;
import org.talks.catalogue.web.Ref;
import org.talks.catalogue.web.Visit;
import org.talks.catalogue.web.Wording;

/// Speakers by name, a letter at a time.
///
/// @param total in words: `12,996 speakers`
/// @param letters every letter that begins a name, in order, and `#` for all else
/// @param letter the one shown; empty for all
public record SpeakersPage(
        Visit visit, String total, List<Letter> letters, String letter, List<Line> speakers, Paging paging)
        implements Page {

    public record Letter(String href, String letter) {}

    /// @param detail affiliation or another name that tells them apart; empty for none
    public record Line(Ref speaker, String detail, long talks) {}

    @Override
    public String template() {
        return "speaker/speakers";
    }

    @Override
    public String title() {
        return letter.isEmpty() ? Wording.text("nav.speakers") : Wording.text("speaker.speakers", letter);
    }

    @Override
    public Section section() {
        return Section.SPEAKERS;
    }
}
