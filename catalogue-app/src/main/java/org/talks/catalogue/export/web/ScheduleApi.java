package org.talks.catalogue.export.web;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.talks.catalogue.export.ScheduleJson;
import org.talks.catalogue.export.ScheduleXml;
import org.talks.catalogue.published.Published;
import org.talks.catalogue.web.Site;
import org.talks.catalogue.web.Tagged;
import tools.jackson.databind.json.JsonMapper;

/// A conference in the formats that programme apps read.
@RestController
final class ScheduleApi {

    private final Published published;
    private final Site site;
    private final JsonMapper json;

    ScheduleApi(Published published, Site site, JsonMapper json) {
        this.published = published;
        this.site = site;
        this.json = json;
    }

    @GetMapping("/conferences/{id}/schedule.xml")
    ResponseEntity<byte[]> xml(@PathVariable String id) {
        var conference = published.conference(id);
        return Tagged.of(
                ScheduleXml.of(conference, published.talksOf(conference), site.url()), MediaType.APPLICATION_XML);
    }

    @GetMapping("/conferences/{id}/schedule.json")
    ResponseEntity<byte[]> json(@PathVariable String id) {
        var conference = published.conference(id);
        return Tagged.of(
                json.writeValueAsBytes(ScheduleJson.of(conference, published.talksOf(conference), site.url())),
                MediaType.APPLICATION_JSON);
    }
}
