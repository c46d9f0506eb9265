package org.talks.catalogue.searching.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.talks.catalogue.api.Describes;
import org.talks.catalogue.searching.SynonymList;

/// `GET` and `PUT /api/synonyms`. A `PUT` with `If-Match` overwrites nobody.
@RestController
final class SynonymApi {

    private final SynonymList synonyms;

    SynonymApi(SynonymList synonyms) {
        this.synonyms = synonyms;
    }

    /// @param text one group in a line, as an editor wrote it
    /// @param groups the same, read
    record Answer(String text, List<List<String>> groups) {}

    record Wanted(String text) {}

    @Describes("Words that mean the same.")
    @GetMapping("/api/synonyms")
    ResponseEntity<Answer> list() {
        return answer();
    }

    @Describes("Replaces all words that mean the same.")
    @PutMapping("/api/synonyms")
    ResponseEntity<Answer> replace(
            @RequestBody Wanted wanted,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        synonyms.replace(wanted.text(), ifMatch == null || ifMatch.equals("*") ? null : ifMatch.replace("\"", ""));
        return answer();
    }

    private ResponseEntity<Answer> answer() {
        return ResponseEntity.ok()
                .eTag("\"" + synonyms.version() + "\"")
                .body(new Answer(synonyms.text(), synonyms.groups()));
    }
}
