package org.talks.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PublicApiTest {

    @Test
    void nothingOfLuceneShowsOutside() throws Exception {
        var signatures = publicTypes().stream()
                .flatMap(type -> Stream.of(
                                Arrays.stream(type.getDeclaredMethods())
                                        .filter(m -> isShown(m.getModifiers()))
                                        .map(m -> m.toGenericString()),
                                Arrays.stream(type.getDeclaredConstructors())
                                        .filter(c -> isShown(c.getModifiers()))
                                        .map(c -> c.toGenericString()),
                                Arrays.stream(type.getDeclaredFields())
                                        .filter(f -> isShown(f.getModifiers()))
                                        .map(f -> f.toGenericString()),
                                Arrays.stream(type.getGenericInterfaces()).map(i -> i.getTypeName()))
                        .flatMap(all -> all))
                .toList();

        assertThat(signatures).hasSizeGreaterThan(50).noneMatch(signature -> signature.contains("lucene"));
    }

    private static boolean isShown(int modifiers) {
        return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
    }

    private static List<Class<?>> publicTypes() throws IOException, ClassNotFoundException {
        var classes = Path.of(TalkIndex.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath());
        var types = new ArrayList<Class<?>>();
        try (var files = Files.list(classes.resolve("org/talks/search"))) {
            for (var file : files.map(f -> f.getFileName().toString())
                    .filter(name -> name.endsWith(".class") && !name.startsWith("package-info"))
                    .toList()) {
                var type = Class.forName("org.talks.search." + file.substring(0, file.length() - ".class".length()));
                if (Modifier.isPublic(type.getModifiers())) {
                    types.add(type);
                }
            }
        }
        return types;
    }
}
