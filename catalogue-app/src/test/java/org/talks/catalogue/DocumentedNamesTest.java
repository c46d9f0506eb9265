package org.talks.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Whatever of the code a document names is there: classes, tests, files.
class DocumentedNamesTest {

    private static final Path ROOT = Path.of(System.getProperty("repository.root", ".."));
    private static final Path APP = ROOT.resolve("catalogue-app");

    /// `TalkIndexTest.facetsCountSideways`, `talk/web/TranscriptPages`, `…PagesTest`: two humps at least, since one
    /// is a word.
    private static final Pattern NAME =
            Pattern.compile("`(?<folder>[a-z][a-z/]*/)?(?<part>…)?(?<type>[A-Z][a-z0-9]+(?:[A-Z][A-Za-z0-9]*)+)"
                    + "(?:[.#](?<member>[A-Za-z]\\w*))?(?: [^`]*)?`");

    private static final Pattern LINK = Pattern.compile("]\\((?!https?:)(?<path>[^)#]+)(?:#[^)]*)?\\)");

    private static final Pattern TYPE_IN_DOC = Pattern.compile("\\[(?<type>[A-Z]\\w*)(?:#\\w+(?:\\([^)]*\\))?)?]");

    /// Named to say what was not taken, and headers of HTTP.
    private static final Set<String> OF_OTHERS = Set.of("JdbcEventStorageEngine", "QueryParser", "RateLimit");

    /// Every Java file by the name of its class.
    private static final Map<String, List<Path>> SOURCES = sources();

    private static Map<String, List<Path>> sources() {
        return Stream.of("events-schema", "search", "catalogue-app")
                .map(ROOT::resolve)
                .flatMap(module -> files(module, ".java").stream())
                .collect(Collectors.groupingBy(
                        file -> String.valueOf(file.getFileName()).replace(".java", "")));
    }

    private static List<Path> files(Path below, String ending) {
        try (var files = Files.walk(below)) {
            return files.filter(file ->
                            file.toString().endsWith(ending) && !file.toString().contains("/target/"))
                    .toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static List<Path> documents() {
        var documents = new ArrayList<>(files(APP.resolve("docs"), ".md"));
        documents.add(ROOT.resolve("README.md"));
        documents.addAll(files(APP.resolve("benchmarks"), ".md"));
        documents.addAll(files(ROOT.resolve("search/benchmarks"), ".md"));
        return documents;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void everyClassAndTestThatADocumentNamesIsThere() {
        var named = 0;
        var missing = new ArrayList<String>();
        for (var document : documents()) {
            for (var name : NAME.matcher(text(document)).results().toList()) {
                named++;
                if (!OF_OTHERS.contains(name.group("type")) && !isThere(name)) {
                    missing.add(name.group() + " in " + ROOT.relativize(document));
                }
            }
        }
        assertThat(named).isGreaterThan(100);
        assertThat(missing).isEmpty();
    }

    private static boolean isThere(MatchResult name) {
        var type = name.group("type");
        if (name.group("part") != null) {
            return SOURCES.keySet().stream().anyMatch(known -> known.endsWith(type));
        }
        var folder = name.group("folder") == null ? "" : name.group("folder");
        var member = name.group("member");
        return SOURCES.getOrDefault(type, List.of()).stream()
                .filter(file -> file.toString().endsWith("/" + folder + type + ".java"))
                .anyMatch(file -> member == null
                        || Pattern.compile("\\b" + member + "\\b")
                                .matcher(text(file))
                                .find());
    }

    @Test
    void everyFileThatADocumentLeadsToIsThere() {
        var missing = new ArrayList<String>();
        for (var document : documents()) {
            var home = document.toAbsolutePath().getParent();
            LINK.matcher(text(document))
                    .results()
                    .map(link -> link.group("path"))
                    .filter(path -> home == null || !Files.exists(home.resolve(path)))
                    .forEach(path -> missing.add(path + " in " + ROOT.relativize(document)));
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void everyClassThatAPackageSaysToStartAtIsThere() {
        var missing = new ArrayList<String>();
        for (var file : SOURCES.getOrDefault("package-info", List.of())) {
            TYPE_IN_DOC
                    .matcher(text(file))
                    .results()
                    .map(link -> link.group("type"))
                    .filter(type -> !SOURCES.containsKey(type))
                    .forEach(type -> missing.add(type + " in " + ROOT.relativize(file)));
        }
        assertThat(missing).isEmpty();
    }
}
