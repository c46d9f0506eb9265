package org.talks.catalogue.searching.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.talks.catalogue.account.CurrentActor;
import org.talks.catalogue.account.Role;
import org.talks.catalogue.command.Refused;
import org.talks.catalogue.command.Refused.FieldError;
import org.talks.catalogue.pages.Answers;
import org.talks.catalogue.searching.SynonymList;
import org.talks.catalogue.web.Flash;
import org.talks.catalogue.web.Fragment;
import org.talks.catalogue.web.PageController;
import org.talks.catalogue.web.Visit;
import org.talks.catalogue.web.Wording;
import org.talks.search.Synonyms;

/// `/synonyms`: anybody may see which words mean the same, editors may change it.
@PageController
final class SynonymPages {

    private static final String PATH = "/synonyms";

    private final SynonymList synonyms;
    private final CurrentActor currentActor;

    SynonymPages(SynonymList synonyms, CurrentActor currentActor) {
        this.synonyms = synonyms;
        this.currentActor = currentActor;
    }

    @GetMapping(PATH)
    SynonymsPage list(Visit visit) {
        return page(visit, synonyms.text(), synonyms.version(), null, List.of());
    }

    @PostMapping(PATH)
    ResponseEntity<Fragment> save(
            @RequestParam String text,
            @RequestParam String version,
            @RequestParam(required = false) @Nullable String usual,
            Visit visit,
            RedirectAttributes redirect) {
        currentActor.require(Role.EDITOR);
        if (usual != null) {
            return ResponseEntity.ok(page(visit, Synonyms.commonLines(), version, null, List.of()));
        }
        try {
            synonyms.replace(text, version);
            redirect.addFlashAttribute(
                    "flash",
                    new Flash(
                            Wording.text(
                                    "search.saved-synonyms",
                                    Wording.count(
                                            "count.groups", synonyms.groups().size())),
                            null));
            return Answers.seeOther(PATH);
        } catch (Refused.Invalid invalid) {
            return ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT)
                    .body(page(
                            visit,
                            text,
                            version,
                            String.valueOf(invalid.getMessage()),
                            invalid.fields().size() < 2
                                    ? List.of()
                                    : invalid.fields().stream()
                                            .map(FieldError::message)
                                            .toList()));
        } catch (Refused.NotNow late) {
            return ResponseEntity.status(HttpStatus.CONFLICT)
                    .body(page(visit, text, synonyms.version(), String.valueOf(late.getMessage()), List.of()));
        }
    }

    private SynonymsPage page(Visit visit, String text, String version, @Nullable String error, List<String> mistakes) {
        return new SynonymsPage(visit, synonyms.groups(), text, version, error, mistakes);
    }
}
