package org.talks.catalogue.importing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.talks.catalogue.importing.PlanEntry.By;
import org.talks.catalogue.importing.PlanEntry.Change;
import org.talks.catalogue.importing.PlanEntry.Kind;

/// Takes down a plan while it is made: the commands, which are carried out just so, and what to tell of them. For
/// one thread.
final class Drafted {

    /// Entries of one kind that a plan tells one by one; the counts have them all. What is gone, contradicts or
    /// may be the same is told in full up to ten times as many, because people decide about it.
    private static final int TOLD = 2_000;

    private static final int DECIDED = 20_000;

    /// An entry with the command behind it, when a person may want that.
    record Told(PlanEntry entry, @Nullable Step offer) {}

    private final List<Step> steps = new ArrayList<>();
    private final List<Told> entries = new ArrayList<>();
    private PlanFiles.Packing packing = new PlanFiles.Packing();
    private final Map<Kind, Integer> told = new EnumMap<>(Kind.class);

    /// Commands are packed for their file while more are planned.
    void step(Step step) {
        steps.add(step);
        packing.upTo(steps);
    }

    void entry(Kind kind, String thing, String id, String name, List<Change> changes, String place) {
        entry(kind, thing, id, name, changes, place, "", null, null);
    }

    void entry(
            Kind kind,
            String thing,
            String id,
            String name,
            List<Change> changes,
            String place,
            String note,
            @Nullable By by,
            @Nullable Step offer) {
        var before = told.merge(kind, 1, Integer::sum) - 1;
        if (before < (kind == Kind.NEW || kind == Kind.CHANGED ? TOLD : DECIDED)) {
            entries.add(new Told(
                    new PlanEntry(entries.size(), kind, thing, id, name, changes, place, note, by, offer != null),
                    offer));
        }
    }

    /// Leaves out commands that will be refused.
    void remove(List<Step> refused) {
        var out = Collections.<Step>newSetFromMap(new IdentityHashMap<>());
        out.addAll(refused);
        if (!refused.isEmpty()) {
            steps.removeIf(out::contains);
            packing = new PlanFiles.Packing();
        }
    }

    PlanFiles.Packing packing() {
        return packing;
    }

    /// In the order in which they are to be carried out.
    List<Step> steps() {
        return steps;
    }

    List<Told> entries() {
        return entries;
    }
}
