package org.talks.catalogue.searching.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.talks.catalogue.searching.web.SearchPage.Bar;
import org.talks.catalogue.searching.web.SearchPage.Group;
import org.talks.catalogue.searching.web.SearchPage.Value;
import org.talks.catalogue.web.Languages;
import org.talks.catalogue.web.Slug;
import org.talks.catalogue.web.Wording;
import org.talks.search.Facet;
import org.talks.search.SearchResult.FacetCount;

/// Facets in the order and the words of the page.
final class FacetGroups {

    /// Fewer years make no chart.
    private static final int YEARS_FOR_A_CHART = 3;

    /// With more the bars are too thin to be told apart.
    private static final int YEARS_IN_A_CHART = 60;

    private static final Pattern YEAR = Pattern.compile("[0-9]{4}");

    private static final double CHART_WIDTH = 100;
    private static final double CHART_HEIGHT = 24;
    private static final double GAP = 1;

    /// A year with one talk is still to be seen beside one with a thousand.
    private static final double LEAST_HEIGHT = 1.5;

    private FacetGroups() {}

    /// @param url what was asked, which the bars of the chart change
    /// @param size how many values of a facet were asked for; with as many there may be more
    static List<Group> of(SearchUrl url, Map<Facet, List<FacetCount>> counts, int size) {
        var groups = new ArrayList<Group>();
        for (var facet : Facet.values()) {
            var values = counts.getOrDefault(facet, List.of());
            if (!values.isEmpty()) {
                groups.add(group(url, facet, values, size));
            }
        }
        groups.sort(Comparator.comparingInt(group -> group.parameter().equals("year") ? 0 : 1));
        return List.copyOf(groups);
    }

    static String label(Facet facet) {
        return Wording.text("facet." + facet.parameter());
    }

    /// Most facets bring their label; these values are codes.
    static String valueLabel(Facet facet, String value, String label) {
        return switch (facet) {
            case LANGUAGE -> Languages.name(value);
            case KIND, HAS -> Wording.word(label);
            case DURATION ->
                switch (value) {
                    case "short" -> Wording.text("facet.length.short");
                    case "medium" -> Wording.text("facet.length.medium");
                    case "long" -> Wording.text("facet.length.long");
                    case "longer" -> Wording.text("facet.length.longer");
                    default -> label;
                };
            default -> label;
        };
    }

    /// Values in the order of the page: years from the newest on, others by falling count.
    static List<Value> values(Facet facet, List<FacetCount> counts) {
        var ordered = facet == Facet.YEAR
                ? counts.stream()
                        .sorted(Comparator.comparing(FacetCount::value).reversed())
                        .toList()
                : counts;
        return ordered.stream()
                .map(count -> new Value(
                        facet.parameter() + "-" + id(count.value()),
                        count.value(),
                        valueLabel(facet, count.value(), count.label()),
                        count.count(),
                        count.chosen()))
                .toList();
    }

    private static Group group(SearchUrl url, Facet facet, List<FacetCount> counts, int size) {
        var first = new ArrayList<Value>();
        var rest = new ArrayList<Value>();
        for (var value : values(facet, counts)) {
            (first.size() < SearchPage.VALUES_AT_ONCE || value.chosen() ? first : rest).add(value);
        }
        return new Group(
                facet.parameter(),
                label(facet),
                List.copyOf(first),
                List.copyOf(rest),
                facet == Facet.YEAR ? bars(url, counts) : List.of(),
                counts.size() < size || url.asOf() != null ? null : FacetPages.path(facet, url));
    }

    private static String id(String value) {
        var slug = Slug.of(value);
        return slug.isEmpty() ? Integer.toHexString(value.hashCode()) : slug;
    }

    private static List<Bar> bars(SearchUrl url, List<FacetCount> counts) {
        var byYear = new TreeMap<Integer, FacetCount>();
        for (var count : counts) {
            if (YEAR.matcher(count.value()).matches()) {
                byYear.put(Integer.valueOf(count.value()), count);
            }
        }
        if (byYear.size() < YEARS_FOR_A_CHART || byYear.lastKey() - byYear.firstKey() >= YEARS_IN_A_CHART) {
            return List.of();
        }
        var most = byYear.values().stream().mapToLong(FacetCount::count).max().orElse(1);
        var step = CHART_WIDTH / (byYear.lastKey() - byYear.firstKey() + 1);
        var bars = new ArrayList<Bar>();
        for (var year = byYear.firstKey(); year <= byYear.lastKey(); year++) {
            var count = byYear.get(year);
            var height = count == null ? 0 : Math.max(LEAST_HEIGHT, CHART_HEIGHT * count.count() / Math.max(most, 1));
            var value = String.valueOf(year);
            var chosen = count != null && count.chosen();
            bars.add(new Bar(
                    value,
                    count == null ? 0 : count.count(),
                    chosen
                            ? url.without(Facet.YEAR, value).href()
                            : url.with(Facet.YEAR, value).href(),
                    (year - byYear.firstKey()) * step,
                    step,
                    CHART_HEIGHT - height,
                    Math.max(step - GAP, 0.5),
                    height,
                    chosen));
        }
        return List.copyOf(bars);
    }
}
