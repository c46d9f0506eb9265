package org.talks.catalogue.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.talks.catalogue.web.Fragment;
import org.talks.catalogue.web.Visit;

/// The forms of one kind of thing, below the path of the kind: `/new`, and below a thing's path `edit/` with the
/// part's name, and `undo`.
///
/// @param <S> its content
public abstract class EditPages<S> {

    private final Editor editor;
    private final EditedKind<S> kind;

    protected EditPages(Editor editor, EditedKind<S> kind) {
        this.editor = editor;
        this.kind = kind;
    }

    @GetMapping("/new")
    Fragment blank(@RequestParam MultiValueMap<String, String> asked, Visit visit) {
        return editor.blank(kind, new Typed(asked), visit);
    }

    @PostMapping("/new")
    ResponseEntity<Fragment> add(
            @RequestParam MultiValueMap<String, String> typed,
            Visit visit,
            HttpServletRequest request,
            HttpServletResponse response) {
        return editor.add(kind, new Typed(typed), visit, request, response);
    }

    @GetMapping("/{id}/edit/{*part}")
    Fragment form(@PathVariable String id, @PathVariable String part, Visit visit) {
        return editor.show(kind, id, Part.of(part.substring(1)), visit);
    }

    @PostMapping("/{id}/edit/{*part}")
    ResponseEntity<Fragment> save(
            @PathVariable String id,
            @PathVariable String part,
            @RequestParam MultiValueMap<String, String> typed,
            Visit visit,
            HttpServletRequest request,
            HttpServletResponse response) {
        return editor.save(kind, id, Part.of(part.substring(1)), new Typed(typed), visit, request, response);
    }

    @PostMapping("/{id}/undo")
    ResponseEntity<Fragment> undo(
            @PathVariable String id,
            @RequestParam String command,
            HttpServletRequest request,
            HttpServletResponse response) {
        return editor.undo(kind, id, command, request, response);
    }
}
