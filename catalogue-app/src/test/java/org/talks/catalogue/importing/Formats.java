package org.talks.catalogue.importing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.talks.catalogue.importing.format.Fixtures;
import org.talks.catalogue.importing.format.ImportFormat;
import org.talks.catalogue.importing.table.Mapping;
import org.talks.catalogue.importing.table.Mappings;
import org.talks.catalogue.importing.table.Table;

/// All formats, as the application finds them, without the application.
final class Formats {

    /// Formats that take what no other one knows, and are therefore never certain.
    static final Set<String> GENERAL = Set.of("csv", "json", "bundle");

    private Formats() {}

    /// Mappings that were confirmed.
    static final class Confirmed implements Mappings {

        private final Map<String, Mapping> mappings = new ConcurrentHashMap<>();

        @Override
        public Optional<Mapping> find(String fingerprint) {
            return Optional.ofNullable(mappings.get(fingerprint));
        }

        void confirm(Table table, Mapping mapping) {
            mappings.put(table.fingerprint(), mapping);
        }
    }

    static List<ImportFormat> all(Mappings mappings) {
        var scanner = new ClassPathScanningCandidateComponentProvider(true);
        scanner.resetFilters(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(ImportFormat.class));
        List<ImportFormat> formats = new ArrayList<>();
        for (BeanDefinition found : scanner.findCandidateComponents("org.talks.catalogue.importing")) {
            try {
                var constructor = Class.forName(found.getBeanClassName()).getDeclaredConstructors()[0];
                constructor.setAccessible(true);
                Object[] arguments = new Object[constructor.getParameterCount()];
                for (int i = 0; i < arguments.length; i++) {
                    Class<?> type = constructor.getParameterTypes()[i];
                    arguments[i] = type == Mappings.class ? mappings : new Provider(formats);
                }
                formats.add((ImportFormat) constructor.newInstance(arguments));
            } catch (ReflectiveOperationException unusable) {
                throw new LinkageError(found.getBeanClassName(), unusable);
            }
        }
        return formats;
    }

    /// The fixtures of a format, in the order of their names.
    static List<Path> fixtures(ImportFormat format) throws IOException {
        try (Stream<Path> files = Files.list(Fixtures.root().resolve(format.id()))) {
            return files.sorted().toList();
        }
    }

    private record Provider(List<ImportFormat> formats) implements ObjectProvider<ImportFormat> {

        @Override
        public ImportFormat getObject() {
            return formats.getFirst();
        }

        @Override
        public Stream<ImportFormat> stream() {
            return formats.stream();
        }
    }
}
