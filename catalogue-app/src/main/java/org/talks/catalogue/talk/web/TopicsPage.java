package org.talks.catalogue.talk.web;

import java.util.List;
import org.talks.catalogue.web.Page;
import org.talks.catalogue.web.Paging;
import org.talks.catalogue.web.Ref;
import org.talks.catalogue.web.Visit;
import org.talks.catalogue.web.Wording;

/// Topics by the number of their talks.
///
/// @param total in words: `3,204 topics`
public record TopicsPage(Visit visit, String total, List<Line> topics, Paging paging) implements Page {

    public record Line(Ref topic, long talks) {}

    @Override
    public String template() {
        return "talk/topics";
    }

    @Override
    public String title() {
        return Wording.text("nav.topics");
    }

    @Override
    public Section section() {
        return Section.TOPICS;
    }
}
