package org.talks.catalogue.speaker.web;

import java.util.List;
import org.talks.catalogue.web.Page;
import org.talks.catalogue.web.Ref;
import org.talks.catalogue.web.Visit;
import org.talks.catalogue.web.Wording;

/// People of the same name, who may be the same person.
///
/// @param groups those of one name each, by name
/// @param more whether there are others besides
public record MergesPage(Visit visit, List<List<Person>> groups, boolean more) implements Page {

    public MergesPage {
        groups = List.copyOf(groups);
    }

    /// @param merge path of the form that says who it is
    /// @param conferences names of some where they spoke
    public record Person(Ref speaker, String merge, long talks, List<String> conferences) {}

    @Override
    public String template() {
        return "speaker/merges";
    }

    @Override
    public String title() {
        return Wording.text("speaker.perhaps-the-same-person");
    }

    @Override
    public Section section() {
        return Section.SPEAKERS;
    }

    @Override
    public boolean indexed() {
        return false;
    }
}
