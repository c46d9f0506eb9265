package org.talks.catalogue.importing.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// What stands where names of speakers should be.
public final class People {

    /// No name of a person is longer; what is, is a sentence.
    public static final int MAX_NAME = 200;

    private static final Set<String> PLACEHOLDERS = Set.of(
            "various",
            "various speakers",
            "various contributors",
            "various singers",
            "various authors",
            "various presenters",
            "various people",
            "multiple speakers",
            "several speakers",
            "all speakers",
            "speakers",
            "speaker",
            "tba",
            "tbd",
            "tbc",
            "to be announced",
            "to be confirmed",
            "n/a",
            "na",
            "none",
            "null",
            "unknown",
            "unknown speaker",
            "no speaker",
            "-",
            "?",
            "n.n.",
            "nn",
            "et al",
            "et al.",
            "...");

    private static final Pattern JOINED = Pattern.compile("\\s*;\\s*|\\s+(?:&|and|und)\\s+");
    private static final Pattern COMMA = Pattern.compile("\\s*,\\s*(?:(?:&|and|und)\\s+)?");
    private static final Set<String> NO_NAME_WORDS =
            Set.of("phd", "md", "mba", "jr", "jr.", "sr", "inc", "inc.", "ltd", "llc", "gmbh", "team", "the", "co");

    /// The most speakers of one talk seen are 31.
    private static final int MAX_LISTED = 50;

    /// A person has at least a first and a last name, and rarely more than five.
    private static final int MAX_WORDS = 5;

    private People() {}

    /// Whether this names nobody: `Various speakers`, `TBA`.
    public static boolean isPlaceholder(String name) {
        return PLACEHOLDERS.contains(name.strip().toLowerCase(Locale.ROOT));
    }

    /// The persons named in one cell. It is split only where every part looks like a full name of its own, because
    /// one wrong person is worse than two in one: `A. Lovelace & C. Babbage` is split, `Keira and Sky`,
    /// `Copeland, Jr.` and `Chu, Hua-Rong` are not.
    public static List<String> namesIn(String cell) {
        String clean = Texts.line(cell);
        if (clean.isEmpty()) {
            return List.of();
        }
        if (!mayNameSeveral(clean)) {
            return List.of(clean);
        }
        List<String> joined = fullNames(JOINED.split(clean, 50));
        if (!joined.isEmpty()) {
            return joined;
        }
        List<String> listed = fullNames(COMMA.split(clean, 50));
        if (!listed.isEmpty()) {
            return listed;
        }
        // "A B, C D & E F": both separators at once.
        List<String> mixed = new ArrayList<>();
        for (String part : COMMA.split(clean, 50)) {
            mixed.addAll(List.of(JOINED.split(part, 50)));
        }
        List<String> all = fullNames(mixed.toArray(String[]::new));
        return all.isEmpty() ? List.of(clean) : all;
    }

    /// As [#namesIn], but a comma is taken as part of the name: `Sievers, Juniper Networks`.
    static List<String> joinedNames(String cell) {
        String clean = Texts.line(cell);
        if (clean.isEmpty()) {
            return List.of();
        }
        List<String> joined = mayNameSeveral(clean) ? fullNames(JOINED.split(clean, 50)) : List.of();
        return joined.isEmpty() ? List.of(clean) : joined;
    }

    /// The names in a cell of a system that puts commas between persons and nowhere else, as Sched does; what
    /// follows a name, `Jr.` or `PhD`, stays with it.
    public static List<String> listed(String cell) {
        List<String> names = new ArrayList<>();
        for (String part : Texts.line(cell).split("\\s*,\\s*", MAX_LISTED)) {
            if (!names.isEmpty() && NO_NAME_WORDS.contains(part.toLowerCase(Locale.ROOT))) {
                names.set(names.size() - 1, names.getLast() + ", " + part);
            } else if (!part.isBlank()) {
                names.add(part);
            }
        }
        return List.copyOf(names);
    }

    private static boolean mayNameSeveral(String cell) {
        return cell.indexOf(',') > 0
                || cell.indexOf(';') > 0
                || cell.indexOf('&') > 0
                || cell.contains(" and ")
                || cell.contains(" und ");
    }

    private static List<String> fullNames(String[] parts) {
        if (parts.length < 2) {
            return List.of();
        }
        List<String> names = new ArrayList<>();
        for (String part : parts) {
            String name = part.strip();
            if (!isFullName(name)) {
                return List.of();
            }
            names.add(name);
        }
        return List.copyOf(names);
    }

    private static boolean isFullName(String name) {
        String[] words = name.split("\\s+", MAX_WORDS + 2);
        if (words.length < 2 || words.length > MAX_WORDS) {
            return false;
        }
        for (String word : words) {
            if (NO_NAME_WORDS.contains(word.toLowerCase(Locale.ROOT)) || !isNameWord(word)) {
                return false;
            }
        }
        return !Character.isLowerCase(words[0].codePointAt(0));
    }

    private static boolean isNameWord(String word) {
        return word.codePoints()
                .allMatch(c -> Character.isLetter(c)
                        || Character.getType(c) == Character.NON_SPACING_MARK
                        || "-.'’`\"“”„".indexOf(c) >= 0);
    }
}
