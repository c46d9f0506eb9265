package org.talks.catalogue.conference.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.talks.catalogue.api.CommandSender;
import org.talks.catalogue.command.Refused;
import org.talks.catalogue.pages.Editor;
import org.talks.catalogue.pages.Typed;
import org.talks.catalogue.web.Fragment;
import org.talks.catalogue.web.PageController;
import org.talks.catalogue.web.Ref;
import org.talks.catalogue.web.Visit;
import org.talks.catalogue.web.Wording;
import org.talks.catalogue.web.form.Form;
import org.talks.catalogue.web.form.FormPage;

/// The forms of a conference: below its path, at `edit/` and the part's name.
@PageController
final class ConferenceEditPages {

    private final Editor editor;
    private final ConferenceEditing editing;

    ConferenceEditPages(Editor editor, ConferenceEditing editing) {
        this.editor = editor;
        this.editing = editing;
    }

    @GetMapping("/conferences/new")
    Fragment blank(Visit visit) {
        editor.requireEditor();
        return page(visit, editing.blank(CommandSender.newId()));
    }

    @PostMapping("/conferences/new")
    ResponseEntity<Fragment> add(
            @RequestParam MultiValueMap<String, String> values,
            Visit visit,
            HttpServletRequest request,
            HttpServletResponse response) {
        var typed = new Typed(values);
        var form = typed.into(editing.blank(typed.newId()));
        if (typed.has("preview")) {
            return ResponseEntity.ok(page(visit, form));
        }
        try {
            var id = typed.newId();
            return editor.add(editing, id, editing.added(id, typed), typed, request, response);
        } catch (Refused refusal) {
            return ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT)
                    .body(page(visit, Editor.refused(form, refusal)));
        }
    }

    private static FormPage page(Visit visit, Form form) {
        return new FormPage(
                visit,
                Wording.text("conference.register-a-conference"),
                new Ref("/conferences", Wording.text("nav.conferences")),
                List.of(),
                form,
                List.of());
    }

    @GetMapping("/conferences/{id}/edit/{*part}")
    Fragment form(@PathVariable String id, @PathVariable String part, Visit visit) {
        return editor.show(editing, id, part.substring(1), visit);
    }

    @PostMapping("/conferences/{id}/edit/{*part}")
    ResponseEntity<Fragment> save(
            @PathVariable String id,
            @PathVariable String part,
            @RequestParam MultiValueMap<String, String> typed,
            Visit visit,
            HttpServletRequest request,
            HttpServletResponse response) {
        return editor.save(editing, id, part.substring(1), new Typed(typed), visit, request, response);
    }

    @PostMapping("/conferences/{id}/undo")
    ResponseEntity<Fragment> undo(
            @PathVariable String id,
            @RequestParam String command,
            HttpServletRequest request,
            HttpServletResponse response) {
        return editor.undo(editing, id, command, request, response);
    }
}
