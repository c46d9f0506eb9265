package org.talks.catalogue.rules;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.talks.events.Note;
import org.talks.events.SourceKey;

/// Immutable lists whose order says nothing about history: what is taken away and put back stands where it stood,
/// so that undoing brings back equal content.
public final class Lists {

    /// Sources by name, then key.
    public static final Comparator<SourceKey> BY_SOURCE =
            Comparator.comparing(SourceKey::source).thenComparing(SourceKey::key);

    /// Notes by id. Ids are time-ordered, so this is the order in which they were minted.
    public static final Comparator<Note> BY_NOTE_ID = Comparator.comparing(Note::noteId);

    private Lists() {}

    /// The items in order; items that compare equal keep theirs. Returns an immutable list that is in order as it
    /// is.
    public static <T> List<T> sorted(List<T> items, Comparator<? super T> order) {
        for (int i = 1; i < items.size(); i++) {
            if (order.compare(items.get(i - 1), items.get(i)) > 0) {
                return items.stream().sorted(order).toList();
            }
        }
        return List.copyOf(items);
    }

    /// The items in order, each once.
    public static <T> List<T> sortedSet(List<T> items, Comparator<? super T> order) {
        for (int i = 1; i < items.size(); i++) {
            if (order.compare(items.get(i - 1), items.get(i)) >= 0) {
                return items.stream().distinct().sorted(order).toList();
            }
        }
        return List.copyOf(items);
    }

    public static <T> List<T> plus(List<T> items, T item) {
        var changed = new ArrayList<T>(items.size() + 1);
        changed.addAll(items);
        changed.add(item);
        return List.copyOf(changed);
    }

    public static <T> List<T> minus(List<T> items, T item) {
        return items.stream().filter(i -> !i.equals(item)).toList();
    }

    /// The items with this one in the place of that with the same id, or at the end.
    public static <T> List<T> put(List<T> items, T item, Function<T, String> idOf) {
        var id = idOf.apply(item);
        var changed = new ArrayList<T>(items.size() + 1);
        boolean found = false;
        for (var old : items) {
            boolean same = idOf.apply(old).equals(id);
            changed.add(same ? item : old);
            found |= same;
        }
        if (!found) {
            changed.add(item);
        }
        return List.copyOf(changed);
    }

    public static <T> List<T> without(List<T> items, String id, Function<T, String> idOf) {
        return items.stream().filter(i -> !idOf.apply(i).equals(id)).toList();
    }

    public static <T> @Nullable T find(List<T> items, String id, Function<T, String> idOf) {
        for (var item : items) {
            if (idOf.apply(item).equals(id)) {
                return item;
            }
        }
        return null;
    }
}
