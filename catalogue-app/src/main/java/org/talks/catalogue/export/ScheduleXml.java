package org.talks.catalogue.export;

import java.util.List;
import java.util.Objects;
import org.talks.catalogue.published.PublishedConference;
import org.talks.catalogue.published.PublishedTalk;
import org.talks.catalogue.web.Slug;
import org.talks.catalogue.web.XmlText;
import org.talks.events.Resource;

/// Writes a conference as `schedule.xml`, after c3voc's schema (https://c3voc.de/schedule/schema.xsd).
public final class ScheduleXml {

    private static final String GENERATOR = "Talk Catalogue";

    private ScheduleXml() {}

    /// @param talks of the conference
    /// @param site whole URL of the catalogue without a slash at its end
    public static byte[] of(PublishedConference conference, List<PublishedTalk> talks, String site) {
        var schedule = Schedule.of(conference, talks, site);
        var details = conference.content().details();
        var xml = new XmlText()
                .open("schedule")
                .empty("generator", "name", GENERATOR)
                .text("version", conference.changedAt().toString())
                .open("conference")
                .text("acronym", acronym(conference))
                .text("title", details.name())
                .text("start", Objects.toString(details.startDate(), null))
                .text("end", Objects.toString(details.endDate(), null))
                .text("days", String.valueOf(schedule.days().size()))
                .text("time_zone_name", details.zone())
                .text("base_url", site + conference.path())
                .text("url", details.website())
                .text("city", details.city())
                .close();
        schedule.days().forEach(day -> day(xml, schedule, day));
        return xml.bytes();
    }

    /// Ends with what tells the edition, so that it names this one and no other.
    static String acronym(PublishedConference conference) {
        var slug = Slug.of(conference.name());
        return slug.isEmpty() ? conference.id() : slug;
    }

    private static void day(XmlText xml, Schedule schedule, Schedule.Day day) {
        var bounds = day.date() == null ? new String[2] : schedule.bounds(day.date());
        xml.open(
                "day",
                "index",
                String.valueOf(day.index()),
                "date",
                Objects.toString(day.date(), null),
                "start",
                bounds[0],
                "end",
                bounds[1]);
        day.rooms().forEach((room, slots) -> {
            if (room.isEmpty()) {
                slots.forEach(slot -> event(xml, schedule.site(), slot));
            } else {
                xml.open("room", "name", room);
                slots.forEach(slot -> event(xml, schedule.site(), slot));
                xml.close();
            }
        });
        xml.close();
    }

    private static void event(XmlText xml, String site, Schedule.Slot slot) {
        var talk = slot.talk();
        var details = talk.content().details();
        xml.open("event", "guid", talk.id(), "id", String.valueOf(slot.number()))
                .text("room", slot.session().room())
                .text("title", slot.title())
                .text("subtitle", Objects.requireNonNullElse(details.subtitle(), ""))
                .text("type", details.kind())
                .text("date", slot.moment())
                .text("start", slot.time() == null ? null : slot.session().localTime())
                .text("duration", slot.duration())
                .text("abstract", slot.summary())
                .text("slug", ScheduleXml.slug(slot))
                .text("track", Objects.requireNonNullElse(details.track(), ""))
                .text("language", Objects.requireNonNullElse(details.language(), ""))
                .text("description", "")
                .text("url", site + talk.path());
        if (slot.licence() != null) {
            xml.open("recording")
                    .text("license", slot.licence())
                    .text("optout", "false")
                    .close();
        }
        xml.open("persons");
        talk.speakers()
                .forEach(person -> xml.text(
                        "person",
                        person.name(),
                        "guid",
                        person.id(),
                        "id",
                        String.valueOf(Schedule.number(person.id()))));
        xml.close().open("links");
        slot.links().forEach(link -> resource(xml, "link", link));
        xml.close().open("attachments");
        slot.attachments().forEach(attachment -> resource(xml, "attachment", attachment));
        xml.close().close();
    }

    private static void resource(XmlText xml, String element, Resource resource) {
        xml.text(
                element,
                Objects.requireNonNullElse(resource.label(), ""),
                "href",
                resource.url(),
                "type",
                resource.kind());
    }

    static String slug(Schedule.Slot slot) {
        return slot.number() + "-" + Slug.of(slot.talk().title());
    }
}
