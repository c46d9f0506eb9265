package org.talks.catalogue.importing.web;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.talks.catalogue.account.CurrentActor;
import org.talks.catalogue.account.Role;
import org.talks.catalogue.command.Refused;
import org.talks.catalogue.importing.ImportMappings;
import org.talks.catalogue.importing.ImportReport;
import org.talks.catalogue.importing.Imports;
import org.talks.catalogue.importing.format.SourceFiles;
import org.talks.catalogue.importing.format.Texts;
import org.talks.catalogue.importing.format.UnreadableSourceException;
import org.talks.catalogue.importing.table.Field;
import org.talks.catalogue.importing.table.Mapping;
import org.talks.catalogue.importing.table.Proposals;
import org.talks.catalogue.importing.table.Table;
import org.talks.catalogue.importing.table.Tables;
import org.talks.catalogue.pages.Answers;
import org.talks.catalogue.web.Fragment;
import org.talks.catalogue.web.PageController;
import org.talks.catalogue.web.Ref;
import org.talks.catalogue.web.Visit;
import org.talks.catalogue.web.Wording;

/// Asks what the columns of an uploaded table mean, once; the next table with the same columns is read without
/// asking.
@PageController
final class ColumnsPages {

    private static final int SAMPLES = 3;
    private static final int SAMPLE_CHARACTERS = 80;

    private final Imports imports;
    private final ImportMappings mappings;
    private final CurrentActor currentActor;

    ColumnsPages(Imports imports, ImportMappings mappings, CurrentActor currentActor) {
        this.imports = imports;
        this.mappings = mappings;
        this.currentActor = currentActor;
    }

    @GetMapping("/imports/{id}/columns")
    Fragment ask(@PathVariable String id, Visit visit) {
        currentActor.require(Role.ADMINISTRATOR);
        var table = table(id);
        return page(
                id, table, mappings.find(table.fingerprint()).orElseGet(() -> Proposals.propose(table)), null, visit);
    }

    @PostMapping("/imports/{id}/columns")
    ResponseEntity<Fragment> confirm(@PathVariable String id, @RequestParam Map<String, String> typed, Visit visit) {
        var actor = currentActor.require(Role.ADMINISTRATOR);
        var table = table(id);
        var columns = new EnumMap<Field, List<String>>(Field.class);
        for (int i = 0; i < table.columns().size(); i++) {
            var field = Field.of(typed.getOrDefault("column." + i, ""));
            if (field != null) {
                columns.computeIfAbsent(field, f -> new ArrayList<>())
                        .add(table.columns().get(i));
            }
        }
        var dates = Arrays.stream(Mapping.Dates.values())
                .filter(d -> d.word().equals(typed.get("dates")))
                .findFirst()
                .orElse(Mapping.Dates.UNAMBIGUOUS);
        var mapping = new Mapping(columns, dates);
        var error = error(table, mapping);
        if (error != null) {
            return ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT).body(page(id, table, mapping, error, visit));
        }
        var old = find(id);
        var options =
                new Imports.Options(old.origin().wantedFormat(), old.origin().zone(), true);
        return Answers.seeOther(
                "/imports/" + imports.again(id, options, actor.id()).id());
    }

    private @Nullable String error(Table table, Mapping mapping) {
        for (var column : mapping.columns().entrySet()) {
            if (column.getValue().size() > 1 && !column.getKey().several()) {
                return Wording.text(
                        "importing.only-one-column-can-be", column.getKey().label());
            }
        }
        try {
            mappings.confirm(table, mapping);
            return null;
        } catch (IllegalArgumentException e) {
            return e.getMessage();
        }
    }

    private Table table(String id) {
        try {
            var path = imports.rawOf(find(id).id())
                    .orElseThrow(() -> new Refused.NotNow("The file of this import is gone. Send it again."));
            var file = SourceFiles.of(find(id).name(), path);
            return Tables.open(Tables.formatOf(file), file);
        } catch (UnreadableSourceException | IOException e) {
            throw new Refused.NotNow(String.valueOf(e.getMessage()));
        }
    }

    private ImportReport find(String id) {
        return imports.find(id).orElseThrow(() -> new Refused.NotFound("There is no import " + id + "."));
    }

    private static ColumnsPage page(String id, Table table, Mapping mapping, @Nullable String error, Visit visit) {
        return new ColumnsPage(
                visit,
                new Ref("/imports/" + id, Wording.text("importing.import")),
                "/imports/" + id + "/columns",
                table.columns().stream()
                        .map(name -> column(name, table, mapping))
                        .toList(),
                Arrays.stream(Field.values())
                        .map(f -> new ColumnsPage.Choice(f.word(), f.label()))
                        .toList(),
                Arrays.stream(Mapping.Dates.values())
                        .map(d -> new ColumnsPage.Choice(d.word(), d.label()))
                        .toList(),
                mapping.dates().word(),
                error);
    }

    private static ColumnsPage.Column column(String name, Table table, Mapping mapping) {
        var field = mapping.meaning(name);
        var isPrivate = Proposals.isPrivate(name);
        return new ColumnsPage.Column(
                name,
                field == null ? "" : field.word(),
                isPrivate
                        ? List.of()
                        : table.samples(name, SAMPLES).stream()
                                .map(value -> Texts.shorten(Texts.line(value), SAMPLE_CHARACTERS))
                                .toList(),
                isPrivate ? Wording.text("importing.its-name-sounds-private-so-it") : "");
    }
}
