package org.talks.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Words that mean the same to a search: `k8s = kubernetes`. They are used when a query is read, so new ones take
/// effect at once.
public final class Synonyms {

    /// No synonyms.
    public static final Synonyms NONE = new Synonyms(List.of());

    /// Each group is looked up by each of its members; more is a mistake, not a vocabulary.
    private static final int MOST_GROUPS = 5_000;
    private static final int MOST_MEMBERS = 12;
    private static final int MOST_WORDS = 4;

    private final Map<String, List<String>> others = new HashMap<>();

    private Synonyms(List<List<String>> groups) {
        groups.stream().limit(MOST_GROUPS).forEach(this::add);
    }

    /// One group in a line, members separated by `=` or commas; `#` begins a remark. What makes no sense is
    /// skipped.
    public static Synonyms parse(String lines) {
        return new Synonyms(lines.lines()
                .map(line -> members(line).stream().limit(MOST_MEMBERS).toList())
                .toList());
    }

    /// A line that would be skipped, or not be read as it was meant.
    ///
    /// @param line counted from 1
    /// @param message a full sentence for whoever wrote the line
    public record Mistake(int line, String message) {}

    /// What [#parse] would pass over in silence, in the order of the lines; none for lines that are all of use.
    public static List<Mistake> mistakes(String lines) {
        var mistakes = new ArrayList<Mistake>();
        var number = 0;
        var groups = 0;
        for (var line : lines.lines().toList()) {
            number++;
            var members = members(line);
            if (!members.isEmpty()) {
                groups++;
                var message =
                        groups > MOST_GROUPS ? "There are more than " + MOST_GROUPS + " groups." : mistake(members);
                if (message != null) {
                    mistakes.add(new Mistake(number, message));
                }
            }
        }
        return mistakes;
    }

    /// The groups in their order, for people to read.
    public static List<List<String>> groups(String lines) {
        return lines.lines()
                .map(Synonyms::members)
                .filter(members -> members.size() > 1)
                .toList();
    }

    private static @Nullable String mistake(List<String> members) {
        if (members.size() == 1) {
            return "“" + members.getFirst() + "” stands alone; write what means the same after a =.";
        }
        if (members.size() > MOST_MEMBERS) {
            return "A group has at most " + MOST_MEMBERS + " members, this one has " + members.size() + ".";
        }
        var seen = new HashMap<String, String>();
        for (var member : members) {
            var key = key(member);
            if (key.isEmpty()) {
                return "“" + member + "” has no letter or digit that a search could look for.";
            }
            if (Analysis.tokens(member).size() > MOST_WORDS) {
                return "“" + member + "” is longer than " + MOST_WORDS + " words.";
            }
            var before = seen.put(key, member);
            if (before != null) {
                return "“" + before + "” and “" + member + "” are the same to a search.";
            }
        }
        return null;
    }

    private static List<String> members(String line) {
        return Arrays.stream(line.replaceFirst("(^|\\s)#.*", "").split("[=,]"))
                .map(String::strip)
                .filter(member -> !member.isEmpty())
                .toList();
    }

    /// The usual abbreviations of talks about software.
    public static Synonyms common() {
        return parse(commonLines());
    }

    /// The text of [#common()], for people to edit.
    public static String commonLines() {
        try (var lines = Synonyms.class.getResourceAsStream("synonyms.txt")) {
            if (lines == null) {
                throw new IllegalStateException("synonyms.txt is missing in the library");
            }
            return new String(lines.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Words that have synonyms become alternatives, the longest run of words first.
    List<Clause> expand(List<Clause> clauses) {
        if (others.isEmpty()) {
            return clauses;
        }
        var expanded = new ArrayList<Clause>();
        for (var i = 0; i < clauses.size(); ) {
            var alternatives = longest(clauses, i);
            expanded.add(alternatives == null ? clauses.get(i) : alternatives);
            i += alternatives == null ? 1 : alternatives.words().size();
        }
        return expanded;
    }

    private Clause.@Nullable Synonymous longest(List<Clause> clauses, int from) {
        for (var length = Math.min(MOST_WORDS, clauses.size() - from); length > 0; length--) {
            var words = new ArrayList<Clause.Word>();
            for (var clause : clauses.subList(from, from + length)) {
                if (clause instanceof Clause.Word word) {
                    words.add(word);
                }
            }
            var known = words.size() == length
                    ? others.get(key(words.stream().map(Clause.Word::text).collect(Collectors.joining(" "))))
                    : null;
            if (known != null) {
                return new Clause.Synonymous(words, known);
            }
        }
        return null;
    }

    private void add(List<String> members) {
        for (var member : members) {
            var key = key(member);
            if (!key.isEmpty()) {
                others.computeIfAbsent(key, k -> new ArrayList<>())
                        .addAll(members.stream()
                                .filter(m -> !key(m).equals(key))
                                .toList());
            }
        }
        others.values().removeIf(List::isEmpty);
    }

    private static String key(String member) {
        return Analysis.tokens(member).stream()
                .map(token -> token.compound() != null && token.compound().parts() == 1
                        ? token.compound().joined()
                        : token.term())
                .collect(Collectors.joining(" "));
    }
}
