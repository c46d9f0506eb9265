package org.talks.catalogue.export;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsLast;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.talks.catalogue.published.PublishedConference;
import org.talks.catalogue.published.PublishedTalk;
import org.talks.catalogue.text.Texts;
import org.talks.events.Resource;
import org.talks.events.Session;

/// A conference in the shape that `schedule.xml` and `schedule.json` share: days, rooms, slots. A talk that is
/// given twice has two slots with one guid, which is how readers know it again.
///
/// @param days in order; slots without a day are in one without a date at the end
record Schedule(PublishedConference conference, String site, List<Day> days) {

    private static final Comparator<Slot> IN_ORDER = comparing(Slot::date, nullsLast(naturalOrder()))
            .thenComparing(slot -> Objects.requireNonNullElse(slot.session().localTime(), "~"))
            .thenComparing(slot -> Objects.requireNonNullElse(slot.session().room(), "~"))
            .thenComparing(slot -> slot.talk().id());

    private static final int HOUR = 3600;
    private static final int MINUTE = 60;

    /// @param rooms by name, `""` for none
    record Day(int index, @Nullable LocalDate date, Map<String, List<Slot>> rooms) {}

    /// @param session of a talk without any, one of which nothing is known
    record Slot(PublishedTalk talk, Session session) {

        @Nullable
        LocalDate date() {
            return session.date();
        }

        /// With offset where the zone is known; null unless day and time are.
        @Nullable
        String moment() {
            var exact = momentWithOffset();
            if (exact != null) {
                return exact;
            }
            var time = time();
            return session.date() == null || time == null
                    ? null
                    : session.date().atTime(time) + ":00";
        }

        /// Null unless day, time and zone are known.
        @Nullable
        String momentWithOffset() {
            var start = talk.start(session);
            return start == null ? null : offset(start.toOffsetDateTime());
        }

        @Nullable
        LocalTime time() {
            try {
                return session.localTime() == null ? null : LocalTime.parse(session.localTime());
            } catch (DateTimeParseException e) {
                return null;
            }
        }

        /// `0:34`, or `00:34:20` where minutes are not enough; empty when unknown.
        String duration() {
            var seconds = session.durationSeconds();
            if (seconds == null) {
                return "";
            }
            return seconds % MINUTE == 0
                    ? "%d:%02d".formatted(seconds / HOUR, seconds / MINUTE % MINUTE)
                    : "%02d:%02d:%02d".formatted(seconds / HOUR, seconds / MINUTE % MINUTE, seconds % MINUTE);
        }

        /// A number, as readers of the first hour want one: the same for the same talk.
        int number() {
            return Schedule.number(talk.id());
        }

        /// Readers know of cancellations by the title.
        String title() {
            return talk.cancelled() ? "CANCELLED: " + talk.title() : talk.title();
        }

        String summary() {
            return Texts.markdown(talk.content().details().summary());
        }

        /// What `attachments` have room for; the rest are `links`.
        List<Resource> attachments() {
            return talk.content().resources().stream().filter(Slot::attached).toList();
        }

        List<Resource> links() {
            return talk.content().resources().stream()
                    .filter(resource -> !attached(resource))
                    .toList();
        }

        /// Of the recordings.
        @Nullable
        String licence() {
            return talk.content().resources().stream()
                    .filter(resource -> resource.kind().equals(Resource.VIDEO))
                    .map(Resource::licence)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null);
        }

        private static boolean attached(Resource resource) {
            return switch (resource.kind()) {
                case Resource.SLIDES, Resource.PAPER, Resource.VIDEO, Resource.AUDIO -> true;
                default -> false;
            };
        }
    }

    static Schedule of(PublishedConference conference, List<PublishedTalk> talks, String site) {
        var slots = new ArrayList<Slot>();
        for (var talk : talks) {
            var sessions = talk.content().sessions();
            (sessions.isEmpty() ? List.of(new Session("", null, null, null, null, null)) : sessions)
                    .forEach(session -> slots.add(new Slot(talk, session)));
        }
        slots.sort(IN_ORDER);
        var days = new LinkedHashMap<String, Day>();
        for (var slot : slots) {
            var day = days.computeIfAbsent(
                    String.valueOf(slot.date()), key -> new Day(days.size() + 1, slot.date(), new LinkedHashMap<>()));
            day.rooms()
                    .computeIfAbsent(Objects.requireNonNullElse(slot.session().room(), ""), room -> new ArrayList<>())
                    .add(slot);
        }
        return new Schedule(conference, site, List.copyOf(days.values()));
    }

    static int number(String uuid) {
        return uuid.hashCode() & Integer.MAX_VALUE;
    }

    /// First and last moment of a day, which the schema wants: midnight to midnight in the conference's zone.
    String[] bounds(LocalDate day) {
        var zone = zone();
        var start = day.atStartOfDay();
        return zone == null
                ? new String[] {start + ":00", start.plusDays(1) + ":00"}
                : new String[] {
                    offset(start.atZone(zone).toOffsetDateTime()),
                    offset(start.plusDays(1).atZone(zone).toOffsetDateTime())
                };
    }

    @Nullable
    ZoneId zone() {
        var zone = conference.content().details().zone();
        try {
            return zone == null ? null : ZoneId.of(zone);
        } catch (java.time.DateTimeException e) {
            return null;
        }
    }

    private static String offset(OffsetDateTime moment) {
        return java.time.format.DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(moment);
    }
}
