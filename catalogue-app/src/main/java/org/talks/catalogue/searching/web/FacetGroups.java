package org.talks.catalogue.searching.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.talks.catalogue.searching.web.SearchPage.Bar;
import org.talks.catalogue.searching.web.SearchPage.Group;
import org.talks.catalogue.searching.web.SearchPage.Value;
import org.talks.catalogue.web.Languages;
import org.talks.catalogue.web.Slug;
import org.talks.search.Facet;
import org.talks.search.SearchResult.FacetCount;

/// Facets in the order and the words of the page.
final class FacetGroups {

    /// Fewer years make no chart.
    private static final int YEARS_FOR_A_CHART = 3;

    private static final double CHART_WIDTH = 100;
    private static final double CHART_HEIGHT = 24;
    private static final double GAP = 1;

    /// A year with one talk is still to be seen beside one with a thousand.
    private static final double LEAST_HEIGHT = 1.5;

    private FacetGroups() {}

    static List<Group> of(Map<Facet, List<FacetCount>> counts) {
        var groups = new ArrayList<Group>();
        for (var facet : Facet.values()) {
            var values = counts.getOrDefault(facet, List.of());
            if (!values.isEmpty()) {
                groups.add(group(facet, values));
            }
        }
        groups.sort(Comparator.comparingInt(group -> group.parameter().equals("year") ? 0 : 1));
        return List.copyOf(groups);
    }

    static String label(Facet facet) {
        return switch (facet) {
            case CONFERENCE -> "Conference";
            case SERIES -> "Series";
            case YEAR -> "Year";
            case SPEAKER -> "Speaker";
            case TOPIC -> "Topic";
            case LANGUAGE -> "Language";
            case KIND -> "Kind";
            case DURATION -> "Length";
            case HAS -> "With";
            case SOURCE -> "Source";
        };
    }

    /// Most facets bring their label; these values are codes.
    static String valueLabel(Facet facet, String value, String label) {
        return switch (facet) {
            case LANGUAGE -> Languages.name(value);
            case DURATION ->
                switch (value) {
                    case "short" -> "under 15 min";
                    case "medium" -> "15–40 min";
                    case "long" -> "40–90 min";
                    case "longer" -> "over 90 min";
                    default -> label;
                };
            default -> label;
        };
    }

    private static Group group(Facet facet, List<FacetCount> counts) {
        var ordered = facet == Facet.YEAR
                ? counts.stream()
                        .sorted(Comparator.comparing(FacetCount::value).reversed())
                        .toList()
                : counts;
        var first = new ArrayList<Value>();
        var rest = new ArrayList<Value>();
        for (var count : ordered) {
            var value = new Value(
                    facet.parameter() + "-" + id(count.value()),
                    count.value(),
                    valueLabel(facet, count.value(), count.label()),
                    count.count(),
                    count.chosen());
            (first.size() < SearchPage.VALUES_AT_ONCE || count.chosen() ? first : rest).add(value);
        }
        return new Group(
                facet.parameter(),
                label(facet),
                List.copyOf(first),
                List.copyOf(rest),
                facet == Facet.YEAR ? bars(counts) : List.of());
    }

    private static String id(String value) {
        var slug = Slug.of(value);
        return slug.isEmpty() ? Integer.toHexString(value.hashCode()) : slug;
    }

    private static List<Bar> bars(List<FacetCount> counts) {
        if (counts.size() < YEARS_FOR_A_CHART) {
            return List.of();
        }
        var years =
                counts.stream().sorted(Comparator.comparing(FacetCount::value)).toList();
        var most = years.stream().mapToLong(FacetCount::count).max().orElse(1);
        var step = CHART_WIDTH / years.size();
        var bars = new ArrayList<Bar>();
        for (var i = 0; i < years.size(); i++) {
            var year = years.get(i);
            var height = Math.max(LEAST_HEIGHT, CHART_HEIGHT * year.count() / Math.max(most, 1));
            bars.add(new Bar(i * step, CHART_HEIGHT - height, Math.max(step - GAP, 0.5), height, year.chosen()));
        }
        return List.copyOf(bars);
    }
}
