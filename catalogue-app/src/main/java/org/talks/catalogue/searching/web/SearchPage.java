package org.talks.catalogue.searching.web;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.talks.catalogue.searching.SavedSearches;
import org.talks.catalogue.web.Alternates;
import org.talks.catalogue.web.Counts;
import org.talks.catalogue.web.Dates;
import org.talks.catalogue.web.Durations;
import org.talks.catalogue.web.Fragment;
import org.talks.catalogue.web.Page;
import org.talks.catalogue.web.PastMoment;
import org.talks.catalogue.web.Paths;
import org.talks.catalogue.web.Ref;
import org.talks.catalogue.web.SafeHtml;
import org.talks.catalogue.web.TalkLine;
import org.talks.catalogue.web.Visit;
import org.talks.catalogue.web.Wording;
import org.talks.search.Facet;
import org.talks.search.SearchRequest.Order;
import org.talks.search.SearchResult;

/// One answer to one question. [#of] makes it from the index's answer; [#found] is the part that is swapped in
/// place.
///
/// @param total in words: `41 talks`, `more than 10,000 talks`
/// @param millis the index took
/// @param chosen what narrows the answer, in the order of the facets
/// @param facets the groups to narrow by; those whose values do not tell the hits apart are left out
/// @param notices sentences about how the answer came about: what was ignored, what matched only nearly
/// @param nearest a spelling that finds clearly more, null when there is none
/// @param dropped only when nothing was found: what dropping one chosen value would give
/// @param next path of the next page, null on the last
public record SearchPage(
        Visit visit,
        SearchUrl url,
        String total,
        long millis,
        List<Chip> chosen,
        List<Group> facets,
        List<SortChoice> sorts,
        List<Hit> hits,
        List<String> notices,
        @Nullable Ref nearest,
        List<Chip> dropped,
        @Nullable String next)
        implements Page {

    /// Values of a facet that are shown at once; the rest opens with "more".
    public static final int VALUES_AT_ONCE = 6;

    /// @param facet what kind of thing it is, in words: `Conference`
    /// @param label the value in words
    /// @param href the question without it
    /// @param count hits that this gives; only for [#dropped], otherwise 0
    public record Chip(String facet, String label, String href, long count) {}

    /// @param parameter name in the URL
    /// @param label heading
    /// @param first values shown at once
    /// @param rest values shown on request
    /// @param bars the years as a small chart, oldest first; empty for other facets
    /// @param all path of the page with all values, null when they are all here
    public record Group(
            String parameter,
            String label,
            List<Value> first,
            List<Value> rest,
            List<Bar> bars,
            @Nullable String all) {

        /// Whether there are so many that looking for one by eye is work.
        public boolean isLong() {
            return rest.size() >= VALUES_AT_ONCE;
        }

        /// Whether its values tell hits apart. A value that every hit has says nothing, unless it was chosen.
        ///
        /// @param hits that were found
        boolean tellsApart(long hits) {
            return anyChosen() || Stream.concat(first.stream(), rest.stream()).anyMatch(value -> value.count() < hits);
        }

        public boolean anyChosen() {
            return first.stream().anyMatch(Value::chosen) || rest.stream().anyMatch(Value::chosen);
        }
    }

    /// @param id unique on the page, the same before and after a swap, so that focus stays
    public record Value(String id, String value, String label, long count, boolean chosen) {}

    /// One bar of the chart, in a box of 100 × 24.
    ///
    /// @param href the question with this year, or without it when it is chosen
    /// @param step from this bar to the next
    public record Bar(
            String year,
            long count,
            String href,
            double x,
            double step,
            double y,
            double width,
            double height,
            boolean chosen) {}

    public record SortChoice(String value, String label, boolean chosen) {}

    /// @param titleHtml with matched words marked
    /// @param when date in words, empty when unknown
    /// @param facts as of [TalkLine#facts]
    public record Hit(
            String href,
            SafeHtml titleHtml,
            List<Ref> speakers,
            Ref conference,
            String when,
            List<String> facts,
            boolean cancelled,
            List<Snippet> snippets,
            List<Ref> alsoGiven) {

        Hit lookingBack(PastMoment moment) {
            return new Hit(
                    moment.href(href),
                    titleHtml,
                    speakers.stream().map(moment::ref).toList(),
                    moment.ref(conference),
                    when,
                    facts,
                    cancelled,
                    snippets.stream()
                            .map(snippet -> new Snippet(
                                    moment.href(snippet.href()), snippet.place(), snippet.detail(), snippet.html()))
                            .toList(),
                    alsoGiven.stream().map(moment::ref).toList());
        }
    }

    /// Where it matched; the whole line links to that place of the talk.
    ///
    /// @param place `Notes`, `Transcript`, `Summary`, `Topics`
    /// @param detail heading of the section or time in the recording; null for neither
    public record Snippet(
            String href, String place, @Nullable String detail, SafeHtml html) {}

    @Override
    public List<Alternate> alternates() {
        return Alternates.search(url.query());
    }

    @Override
    public String template() {
        return "search/search";
    }

    @Override
    public String title() {
        return url.text().isEmpty() ? Wording.text("search.talks") : url.text();
    }

    @Override
    public String canonical() {
        return url.href();
    }

    @Override
    public boolean indexed() {
        return false;
    }

    @Override
    public boolean ownSearchField() {
        return true;
    }

    /// The answer without the page around it, with its own `<title>`, for htmx. It must be sent with `Vary:
    /// HX-Request` and `HX-Push-Url: ` [#canonical].
    public Fragment found() {
        return new Found(this);
    }

    /// The next hits alone, to be appended: the answer to a request with `HX-Target: more`.
    public Fragment more() {
        return new More(this);
    }

    /// What [#found] gives.
    public record Found(SearchPage page) implements Fragment {
        @Override
        public String template() {
            return "search/found";
        }
    }

    /// What [#more] gives.
    public record More(SearchPage page) implements Fragment {
        @Override
        public String template() {
            return "search/more";
        }
    }

    /// The question in a few words, as a name for it.
    public String question() {
        var words = new ArrayList<String>();
        if (!url.text().isEmpty()) {
            words.add(url.text());
        }
        chosen.forEach(chip -> words.add(chip.label()));
        var all = words.isEmpty() ? Wording.text("searching.every-talk-a") : String.join(", ", words);
        return all.length() <= SavedSearches.NAME_MAX ? all : all.substring(0, SavedSearches.NAME_MAX - 1) + "…";
    }

    /// @param result with at most [SearchPages#FACET_VALUES] values of a facet
    public static SearchPage of(Visit visit, SearchUrl url, SearchResult result, long millis) {
        var next = result.next();
        return new SearchPage(
                visit,
                url,
                total(result),
                millis,
                chosen(url, result),
                FacetGroups.of(url, result.facets(), SearchPages.FACET_VALUES).stream()
                        .filter(group -> result.totalIsLowerBound() || group.tellsApart(result.total()))
                        .toList(),
                sorts(url),
                result.hits().stream().map(hit -> hit(hit, url.asOf() == null)).toList(),
                notices(result),
                nearest(url, result),
                dropped(url, result),
                next == null ? null : url.from(next).href());
    }

    /// The same as an answer about a moment of the past: its links stay there.
    SearchPage lookingBack(PastMoment moment) {
        return new SearchPage(
                visit,
                url,
                total,
                millis,
                chosen,
                facets,
                sorts,
                hits.stream().map(hit -> hit.lookingBack(moment)).toList(),
                notices,
                nearest,
                dropped,
                next);
    }

    private static String total(SearchResult result) {
        return result.totalIsLowerBound()
                ? Wording.text("search.more-than", Counts.of(result.total()))
                : Wording.count("count.talks", result.total());
    }

    private static List<Chip> chosen(SearchUrl url, SearchResult result) {
        var chips = new ArrayList<Chip>();
        url.chosen()
                .forEach((facet, values) -> values.forEach(value -> chips.add(new Chip(
                        FacetGroups.label(facet),
                        label(result, facet, value),
                        url.without(facet, value).href(),
                        0))));
        return List.copyOf(chips);
    }

    private static String label(SearchResult result, Facet facet, String value) {
        return result.facets().getOrDefault(facet, List.of()).stream()
                .filter(count -> count.value().equals(value))
                .map(count -> FacetGroups.valueLabel(facet, count.value(), count.label()))
                .findFirst()
                .or(() -> result.dropOne().stream()
                        .filter(drop -> drop.facet() == facet && drop.value().equals(value))
                        .map(drop -> FacetGroups.valueLabel(facet, drop.value(), drop.label()))
                        .findFirst())
                .orElseGet(() -> FacetGroups.valueLabel(facet, value, value));
    }

    private static List<SortChoice> sorts(SearchUrl url) {
        var choices = new ArrayList<SortChoice>();
        for (var order : Order.values()) {
            if (order == Order.RELEVANCE && url.text().isEmpty()) {
                continue;
            }
            choices.add(new SortChoice(SearchUrl.parameter(order), label(order), order == url.effectiveOrder()));
        }
        return List.copyOf(choices);
    }

    private static String label(Order order) {
        return switch (order) {
            case RELEVANCE -> Wording.text("search.sort.relevance");
            case NEWEST -> Wording.text("search.sort.newest");
            case OLDEST -> Wording.text("search.sort.oldest");
            case SHORTEST -> Wording.text("search.sort.shortest");
            case LONGEST -> Wording.text("search.sort.longest");
            case RECENTLY_ADDED -> Wording.text("search.sort.recently-added");
        };
    }

    private static List<String> notices(SearchResult result) {
        var notices = new ArrayList<String>();
        if (!result.hits().isEmpty()) {
            switch (result.matching()) {
                case EXACT -> {}
                case FUZZY -> notices.add(Wording.text("search.fuzzy"));
                case MOST -> notices.add(Wording.text("search.most-words"));
                case PARTIAL -> notices.add(Wording.text("search.partial-words"));
            }
        }
        notices.addAll(result.warnings());
        if (result.partial()) {
            notices.add(Wording.text("search.partial"));
        }
        if (result.restarted()) {
            notices.add(Wording.text("search.restarted"));
        }
        return List.copyOf(notices);
    }

    private static @Nullable Ref nearest(SearchUrl url, SearchResult result) {
        var spelling = result.didYouMean();
        return spelling == null ? null : new Ref(url.asking(spelling).href(), spelling);
    }

    private static List<Chip> dropped(SearchUrl url, SearchResult result) {
        return result.dropOne().stream()
                .map(drop -> new Chip(
                        FacetGroups.label(drop.facet()),
                        FacetGroups.valueLabel(drop.facet(), drop.value(), drop.label()),
                        url.without(drop.facet(), drop.value()).href(),
                        drop.count()))
                .toList();
    }

    /// @param inTabs whether the parts of a talk have pages of their own; in the past they are on one
    private static Hit hit(SearchResult.Hit hit, boolean inTabs) {
        var href = Paths.talk(hit.id(), hit.title());
        var date = hit.date();
        return new Hit(
                href,
                SafeHtml.trusted(hit.titleHtml()),
                hit.speakers().stream()
                        .map(s -> new Ref(Paths.speaker(s.id(), s.name()), s.name()))
                        .toList(),
                new Ref(
                        Paths.conference(hit.conference().id(), hit.conference().name()),
                        hit.conference().name()),
                date == null ? "" : Dates.day(date),
                TalkLine.facts(hit.kind(), hit.language(), hit.durationSeconds(), has(hit)),
                hit.cancelled(),
                hit.snippets().stream()
                        // These stand beside the title anyway.
                        .filter(s -> !s.field().equals("speakers") && !s.field().equals("conference"))
                        .map(s -> snippet(href, s, inTabs))
                        .toList(),
                hit.alsoGiven().stream()
                        .map(also -> new Ref(
                                Paths.talk(also.id(), hit.title()),
                                also.conference().name()))
                        .toList());
    }

    private static List<String> has(SearchResult.Hit hit) {
        var has = new ArrayList<String>();
        if (hit.hasVideo()) {
            has.add(Wording.word("video"));
        }
        if (hit.hasSlides()) {
            has.add(Wording.word("slides"));
        }
        if (hit.hasNotes()) {
            has.add(Wording.word("notes"));
        }
        if (hit.hasTranscript()) {
            has.add(Wording.word("transcript"));
        }
        return has;
    }

    private static Snippet snippet(String href, SearchResult.Snippet snippet, boolean inTabs) {
        var second = snippet.second();
        var anchor = snippet.anchor();
        var fragment = anchor != null
                ? anchor
                : second != null && snippet.field().equals("transcript") ? "t" + second : snippet.field();
        var label = snippet.label();
        var tab = switch (snippet.field()) {
            case "notes" -> "/notes";
            case "transcript" -> "/transcript" + (second == null ? "" : "?t=" + second);
            default -> "";
        };
        return new Snippet(
                href + (inTabs ? tab : "") + "#" + fragment,
                place(snippet.field()),
                label != null ? label : second != null ? Durations.clock(second) : null,
                SafeHtml.trusted(snippet.html()));
    }

    private static String place(String field) {
        return switch (field) {
            case "summary" -> Wording.text("search.in.summary");
            case "notes" -> Wording.text("search.in.notes");
            case "transcript" -> Wording.text("search.in.transcript");
            case "topics" -> Wording.text("search.in.topics");
            default -> field;
        };
    }
}
