package org.talks.catalogue.web;

import java.util.List;
import org.talks.catalogue.web.Page.Alternate;

/// What pages can be taken along as. The addresses are answered by the packages that make each format.
public final class Alternates {

    private static final String JSON = "application/json";
    private static final String ATOM = "application/atom+xml";
    private static final String CALENDAR = "text/calendar";
    private static final String CSV = "text/csv";
    private static final String NDJSON = "application/x-ndjson";

    private Alternates() {}

    public static List<Alternate> talk(String id) {
        return List.of(
                new Alternate(CALENDAR, "/talks/" + id + "/talk.ics", Wording.text("web.calendar")),
                new Alternate("application/x-bibtex", "/talks/" + id + "/cite.bib", Wording.text("web.bibtex")),
                new Alternate("application/vnd.citationstyles.csl+json", "/talks/" + id + "/cite.json", "CSL-JSON"),
                new Alternate(JSON, "/api/talks/" + id, "JSON"));
    }

    public static List<Alternate> conference(String id) {
        var path = "/conferences/" + id;
        return List.of(
                new Alternate(ATOM, path + "/talks.atom", Wording.text("search.feed")),
                new Alternate(CALENDAR, path + "/programme.ics", Wording.text("web.calendar")),
                new Alternate("application/xml", path + "/schedule.xml", "schedule.xml"),
                new Alternate(JSON, path + "/schedule.json", "schedule.json"),
                new Alternate(JSON, "/api" + path, "JSON"));
    }

    public static List<Alternate> speaker(String id) {
        var path = "/speakers/" + id;
        return List.of(
                new Alternate(ATOM, path + "/talks.atom", Wording.text("search.feed")),
                new Alternate(CALENDAR, path + "/talks.ics", Wording.text("web.calendar")),
                new Alternate(JSON, "/api" + path, "JSON"));
    }

    public static List<Alternate> topic(String topic) {
        return search("?topic=" + Paths.encoded(topic));
    }

    /// @param query of the search page with its question mark, empty for all talks
    public static List<Alternate> search(String query) {
        return List.of(
                new Alternate(ATOM, "/search.atom" + query, Wording.text("search.feed")),
                new Alternate(CSV, "/search.csv" + query, "CSV"),
                new Alternate(NDJSON, "/search.ndjson" + query, "NDJSON"),
                new Alternate(JSON, "/api/talks" + query, "JSON"));
    }

    /// The talks that were added last.
    public static List<Alternate> talks() {
        return List.of(
                new Alternate(ATOM, "/talks.atom", Wording.text("web.talks-as-a-feed")),
                new Alternate("application/rss+xml", "/talks.rss", Wording.text("web.talks-as-a-podcast")));
    }

    public static List<Alternate> conferences() {
        return List.of(
                new Alternate(ATOM, "/conferences.atom", Wording.text("search.feed")),
                new Alternate(JSON, "/api/conferences", "JSON"));
    }
}
