package org.talks.catalogue.searching.web;

import java.util.List;
import org.talks.catalogue.web.Alternates;
import org.talks.catalogue.web.Fragment;
import org.talks.catalogue.web.Page;
import org.talks.catalogue.web.Ref;
import org.talks.catalogue.web.TalkLine;
import org.talks.catalogue.web.Visit;
import org.talks.catalogue.web.Wording;

/// The search page before anybody has typed: something worth reading instead of an empty field.
///
/// @param recent the latest additions, newest first, about eight
/// @param years newest first, about eight; each with its conferences by date
/// @param topics by falling number of talks, about twenty
public record HomePage(Visit visit, Totals totals, List<TalkLine> recent, List<Year> years, List<Topic> topics)
        implements Page {

    /// @param hours of talks whose length is known
    public record Totals(long talks, long speakers, long conferences, long hours) {}

    /// @param year `2016`, or `Undated`
    /// @param more how many conferences of that year are not listed here
    public record Year(String year, List<Ref> conferences, int more) {}

    public record Topic(String href, String name, long talks) {}

    @Override
    public List<Alternate> alternates() {
        return Alternates.talks();
    }

    @Override
    public String template() {
        return "search/home";
    }

    @Override
    public String title() {
        return Wording.text("site.name");
    }

    @Override
    public String description() {
        return Wording.text("searching.talks-given-at-conferences-with-their");
    }

    @Override
    public String canonical() {
        return "/";
    }

    @Override
    public boolean ownSearchField() {
        return true;
    }

    /// The content without the page around it, for htmx: what is shown when the field is emptied.
    public Fragment found() {
        return new Found(this);
    }

    /// What [#found] gives.
    public record Found(HomePage page) implements Fragment {
        @Override
        public String template() {
            return "search/homeFound";
        }
    }

    public SearchUrl url() {
        return SearchUrl.EVERYTHING;
    }
}
