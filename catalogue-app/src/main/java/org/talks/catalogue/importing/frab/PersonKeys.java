package org.talks.catalogue.importing.frab;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.talks.catalogue.importing.format.Texts;

/// Tells which ids of persons mean one person. Some files number every credit anew (FOSDEM 2007), some use one
/// account for several people (EMF), and wrong keys would join strangers.
final class PersonKeys {

    /// Namesakes exist: one name with two ids says nothing, one in ten does.
    private static final int MANY = 10;

    private final Set<String> ambiguous;
    private final boolean perCredit;

    private PersonKeys(Set<String> ambiguous, boolean perCredit) {
        this.ambiguous = ambiguous;
        this.perCredit = perCredit;
    }

    static PersonKeys of(List<FrabEvent> events) {
        Map<String, String> nameByKey = new HashMap<>();
        Map<String, Set<String>> keysByName = new HashMap<>();
        Set<String> ambiguous = new HashSet<>();
        for (FrabEvent event : events) {
            for (FrabEvent.Person person : event.persons()) {
                String key = person.key();
                if (key == null) {
                    continue;
                }
                String name = Texts.line(person.name()).toLowerCase(Locale.ROOT);
                String before = nameByKey.putIfAbsent(key, name);
                if (before != null && !before.equals(name)) {
                    ambiguous.add(key);
                }
                keysByName.computeIfAbsent(name, n -> new HashSet<>()).add(key);
            }
        }
        long renumbered =
                keysByName.values().stream().filter(keys -> keys.size() > 1).count();
        return new PersonKeys(ambiguous, renumbered * MANY > keysByName.size());
    }

    /// The person's key, null when it cannot be trusted.
    @Nullable
    String usable(FrabEvent.Person person) {
        String key = person.key();
        return key == null || perCredit || ambiguous.contains(key) ? null : key;
    }
}
