package org.talks.search.benchmarks;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Makes queries of which the one right talk is known, from the talks alone: no engine has a say. Titles that
/// several talks have are left out. The same seed gives the same queries.
final class KnownItemQueries {

    private static final Pattern WORD = Pattern.compile("[\\p{L}][\\p{L}\\p{N}_'+#.-]*[\\p{L}\\p{N}_+#]");
    private static final Pattern ADDRESS = Pattern.compile("https?://\\S+|[`*_<>|]");
    private static final Set<String> LANGUAGES = Set.of("en", "es", "fr", "de", "it", "pt");
    private static final Set<String> STOP = Set.of(
            ("a an and are as at be but by for from has have how i if in into is it its of on or our that the their then"
                            + " there these they this to was we what when where which who why will with you your about"
                            + " can do not more using use talk python pycon pydata keynote lightning talks")
                    .split(" "));
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";

    private final Random random;
    private final int size;
    private final Map<String, List<KnownItem>> sets = new TreeMap<>();

    private KnownItemQueries(long seed, int size) {
        this.random = new Random(seed);
        this.size = size;
    }

    /// @param size queries of each set; of `accent` there are only as many as titles with accents
    static List<KnownItem> of(List<Talk> talks, long seed, int size) {
        var queries = new KnownItemQueries(seed, size);
        var titles = new HashMap<String, Integer>();
        talks.forEach(talk -> titles.merge(KnownItem.normal(talk.title()), 1, Integer::sum));
        var shuffled = new ArrayList<>(talks);
        Collections.shuffle(shuffled, queries.random);
        for (var talk : shuffled) {
            if (titles.getOrDefault(KnownItem.normal(talk.title()), 0) == 1
                    && (talk.language() == null || LANGUAGES.contains(talk.language()))) {
                queries.add(talk);
            }
        }
        return queries.sets.values().stream().flatMap(List::stream).toList();
    }

    private void add(Talk talk) {
        var title = words(talk.title());
        if (title.size() >= 3) {
            addOfTitle(talk, title);
        }
        var lower = title.stream().map(word -> word.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
        var body = new ArrayList<>(new LinkedHashSet<>(
                words(ADDRESS.matcher(talk.summary()).replaceAll(" ")).stream()
                        .filter(word -> word.length() > 4 && !lower.contains(word.toLowerCase(Locale.ROOT)))
                        .toList()));
        if (body.size() >= 25) {
            var first = new ArrayList<>(body.subList(0, Math.min(body.size(), 40)));
            Collections.shuffle(first, random);
            add("body", String.join(" ", first.subList(0, 4)), talk);
        }
        var name = talk.speakers().isEmpty()
                ? new String[0]
                : talk.speakers().getFirst().strip().split("\\s+", -1);
        if (name.length >= 2 && !title.isEmpty()) {
            add("speaker", name[name.length - 1] + " " + longest(title), talk);
        }
    }

    private void addOfTitle(Talk talk, List<String> title) {
        var places = new ArrayList<Integer>();
        for (var place = 0; place < title.size(); place++) {
            places.add(place);
        }
        Collections.shuffle(places, random);
        var three = places.subList(0, 3).stream().sorted().map(title::get).toList();
        add("title", String.join(" ", three), talk);
        var longest = longest(three);
        if (longest.length() >= 6 && longest.chars().allMatch(Character::isLetter)) {
            add(
                    "typo",
                    three.stream()
                            .map(word -> word.equals(longest) ? misspelt(word) : word)
                            .collect(Collectors.joining(" ")),
                    talk);
        }
        if (title.get(2).length() >= 6) {
            var begun = title.get(2).substring(0, 3 + random.nextInt(2));
            add("prefix", title.get(0) + " " + title.get(1) + " " + begun, talk);
        }
        if (!plain(talk.title()).equals(Normalizer.normalize(talk.title(), Normalizer.Form.NFD))) {
            add("accent", three.stream().map(KnownItemQueries::plain).collect(Collectors.joining(" ")), talk);
        }
    }

    private void add(String set, String query, Talk talk) {
        var queries = sets.computeIfAbsent(set, s -> new ArrayList<>());
        if (queries.size() < size) {
            queries.add(new KnownItem(set, query, KnownItem.normal(talk.title())));
        }
    }

    /// A letter left out, too many, another one, or two swapped; never the first or the last.
    private String misspelt(String word) {
        var at = 1 + random.nextInt(word.length() - 2);
        var letter = LETTERS.charAt(random.nextInt(LETTERS.length()));
        return switch (random.nextInt(4)) {
            case 0 -> word.substring(0, at) + word.substring(at + 1);
            case 1 -> word.substring(0, at) + letter + word.substring(at);
            case 2 -> word.substring(0, at) + letter + word.substring(at + 1);
            default -> word.substring(0, at) + word.charAt(at + 1) + word.charAt(at) + word.substring(at + 2);
        };
    }

    private static String longest(List<String> words) {
        return words.stream().max(Comparator.comparingInt(String::length)).orElse("");
    }

    private static List<String> words(String text) {
        return WORD.matcher(Normalizer.normalize(text, Normalizer.Form.NFC))
                .results()
                .map(MatchResult::group)
                .filter(word -> word.length() > 2 && !STOP.contains(word.toLowerCase(Locale.ROOT)))
                .toList();
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{Mn}", "");
    }
}
