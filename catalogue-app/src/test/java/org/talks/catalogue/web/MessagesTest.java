package org.talks.catalogue.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.i18n.LocaleContextHolder;

/// The texts of pages are in files, one per language, and none is left in the templates that were moved there.
class MessagesTest {

    private static final Path MAIN = Path.of("src", "main");
    private static final Path MESSAGES = MAIN.resolve(Path.of("resources", "messages"));
    private static final Pattern USED = Pattern.compile("Wording\\s*\\.(text|count)\\(\\s*\"([a-z.-]+)\"[,)]");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d}");
    private static final Pattern WORDS = Pattern.compile("\\p{L}{2}");
    private static final Pattern ATTRIBUTE = Pattern.compile("(?:aria-label|placeholder|title|alt)=\"([^\"]*)\"");
    private static final Pattern DIRECTIVE = Pattern.compile("@(?:if|elseif|for|template[\\w.]*)\\(");

    /// Stands where an expression or directive was.
    private static final String HOLE = "\u00a6";

    static Stream<String> translated() {
        return Stream.of(
                "layout",
                "search/answer",
                "search/facetValue",
                "search/facetValues",
                "search/field",
                "search/form",
                "search/found",
                "search/hits",
                "search/home",
                "search/homeContent",
                "search/more",
                "search/search",
                "search/suggestions",
                "talk/talk",
                "talk/tabs",
                "talk/resources",
                "talk/noteContents",
                "talk/topic",
                "talk/topics",
                "conference/conference",
                "conference/conferences",
                "conference/grid",
                "conference/line",
                "conference/series",
                "speaker/speaker",
                "speaker/speakers",
                "parts/tabs",
                "parts/note",
                "parts/past",
                "parts/paging",
                "parts/talkLine");
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

    @Test
    void everyKeyThatIsUsedIsThere() throws IOException {
        var english = file("pages.properties").stringPropertyNames();
        var used = new TreeSet<String>();
        try (var files = Files.walk(MAIN)) {
            for (var path :
                    files.filter(f -> f.toString().matches(".*\\.(jte|java)")).toList()) {
                var calls = USED.matcher(Files.readString(path));
                while (calls.find()) {
                    if (calls.group(1).equals("text")) {
                        used.add(calls.group(2));
                    } else {
                        used.add(calls.group(2) + ".one");
                        used.add(calls.group(2) + ".many");
                    }
                }
            }
        }
        assertThat(used).hasSizeGreaterThan(90);
        assertThat(english).containsAll(used);
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
    @MethodSource("translated")
    void noTextIsLeftInATemplate(String template) throws IOException {
        assertThat(left(Files.readString(MAIN.resolve(Path.of("jte", template + ".jte")))))
                .isEmpty();
    }

    @Test
    void aTextThatIsLeftIsNoticed() {
        assertThat(
                        left(
                                "@template.layout(content = @`<p>Hello ${name}</p>@if(a)there@endif`)\n<a title=\"Go on\">x</a>"))
                .containsExactlyInAnyOrder("Hello", "there", "Go on");
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
                .toList();
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
