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
                .map(line -> line.replaceFirst("(^|\\s)#.*", ""))
                .map(line -> Arrays.stream(line.split("[=,]"))
                        .map(String::strip)
                        .filter(member -> !member.isEmpty())
                        .limit(MOST_MEMBERS)
                        .toList())
                .toList());
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
