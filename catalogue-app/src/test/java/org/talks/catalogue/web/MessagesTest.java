package org.talks.catalogue.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.i18n.LocaleContextHolder;

/// The texts of pages are in files, one per language, and none is left in a template.
class MessagesTest {

    private static final Path MAIN = Path.of("src", "main");
    private static final Path JTE = MAIN.resolve("jte");
    private static final Path MESSAGES = MAIN.resolve(Path.of("resources", "messages"));
    private static final Pattern USED = Pattern.compile("Wording\\s*\\.(text|count)\\(\\s*\"([a-z.-]+)\"[,)]");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d}");
    private static final Pattern PIECES = Pattern.compile("\\{\\d}|[“”]");
    private static final Pattern WORDS = Pattern.compile("\\p{L}{2}");
    private static final Pattern ATTRIBUTE = Pattern.compile("(?:aria-label|placeholder|title|alt)=\"([^\"]*)\"");
    private static final Pattern DIRECTIVE = Pattern.compile("@(?:if|elseif|for|template[\\w.]*)\\(");

    private static final Pattern CODE = Pattern.compile("[$!]\\{|@(?:if|elseif|for|template[\\w.]*)\\(");
    private static final Pattern QUOTED = Pattern.compile("\"(\\p{Lu}\\p{Ll}[^\"]*)\"");
    private static final Pattern CHOSEN_BY_A_VALUE =
            Pattern.compile("(?:facet|word|kind|said|history\\.changed|talk\\.span|search\\.sort|search\\.in)\\.");

    /// Stands where an expression or directive was.
    private static final String HOLE = "\u00a6";

    static Stream<Path> templates() throws IOException {
        try (var files = Files.walk(JTE)) {
            return files.filter(file -> file.toString().endsWith(".jte")).toList().stream();
        }
    }

    @AfterEach
    void speakEnglish() {
        LocaleContextHolder.resetLocaleContext();
    }

    private static Properties file(String name) throws IOException {
        var properties = new Properties();
        try (Reader reader = Files.newBufferedReader(MESSAGES.resolve(name))) {
            properties.load(reader);
        }
        return properties;
    }

    private static Map<Path, String> sources() throws IOException {
        var sources = new TreeMap<Path, String>();
        try (var files = Files.walk(MAIN)) {
            for (var path :
                    files.filter(f -> f.toString().matches(".*\\.(jte|java)")).toList()) {
                sources.put(path, Files.readString(path));
            }
        }
        return sources;
    }

    @Test
    void everyTextThatIsUsedIsThereAndGetsAsManyValuesAsItHasPlaces() throws IOException {
        var english = file("pages.properties");
        var used = new TreeSet<String>();
        for (var source : sources().entrySet()) {
            var calls = USED.matcher(source.getValue());
            while (calls.find()) {
                var key = calls.group(2);
                if (calls.group(1).equals("count")) {
                    used.addAll(List.of(key + ".one", key + ".many"));
                    continue;
                }
                used.add(key);
                assertThat(places(english.getProperty(key, "")))
                        .as("%s in %s", key, source.getKey())
                        .hasSize(values(source.getValue(), calls.start(1)));
            }
        }
        assertThat(used).hasSizeGreaterThan(600);
        assertThat(english.stringPropertyNames()).containsAll(used);
    }

    /// How many values follow the key in a call.
    private static int values(String source, int call) {
        var from = source.indexOf('(', call);
        var depth = 0;
        var values = 0;
        var quoted = false;
        for (var at = from; ; at++) {
            var c = source.charAt(at);
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && c == '(') {
                depth++;
            } else if (!quoted && c == ')' && --depth == 0) {
                return values;
            } else if (!quoted && c == ',' && depth == 1) {
                values++;
            }
        }
    }

    @Test
    void everyTextIsUsed() throws IOException {
        var all = String.join("\n", sources().values());
        assertThat(file("pages.properties").stringPropertyNames().stream()
                        .filter(key -> !CHOSEN_BY_A_VALUE.matcher(key).lookingAt())
                        .filter(key -> !all.contains('"' + key + '"'))
                        .filter(key -> !all.contains('"' + key.replaceAll("\\.(?:one|many)$", "") + '"')))
                .isEmpty();
    }

    /// What is translated by its pattern is said somewhere in these very words.
    @Test
    void everySentenceOfTheRulesIsStillSaid() throws IOException {
        var english = file("pages.properties");
        var all = new StringBuilder();
        for (var root : List.of(MAIN, Path.of("..", "search", "src", "main", "java"))) {
            try (var files = Files.walk(root)) {
                for (var path :
                        files.filter(f -> f.toString().endsWith(".java")).toList()) {
                    all.append(Files.readString(path)
                            .replaceAll("\"\\s*\\+\\s*\"", "")
                            .toLowerCase(Locale.ROOT));
                }
            }
        }
        assertThat(english.stringPropertyNames().stream()
                        .filter(key -> key.startsWith("said."))
                        .flatMap(key -> PIECES.splitAsStream(english.getProperty(key)))
                        .map(piece -> piece.strip().toLowerCase(Locale.ROOT))
                        .filter(piece -> all.indexOf(piece) < 0))
                .isEmpty();
    }

    @Test
    void whatTheRulesSayInEnglishIsFoundByItsPattern() {
        assertThat(Wording.said("The title is missing: give one.")).isEqualTo("The title is missing: give one.");
        LocaleContextHolder.setLocale(Locale.GERMAN);
        assertThat(Wording.said("The title is missing: give one.")).isEqualTo("Das fehlt noch: Titel.");
        assertThat(Wording.said("There is no series 17 (x|y)*: register it first."))
                .isEqualTo("Eine Reihe 17 (x|y)* gibt es nicht: Tragen Sie sie zuerst ein.");
        assertThat(Wording.said("Nobody has said this before.")).isEqualTo("Nobody has said this before.");
        assertThat(Wording.word("keynote")).isEqualTo("Keynote");
        assertThat(Wording.word("fireside chat")).isEqualTo("fireside chat");
    }

    @Test
    void everyFacetHasALabel() throws IOException {
        var english = file("pages.properties").stringPropertyNames();
        for (var facet : org.talks.search.Facet.values()) {
            assertThat(english).contains("facet." + facet.parameter());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"pages_de.properties"})
    void aTranslationHasEveryTextWithTheSamePlaces(String name) throws IOException {
        var english = file("pages.properties");
        var translated = file(name);
        assertThat(translated.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        for (var key : english.stringPropertyNames()) {
            assertThat(places(translated.getProperty(key, ""))).as(key).isEqualTo(places(english.getProperty(key, "")));
            assertThat(translated.getProperty(key, "")).as(key).isNotBlank();
        }
    }

    private static Set<String> places(String text) {
        var places = new TreeSet<String>();
        PLACEHOLDER.matcher(text).results().forEach(place -> places.add(place.group()));
        return places;
    }

    @ParameterizedTest
    @MethodSource("templates")
    void noTextIsLeftInATemplate(Path template) throws IOException {
        assertThat(left(Files.readString(template))).isEmpty();
    }

    @Test
    void noTextIsLeftInStyles() throws IOException {
        var styles = Files.readString(MAIN.resolve(Path.of("resources", "static", "assets", "catalogue.css")));
        assertThat(Pattern.compile("content: *\"[^\"]*\\p{L}{2}[^\"]*\"")
                        .matcher(styles)
                        .results()
                        .map(MatchResult::group))
                .isEmpty();
    }

    @Test
    void aTextThatIsLeftIsNoticed() {
        assertThat(left("@template.layout(content = @`<p>Hello ${name}</p>@if(a)there@endif`)\n<a title=\"Go on\">x</a>"
                        + "${a ? \"Not yet\" : \"done\"}@template.field(label = \"Name\")"))
                .containsExactlyInAnyOrder("Hello", "there", "Go on", "Not yet", "Name");
    }

    /// Words outside of tags, expressions and directives, and in attributes that are read out.
    private static List<String> left(String template) {
        var plain = withoutCode(template.replaceAll("(?m)^@(?:import|param).*$", "")
                .replaceAll("!\\{[^}]*}", "")
                .replace("&nbsp;", " "));
        var left = new ArrayList<String>();
        ATTRIBUTE.matcher(plain).results().map(a -> a.group(1)).forEach(left::add);
        left.addAll(List.of(plain.replaceAll("<[^>]*>", HOLE).split("[" + HOLE + "\n]", -1)));
        return left.stream()
                .map(text -> text.replace(HOLE, " ").strip())
                .filter(text -> WORDS.matcher(text).find())
                .collect(Collectors.toCollection(() -> quoted(template)));
    }

    /// Texts in quotation marks within expressions: what begins as a sentence does.
    private static List<String> quoted(String template) {
        var quoted = new ArrayList<String>();
        for (var code : code(template)) {
            QUOTED.matcher(code).results().map(q -> q.group(1)).forEach(quoted::add);
        }
        return quoted;
    }

    private static List<String> code(String template) {
        var code = new ArrayList<String>();
        var starts = CODE.matcher(template);
        for (var at = 0; starts.find(at); at = starts.end()) {
            if (!template.startsWith("@template.layout", starts.start())) {
                var open = starts.end() - 1;
                code.add(template.substring(
                        open,
                        closing(template, open, template.charAt(open), template.charAt(open) == '{' ? '}' : ')')));
            }
        }
        return code;
    }

    private static String withoutCode(String template) {
        var plain = new StringBuilder();
        var at = 0;
        while (at < template.length()) {
            var directive = DIRECTIVE.matcher(template).region(at, template.length());
            if (template.startsWith("${", at)) {
                at = closing(template, at + 1, '{', '}');
                plain.append(HOLE);
            } else if (directive.lookingAt()) {
                var end = closing(template, directive.end() - 1, '(', ')');
                var body = template.substring(directive.end(), end - 1);
                var content = body.indexOf("content = @`");
                plain.append(HOLE);
                if (content >= 0) {
                    plain.append(withoutCode(body.substring(content + "content = @`".length())));
                }
                at = end;
            } else if (template.startsWith("@else", at)) {
                at += "@else".length();
                plain.append(HOLE);
            } else if (template.startsWith("@end", at)) {
                at += template.startsWith("@endif", at) ? "@endif".length() : "@endfor".length();
                plain.append(HOLE);
            } else {
                plain.append(template.charAt(at++));
            }
        }
        return plain.toString();
    }

    /// After the bracket that closes the one at a place.
    private static int closing(String text, int from, char open, char close) {
        var depth = 0;
        for (var at = from; at < text.length(); at++) {
            if (text.charAt(at) == open) {
                depth++;
            } else if (text.charAt(at) == close && --depth == 0) {
                return at + 1;
            }
        }
        throw new AssertionError("nothing closes " + text.substring(from, Math.min(text.length(), from + 40)));
    }

    @Test
    void numbersAndDatesFollowTheLanguage() {
        assertThat(Wording.count("count.talks", 21_713)).isEqualTo("21,713 talks");
        LocaleContextHolder.setLocale(Locale.GERMAN);
        assertThat(Wording.language()).isEqualTo("de");
        assertThat(Wording.count("count.talks", 21_713)).isEqualTo("21.713 Vorträge");
        assertThat(Wording.count("count.talks", 1)).isEqualTo("1 Vortrag");
        assertThat(Dates.day(java.time.LocalDate.of(2016, 11, 5))).isEqualTo("5. November 2016");
        assertThat(Dates.range(java.time.LocalDate.of(2016, 11, 5), java.time.LocalDate.of(2016, 11, 6)))
                .isEqualTo("5.–6. November 2016");
        assertThat(Languages.name("fr")).isEqualTo("Französisch");
    }

    @Test
    void aLanguageWithoutAFileIsEnglish() {
        LocaleContextHolder.setLocale(Locale.forLanguageTag("tlh"));
        assertThat(Wording.text("layout.skip")).isEqualTo("Skip to the content");
    }
}
