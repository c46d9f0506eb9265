package org.talks.catalogue.export;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.talks.catalogue.published.PublishedConference;
import org.talks.catalogue.published.PublishedTalk;
import org.talks.catalogue.text.Texts;
import org.talks.events.Resource;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/// Makes a conference into `schedule.json`, version 1, after https://c3voc.de/schedule/schema.json. As there,
/// what is unknown is null.
public final class ScheduleJson {

    private ScheduleJson() {}

    /// To be written by a JSON encoder.
    public record Root(@JsonProperty("$schema") String schema, Generator generator, Body schedule) {}

    public record Generator(String name, String url) {}

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    public record Body(String version, String baseUrl, Conference conference) {}

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    public record Conference(
            String acronym,
            String title,
            String description,
            @Nullable String start,
            @Nullable String end,
            @JsonProperty("daysCount") int days,
            @Nullable String timeZoneName,
            @Nullable String url,
            @Nullable String city,
            List<Named> rooms,
            List<Named> tracks,
            @JsonProperty("days") List<Day> listed) {}

    public record Named(String name) {}

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    public record Day(
            int index,
            @Nullable String date,
            @Nullable String dayStart,
            @Nullable String dayEnd,
            Map<String, List<Event>> rooms) {}

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    public record Event(
            String guid,
            int id,
            @Nullable String date,
            @Nullable String start,
            @Nullable String duration,
            @Nullable String room,
            String slug,
            String url,
            String title,
            @Nullable String subtitle,
            @Nullable String track,
            String type,
            @Nullable String language,
            @JsonProperty("abstract") String summary,
            @Nullable String description,
            @Nullable String recordingLicense,
            boolean doNotRecord,
            List<Person> persons,
            List<Link> links,
            List<Link> attachments) {}

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    public record Person(String guid, int id, String name, String publicName) {}

    public record Link(String url, @Nullable String title, String type) {}

    /// @param talks of the conference
    /// @param site whole URL of the catalogue without a slash at its end
    public static Root of(PublishedConference conference, List<PublishedTalk> talks, String site) {
        var schedule = Schedule.of(conference, talks, site);
        var details = conference.content().details();
        return new Root(
                "https://c3voc.de/schedule/schema.json",
                new Generator("Talk Catalogue", site),
                new Body(
                        conference.changedAt().toString(),
                        site + conference.path(),
                        new Conference(
                                ScheduleXml.acronym(conference),
                                details.name(),
                                Texts.markdown(details.description()),
                                Objects.toString(details.startDate(), null),
                                Objects.toString(details.endDate(), null),
                                schedule.days().size(),
                                details.zone(),
                                details.website(),
                                details.city(),
                                named(schedule.days().stream().flatMap(day -> day.rooms().keySet().stream())),
                                named(talks.stream()
                                        .map(talk -> talk.content().details().track())),
                                schedule.days().stream()
                                        .map(day -> day(schedule, day))
                                        .toList())));
    }

    private static List<Named> named(java.util.stream.Stream<@Nullable String> names) {
        return names.filter(Objects::nonNull)
                .filter(name -> !name.isEmpty())
                .distinct()
                .sorted()
                .map(Named::new)
                .toList();
    }

    private static Day day(Schedule schedule, Schedule.Day day) {
        var bounds = day.date() == null ? new String[2] : schedule.bounds(day.date());
        var rooms = new LinkedHashMap<String, List<Event>>();
        day.rooms().forEach((room, slots) -> {
            var events = new ArrayList<Event>();
            slots.forEach(slot -> events.add(event(schedule.site(), slot)));
            rooms.put(room, events);
        });
        return new Day(day.index(), Objects.toString(day.date(), null), bounds[0], bounds[1], rooms);
    }

    private static Event event(String site, Schedule.Slot slot) {
        var talk = slot.talk();
        var details = talk.content().details();
        return new Event(
                talk.id(),
                slot.number(),
                slot.moment(),
                slot.time() == null ? null : slot.session().localTime(),
                slot.duration().isEmpty() ? null : slot.duration(),
                slot.session().room(),
                ScheduleXml.slug(slot),
                site + talk.path(),
                slot.title(),
                details.subtitle(),
                details.track(),
                details.kind(),
                details.language(),
                slot.summary(),
                null,
                slot.licence(),
                false,
                talk.speakers().stream()
                        .map(person ->
                                new Person(person.id(), Schedule.number(person.id()), person.name(), person.name()))
                        .toList(),
                slot.links().stream().map(ScheduleJson::link).toList(),
                slot.attachments().stream().map(ScheduleJson::link).toList());
    }

    private static Link link(Resource resource) {
        return new Link(resource.url(), resource.label(), resource.kind());
    }
}
