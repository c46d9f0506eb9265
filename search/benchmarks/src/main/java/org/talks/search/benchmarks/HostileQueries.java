package org.talks.search.benchmarks;

import java.util.List;
import java.util.Random;

/// Strings that nobody types in earnest: operators, wildcards, nesting, 10 kB, any Unicode, and ordinary words
/// between them. The same seed gives the same strings.
final class HostileQueries {

    private static final int LONGEST = 10_000;
    private static final List<String> PIECES = List.of(
            "\"",
            "-",
            "+",
            " ",
            "  ",
            ":",
            "*",
            "?",
            "~",
            "~2",
            "^",
            "^9",
            "(",
            ")",
            "[",
            "]",
            "{",
            "}",
            "/",
            "\\",
            "|",
            "||",
            "&&",
            "!",
            "AND",
            "OR",
            "NOT",
            "TO",
            " OR ",
            " -",
            "--",
            "\"\"",
            "..",
            "...",
            "<",
            ">",
            ">=",
            "'",
            "’",
            ".*",
            "[a-z]*",
            "a*",
            "*a*",
            "??",
            "/.*/",
            "speaker:",
            "speaker:\"",
            "year:",
            "year:2014..2016",
            "year:..",
            "year:99999",
            "duration:<30m",
            "duration:999999h",
            "has:",
            "has:slides",
            "before:2016-02-30",
            "after:",
            "topic:(",
            "title:",
            "language:",
            "kind:*",
            "source:",
            "nonsense:",
            "id:",
            "_all:",
            "http://",
            "https://youtu.be/",
            "a b c d e",
            "the",
            "python",
            "django",
            "djagno",
            "machine learning",
            "c++",
            ".NET",
            "node.js",
            "k8s",
            "CI/CD",
            "Müller",
            "mu\u0308ller",
            "ß",
            "日本語",
            "파이썬",
            "ไทย",
            "данные",
            "أحمد",
            "\uD83D\uDC0D",
            "\uD800",
            "\uDC00",
            "\u0000",
            "\u200B",
            "\u202E",
            "\u00AD",
            "\uFFFF",
            "\n",
            "\t",
            "%00",
            "%",
            "'; DROP TABLE talks; --",
            "<script>",
            "${x}",
            "{{7*7}}",
            "e\u0301\u0301\u0301\u0301",
            "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
            "x-y-z",
            "a.b.c.d.e.f",
            "1.2.3");

    private final Random random;
    private final List<String> words;

    /// @param words that occur in talks
    HostileQueries(long seed, List<String> words) {
        this.random = new Random(seed);
        this.words = words;
    }

    String next() {
        return switch (random.nextInt(10)) {
            case 0 -> characters(random.nextInt(60), 0x10FFFF);
            case 1 -> characters(random.nextInt(60), 0x7F);
            case 2 -> pieces(LONGEST / 4).substring(0, LONGEST / 2);
            case 3 ->
                pick(List.of("(", "[", "\"", "-", "NOT ", "speaker:")).repeat(1 + random.nextInt(LONGEST / 8)) + word();
            case 4 -> beginnings();
            case 5 -> misspelt();
            case 6 -> characters(LONGEST, 0xFFFF);
            default -> pieces(1 + random.nextInt(40));
        };
    }

    private String characters(int length, int highest) {
        var text = new StringBuilder();
        for (var i = 0; i < length; i++) {
            text.appendCodePoint(random.nextInt(highest + 1));
        }
        return text.toString();
    }

    private String pieces(int size) {
        var text = new StringBuilder();
        for (var i = 0; i < size; i++) {
            text.append(random.nextInt(4) == 0 ? word() : pick(PIECES));
            text.append(random.nextBoolean() ? " " : "");
        }
        return text.toString();
    }

    /// Many short beginnings, each of which thousands of words have.
    private String beginnings() {
        var text = new StringBuilder();
        for (var i = 0; i < 20; i++) {
            var word = word();
            text.append(word, 0, Math.min(word.length(), 1 + random.nextInt(4))).append("* ");
        }
        return text.toString();
    }

    /// Many long words that are close to others.
    private String misspelt() {
        var text = new StringBuilder();
        for (var i = 0; i < 20; i++) {
            var word = new StringBuilder(word());
            word.setCharAt(random.nextInt(word.length()), (char) ('a' + random.nextInt(26)));
            text.append(word).append(' ');
        }
        return text.toString();
    }

    private String word() {
        return pick(words);
    }

    private String pick(List<String> list) {
        return list.get(random.nextInt(list.size()));
    }
}
