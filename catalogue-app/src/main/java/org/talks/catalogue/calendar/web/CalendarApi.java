package org.talks.catalogue.calendar.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.talks.catalogue.calendar.ProgrammeCalendar;
import org.talks.catalogue.command.Refused;
import org.talks.catalogue.published.Published;
import org.talks.catalogue.web.Site;
import org.talks.catalogue.web.Slug;
import org.talks.catalogue.web.Tagged;

/// Calendars to subscribe to or to take along.
@RestController
final class CalendarApi {

    private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);

    private final Published published;
    private final Site site;

    CalendarApi(Published published, Site site) {
        this.published = published;
        this.site = site;
    }

    @GetMapping("/conferences/{id}/programme.ics")
    ResponseEntity<byte[]> programme(@PathVariable String id) {
        var conference = published.conference(id);
        return answer(
                conference.name(),
                ProgrammeCalendar.of(
                        conference.name(),
                        conference.content().details().zone(),
                        site.url(),
                        published.talksOf(conference)));
    }

    @GetMapping("/speakers/{id}/talks.ics")
    ResponseEntity<byte[]> speaker(@PathVariable String id) {
        var speaker = published.speaker(id);
        return answer(
                speaker.name(),
                ProgrammeCalendar.of("Talks by " + speaker.name(), null, site.url(), published.talksOf(speaker)));
    }

    @GetMapping("/talks/{id}/talk.ics")
    ResponseEntity<byte[]> talk(@PathVariable String id) {
        var talk = published.talk(id);
        if (!ProgrammeCalendar.hasDay(talk)) {
            throw new Refused.NotFound("No day is known for this talk yet.");
        }
        return answer(
                talk.title(),
                ProgrammeCalendar.of(
                        talk.title(), talk.conference().content().details().zone(), site.url(), List.of(talk)));
    }

    private static ResponseEntity<byte[]> answer(String name, byte[] calendar) {
        var slug = Slug.of(name);
        return Tagged.file(calendar, CALENDAR, (slug.isEmpty() ? "programme" : slug) + ".ics");
    }
}
