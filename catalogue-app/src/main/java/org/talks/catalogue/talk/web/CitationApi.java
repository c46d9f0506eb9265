package org.talks.catalogue.talk.web;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.talks.catalogue.command.Refused;
import org.talks.catalogue.conference.Conferences;
import org.talks.catalogue.speaker.Speakers;
import org.talks.catalogue.talk.view.TalkViews;
import org.talks.catalogue.web.Paths;
import org.talks.catalogue.web.Site;
import org.talks.events.Credit;
import tools.jackson.databind.json.JsonMapper;

/// `GET /talks/{id}/cite.bib` and `/talks/{id}/cite.json`: how to cite a talk, as files to keep.
@RestController
final class CitationApi {

    private static final MediaType BIBTEX = new MediaType("application", "x-bibtex", StandardCharsets.UTF_8);
    private static final MediaType CSL = new MediaType("application", "vnd.citationstyles.csl+json");

    private final TalkViews talks;
    private final Conferences conferences;
    private final Speakers speakers;
    private final Site site;
    private final JsonMapper json;

    CitationApi(TalkViews talks, Conferences conferences, Speakers speakers, Site site, JsonMapper json) {
        this.talks = talks;
        this.conferences = conferences;
        this.speakers = speakers;
        this.site = site;
        this.json = json;
    }

    @GetMapping("/talks/{id}/cite.bib")
    ResponseEntity<byte[]> bibTeX(@PathVariable String id) {
        var citation = citation(id);
        return file(citation.bibTeX().getBytes(StandardCharsets.UTF_8), BIBTEX, citation.key() + ".bib");
    }

    @GetMapping("/talks/{id}/cite.json")
    ResponseEntity<byte[]> csl(@PathVariable String id) {
        var citation = citation(id);
        return file(json.writeValueAsBytes(citation.csl()), CSL, citation.key() + ".json");
    }

    private static ResponseEntity<byte[]> file(byte[] body, MediaType type, String name) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .body(body);
    }

    private Citation citation(String id) {
        var talk = talks.find(id);
        var conference =
                talk == null || talk.suppressed() || talk.withdrawn() ? null : conferences.find(talk.conferenceId());
        if (talk == null || conference == null || conference.removed()) {
            throw new Refused.NotFound("There is no talk " + id + ".");
        }
        var names =
                speakers.names(talk.speakers().stream().map(Credit::speakerId).toList());
        var details = conference.details();
        return new Citation(
                id,
                talk.title(),
                talk.speakers().stream()
                        .map(credit -> names.get(credit.speakerId()))
                        .filter(Objects::nonNull)
                        .map(name -> name.name())
                        .distinct()
                        .toList(),
                conference.name(),
                Stream.of(details.city(), details.country())
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(", ")),
                talk.sessions().isEmpty() || talk.sessions().getFirst().date() == null
                        ? details.startDate()
                        : talk.sessions().getFirst().date(),
                talk.details().language(),
                site.url(Paths.talk(id, talk.title())));
    }
}
