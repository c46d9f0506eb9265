package org.talks.catalogue.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.talks.catalogue.command.CatalogueCommand;
import org.talks.catalogue.command.StreamKind;

/// Every command with the name it has in URLs: `RetitleTalk` of talks is `retitle-talk`.
@Component
public final class CommandTypes {

    private final Map<String, Map<String, Class<? extends CatalogueCommand>>> byKind = new LinkedHashMap<>();

    CommandTypes(List<StreamKind<?, ?, ?>> kinds) {
        for (var kind : kinds) {
            var commands = new LinkedHashMap<String, Class<? extends CatalogueCommand>>();
            kind.commandTypes().forEach(type -> commands.put(name(type), type));
            byKind.put(kind.prefix(), commands);
        }
    }

    Optional<Class<? extends CatalogueCommand>> find(String kind, String name) {
        return Optional.ofNullable(byKind.getOrDefault(kind, Map.of()).get(name));
    }

    /// Names of a kind's commands.
    public List<String> names(String kind) {
        return List.copyOf(byKind.getOrDefault(kind, Map.of()).keySet());
    }

    static String name(Class<?> command) {
        return command.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
