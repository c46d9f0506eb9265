package org.talks.catalogue.pages;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.talks.catalogue.account.Account;
import org.talks.catalogue.account.Accounts;
import org.talks.catalogue.command.Conflict;
import org.talks.catalogue.eventstore.RecordedEvent;
import org.talks.catalogue.web.Dates;
import org.talks.catalogue.web.Ref;
import org.talks.catalogue.web.Visit;
import org.talks.catalogue.web.Wording;
import org.talks.catalogue.web.form.ConflictPage;
import org.talks.catalogue.web.form.Field;
import org.talks.catalogue.web.form.Form;

/// Makes the page on which two versions of the same part stand beside each other.
@Component
final class Conflicts {

    private final Accounts accounts;

    Conflicts(Accounts accounts) {
        this.accounts = accounts;
    }

    /// @param before the form as both found it
    /// @param theirs the form as it would be filled now
    /// @param yours the form as it was typed
    ConflictPage page(
            Visit visit,
            String part,
            Ref thing,
            Conflict conflict,
            List<RecordedEvent> events,
            Form before,
            Form theirs,
            Form yours) {
        var latest = events.getLast();
        var since = events.stream()
                .filter(e -> e.version() > conflict.expectedVersion()
                        && conflict.theirs().contains(e.event()))
                .reduce((first, second) -> second)
                .orElse(latest);
        var who =
                accounts.find(since.metadata().actor()).map(Account::name).orElse(Wording.text("pages.somebody-else"));
        return new ConflictPage(
                visit,
                Wording.text("pages.somebody-else-was-quicker", part),
                thing,
                Wording.text(
                        "pages.changed-the-same-on-after-you", who, Dates.moment(since.time(), ZoneId.systemDefault())),
                parts(before, theirs, yours),
                yours.against(conflict.currentVersion()));
    }

    private static List<ConflictPage.Part> parts(Form before, Form theirs, Form yours) {
        var old = values(before);
        var now = values(theirs);
        var parts = new ArrayList<ConflictPage.Part>();
        values(yours).forEach((name, typed) -> {
            var standing = now.getOrDefault(name, typed);
            if (!standing.text().equals(typed.text())) {
                parts.add(ConflictPage.Part.of(
                        typed.label(), old.getOrDefault(name, standing).text(), standing.text(), typed.text()));
            }
        });
        return parts;
    }

    private record Value(String label, String text) {}

    private static Map<String, Value> values(Form form) {
        var values = new LinkedHashMap<String, Value>();
        form.fields().forEach(field -> collect(field, values));
        return values;
    }

    private static void collect(Field field, Map<String, Value> values) {
        switch (field) {
            case Field.Text f -> values.put(f.name(), new Value(f.label(), f.value()));
            case Field.Area f -> values.put(f.name(), new Value(f.label(), f.value()));
            case Field.Choice f -> values.put(f.name(), new Value(f.label(), f.value()));
            case Field.Check f -> values.put(f.name(), new Value(f.label(), Wording.word(f.checked() ? "yes" : "no")));
            case Field.Hidden _ -> {}
            case Field.Row f -> f.fields().forEach(inner -> collect(inner, values));
        }
    }
}
