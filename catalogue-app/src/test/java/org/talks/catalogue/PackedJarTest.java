package org.talks.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The classes and files of all libraries lie side by side in one jar, so of two with the same name one would be
/// lost without a word, unless the pom says how they are put together.
class PackedJarTest {

    /// Put together by the pom, each by the transformer that is named for it there.
    private static final List<Pattern> PUT_TOGETHER = patterns(
            "META-INF/services/.*",
            "META-INF/spring\\.factories",
            "META-INF/spring/aot\\.factories",
            "META-INF/spring/org\\.springframework\\.boot\\.autoconfigure\\.AutoConfiguration\\.imports",
            "META-INF/(LICENSE|NOTICE)(\\.txt|\\.md)?",
            "META-INF/(license|notice)\\.txt");

    /// Of each library for itself, for tools that build, or for what is not used here: XML that configures
    /// Spring, the actuator, automatic configuration by what is there, web fragments.
    private static final List<Pattern> NEEDED_BY_NOBODY = patterns(
            "META-INF/MANIFEST\\.MF",
            "META-INF/INDEX\\.LIST",
            "META-INF/DEPENDENCIES",
            "META-INF/maven/.*",
            "(META-INF/versions/\\d+/)?module-info\\.class",
            "META-INF/(additional-)?spring-configuration-metadata\\.json",
            "META-INF/spring-autoconfigure-metadata\\.properties",
            "META-INF/spring-devtools\\.properties",
            "META-INF/spring\\.(handlers|schemas|tooling)",
            "META-INF/spring/org\\.springframework\\.boot\\.(actuate|web\\.server\\.test)\\..*",
            "META-INF/web-fragment\\.xml");

    private static List<Pattern> patterns(String... patterns) {
        return List.of(patterns).stream().map(Pattern::compile).toList();
    }

    private static boolean isAny(List<Pattern> patterns, String name) {
        return patterns.stream().anyMatch(pattern -> pattern.matcher(name).matches());
    }

    /// Each file with the jars that have it; libraries of tests are not packed.
    private static Map<String, String> shared() throws IOException {
        var first = new HashMap<String, String>();
        var shared = new TreeMap<String, String>();
        // Surefire's own name for it, where it starts the tests from a jar of its own.
        var classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        for (var element : classPath.split(File.pathSeparator, -1)) {
            if (!element.endsWith(".jar") || !isPacked(element) || !Files.isRegularFile(Path.of(element))) {
                continue;
            }
            try (var jar = new JarFile(element)) {
                var name = String.valueOf(Path.of(element).getFileName());
                jar.stream().filter(entry -> !entry.isDirectory()).forEach(entry -> {
                    var other = first.putIfAbsent(entry.getName(), name);
                    if (other != null) {
                        shared.put(entry.getName(), other + ", " + name);
                    }
                });
            }
        }
        assertThat(first).as("files on the class path").containsKey("META-INF/spring.factories");
        return shared;
    }

    private static final List<String> TESTING = List.of(
            "/junit",
            "/jqwik",
            "/axon-test",
            "/playwright",
            "/driver",
            "/archunit",
            "/assertj",
            "/hamcrest",
            "/mockito",
            "/spring-test",
            "/spring-boot-test",
            "/axe",
            "/opentest4j",
            "/apiguardian",
            "/surefire");

    private static boolean isPacked(String jar) {
        return TESTING.stream().noneMatch(jar.replace(File.separatorChar, '/')::contains);
    }

    @Test
    void noFileOfALibraryIsLost() throws IOException {
        var lost = shared();
        lost.keySet().removeIf(name -> isAny(PUT_TOGETHER, name) || isAny(NEEDED_BY_NOBODY, name));
        assertThat(lost).isEmpty();
    }

    @Test
    void whatIsSaidToBePutTogetherThePomPutsTogether() throws IOException {
        var pom = Files.readString(Path.of("pom.xml"));
        assertThat(shared().keySet().stream()
                        .filter(name -> isAny(PUT_TOGETHER, name) && !name.startsWith("META-INF/services/")))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(pom).contains("<resource>" + name + "</resource>"));
        assertThat(pom).contains("ServicesResourceTransformer");
    }
}
