package org.talks.search;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads what people type. Every string is a query: what means nothing special is words.
///
/// ```
/// query  := clause*
/// clause := '-'? (key ':' value | '"' phrase '"' | word '*'?) | clause 'OR' clause
/// ```
final class QueryParser {

    /// Nobody types more; what is pasted is found by its beginning.
    static final int LONGEST_QUERY = 512;
    /// Each clause costs up to a dozen lists of postings.
    static final int MOST_CLAUSES = 16;
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2999;

    private static final Pattern NUMBERS = Pattern.compile("(<=|>=|<|>)?(\\d{1,6})(?:(\\.\\.|-)(\\d{1,6})?)?([a-z]*)");
    private static final Pattern UP_TO = Pattern.compile("\\.\\.(\\d{1,6})([a-z]*)");

    /// @param warnings for people
    record Parsed(List<Clause> clauses, List<String> warnings) {
        Parsed {
            clauses = List.copyOf(clauses);
            warnings = List.copyOf(warnings);
        }
    }

    private final String text;
    private final List<Clause> clauses = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private int at;
    private boolean either;

    private QueryParser(String text) {
        this.text = text;
    }

    static Parsed parse(String typed) {
        var cut = typed.length() > LONGEST_QUERY;
        var parser = new QueryParser(cut ? typed.substring(0, LONGEST_QUERY) : typed);
        parser.run();
        if (cut) {
            parser.warnings.add("Only the first " + LONGEST_QUERY + " characters were used.");
        }
        return new Parsed(parser.clauses, parser.warnings);
    }

    private void run() {
        while (skipSpace()) {
            if (clauses.size() == MOST_CLAUSES) {
                warnings.add("Only the first " + MOST_CLAUSES + " words were used.");
                return;
            }
            if (isOr()) {
                at += 2;
                either = true;
            } else {
                var negative = isNegation();
                if (negative) {
                    at++;
                }
                add(clause(), negative);
            }
        }
    }

    private boolean skipSpace() {
        while (at < text.length() && isSpace(text.charAt(at))) {
            at++;
        }
        return at < text.length();
    }

    private boolean isOr() {
        return !clauses.isEmpty()
                && text.startsWith("OR", at)
                && at + 2 < text.length()
                && isSpace(text.charAt(at + 2))
                && !text.substring(at + 2).isBlank();
    }

    private boolean isNegation() {
        return text.charAt(at) == '-' && at + 1 < text.length() && !isSpace(text.charAt(at + 1));
    }

    private void add(@Nullable Clause clause, boolean negative) {
        if (clause == null) {
            return;
        }
        var signed = negative ? new Clause.Not(clause) : clause;
        if (either && !negative && !(clauses.getLast() instanceof Clause.Not)) {
            var alternatives = new ArrayList<Clause>();
            if (clauses.getLast() instanceof Clause.Either before) {
                alternatives.addAll(before.clauses());
            } else {
                alternatives.add(clauses.getLast());
            }
            if (alternatives.size() < MOST_CLAUSES) {
                alternatives.add(signed);
            }
            clauses.set(clauses.size() - 1, new Clause.Either(alternatives));
        } else {
            clauses.add(signed);
        }
        either = false;
    }

    private @Nullable Clause clause() {
        if (text.charAt(at) == '"') {
            var phrase = quoted();
            return hasWords(phrase) ? new Clause.Phrase(phrase) : null;
        }
        var key = key();
        if (key != null) {
            var begin = at;
            at = text.indexOf(':', at) + 1;
            var value = text.charAt(at) == '"' ? quoted() : unquoted();
            var clause = restriction(key, value);
            if (clause != null) {
                return clause;
            }
            at = begin;
        }
        var word = unquoted();
        if (!hasWords(word)) {
            return null;
        }
        var starred = word.endsWith("*") && word.length() > 2;
        return new Clause.Word(starred ? word.substring(0, word.length() - 1) : word, starred || at == text.length());
    }

    private Clause.@Nullable Key key() {
        var colon = text.indexOf(':', at);
        if (colon < 0 || colon == text.length() - 1 || isSpace(text.charAt(colon + 1))) {
            return null;
        }
        var name = text.substring(at, colon).toLowerCase(Locale.ROOT);
        for (var key : Clause.Key.values()) {
            if (key.names().contains(name)) {
                return key;
            }
        }
        return null;
    }

    private String quoted() {
        var end = text.indexOf('"', at + 1);
        var phrase = text.substring(at + 1, end < 0 ? text.length() : end);
        at = end < 0 ? text.length() : end + 1;
        return phrase;
    }

    private String unquoted() {
        var begin = at;
        while (at < text.length() && !isSpace(text.charAt(at)) && (at == begin || text.charAt(at) != '"')) {
            at++;
        }
        return text.substring(begin, at);
    }

    private static @Nullable Clause restriction(Clause.Key key, String value) {
        return switch (key) {
            case YEAR -> years(value);
            case DURATION -> duration(value);
            case BEFORE -> before(value);
            case AFTER -> after(value);
            case LANGUAGE -> value.isBlank() ? null : new Clause.In(key, Languages.tag(value.strip()));
            case HAS, KIND, SOURCE -> value.isBlank() ? null : new Clause.In(key, value.strip());
            case SPEAKER, CONFERENCE, SERIES, TOPIC, TITLE -> hasWords(value) ? new Clause.In(key, value) : null;
        };
    }

    private record Bounds(long from, long to) {}

    /// `2016`, `2014..2016`, `2014..`, `..2016`, `<2016`, `>=2016`; with a unit where there is one.
    private static @Nullable Bounds bounds(String value, boolean time) {
        var lower = value.strip().toLowerCase(Locale.ROOT);
        var upTo = UP_TO.matcher(lower);
        if (upTo.matches()) {
            var to = scaled(upTo.group(1), upTo.group(2), time);
            return to < 0 ? null : new Bounds(0, to);
        }
        var numbers = NUMBERS.matcher(lower);
        if (!numbers.matches()) {
            return null;
        }
        var unit = numbers.group(5);
        var first = scaled(numbers.group(2), unit, time);
        if (first < 0) {
            return null;
        }
        var comparison = numbers.group(1);
        if (comparison != null) {
            return switch (comparison) {
                case "<" -> new Bounds(0, first - 1);
                case "<=" -> new Bounds(0, first);
                case ">" -> new Bounds(first + 1, Integer.MAX_VALUE);
                default -> new Bounds(first, Integer.MAX_VALUE);
            };
        }
        if (numbers.group(3) == null) {
            return new Bounds(first, first);
        }
        return numbers.group(4) == null
                ? new Bounds(first, Integer.MAX_VALUE)
                : new Bounds(first, scaled(numbers.group(4), unit, time));
    }

    private static long scaled(String number, String unit, boolean time) {
        if (!time) {
            return unit.isEmpty() ? Long.parseLong(number) : -1;
        }
        return switch (unit) {
            case "s", "sec" -> Long.parseLong(number);
            case "", "m", "min", "mins", "minutes" -> Long.parseLong(number) * 60;
            case "h", "hour", "hours" -> Long.parseLong(number) * 3600;
            default -> -1;
        };
    }

    private static @Nullable Clause years(String value) {
        var years = bounds(value, false);
        if (years == null) {
            return null;
        }
        var from = Math.clamp(years.from, FIRST_YEAR, LAST_YEAR);
        var to = Math.clamp(years.to, FIRST_YEAR, LAST_YEAR);
        return new Clause.Between(
                Fields.DATE,
                LocalDate.of(from, 1, 1).toEpochDay(),
                LocalDate.of(to, 12, 31).toEpochDay());
    }

    private static @Nullable Clause duration(String value) {
        var seconds = bounds(value, true);
        if (seconds == null) {
            return null;
        }
        // "duration:30m" means about that: somebody who knows the second would not search.
        var about = seconds.from == seconds.to;
        return new Clause.Between(
                Fields.DURATION,
                Math.min(about ? seconds.from * 9 / 10 : seconds.from, Integer.MAX_VALUE),
                Math.min(about ? seconds.to * 11 / 10 : seconds.to, Integer.MAX_VALUE));
    }

    private static @Nullable Clause before(String value) {
        var date = date(value);
        return date == null ? null : new Clause.Between(Fields.DATE, -1_000_000, date.toEpochDay() - 1);
    }

    private static @Nullable Clause after(String value) {
        var date = date(value);
        return date == null ? null : new Clause.Between(Fields.DATE, date.toEpochDay(), 1_000_000);
    }

    private static @Nullable LocalDate date(String value) {
        try {
            return switch (value.length()) {
                case 4 -> LocalDate.of(Integer.parseInt(value), 1, 1);
                case 7 -> LocalDate.parse(value + "-01");
                default -> LocalDate.parse(value);
            };
        } catch (DateTimeException | NumberFormatException notADate) {
            return null;
        }
    }

    private static boolean hasWords(String value) {
        return !Analysis.tokens(value).isEmpty();
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }
}
