package org.talks.catalogue.conference.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.talks.catalogue.web.Edits;
import org.talks.catalogue.web.NoteText;
import org.talks.catalogue.web.Page;
import org.talks.catalogue.web.PastMoment;
import org.talks.catalogue.web.Ref;
import org.talks.catalogue.web.SafeHtml;
import org.talks.catalogue.web.TalkLine;
import org.talks.catalogue.web.Visit;
import org.talks.catalogue.web.Wording;

/// One edition of a conference with its programme.
///
/// @param path the conference's own path
/// @param series null when it belongs to none
/// @param facts the quiet line, in words: dates, city and country, zone of the clock times, languages
/// @param website null when unknown
/// @param cancelled whether it did not take place
/// @param counts in words: `41 talks`, `38 speakers`, `22 h`
/// @param about HTML, empty when there is none
/// @param days in order; talks without a date are in a day of their own at the end
/// @param neighbours the editions before and after, as far as they exist
/// @param provenance sentences
/// @param asOf the moment of the past that is shown, null for the present
/// @param edits null for readers
/// @param asGrid whether the programme is shown as a grid of times and rooms
public record ConferencePage(
        Visit visit,
        String path,
        String title,
        @Nullable Ref series,
        List<String> facts,
        @Nullable Ref website,
        boolean cancelled,
        List<String> counts,
        SafeHtml about,
        List<Day> days,
        List<NoteText> notes,
        List<Ref> topics,
        Neighbours neighbours,
        List<String> provenance,
        List<Alternate> alternates,
        @Nullable PastMoment asOf,
        @Nullable Edits edits,
        boolean asGrid)
        implements Page {

    /// With the programme as a list.
    public ConferencePage(
            Visit visit,
            String path,
            String title,
            @Nullable Ref series,
            List<String> facts,
            @Nullable Ref website,
            boolean cancelled,
            List<String> counts,
            SafeHtml about,
            List<Day> days,
            List<NoteText> notes,
            List<Ref> topics,
            Neighbours neighbours,
            List<String> provenance,
            List<Alternate> alternates,
            @Nullable PastMoment asOf,
            @Nullable Edits edits) {
        this(
                visit,
                path,
                title,
                series,
                facts,
                website,
                cancelled,
                counts,
                about,
                days,
                notes,
                topics,
                neighbours,
                provenance,
                alternates,
                asOf,
                edits,
                false);
    }

    /// The same with the programme as a grid, where it has times and rooms enough for one.
    ConferencePage inGrid() {
        return new ConferencePage(
                visit,
                path,
                title,
                series,
                facts,
                website,
                cancelled,
                counts,
                about,
                days,
                notes,
                topics,
                neighbours,
                provenance,
                alternates,
                asOf,
                edits,
                hasGrid());
    }

    /// Whether a grid says more than the list.
    public boolean hasGrid() {
        return days.stream().anyMatch(day -> day.grid() != null);
    }

    /// A day as times by rooms.
    ///
    /// @param rooms in the order of their names, numbers by value; those without a room last
    /// @param rows by time
    public record Grid(List<String> rooms, List<Row> rows) {

        /// @param cells one for each room
        public record Row(String time, List<List<Slot>> cells) {}

        static @Nullable Grid of(List<Slot> slots) {
            var rooms = slots.stream()
                    .map(Grid::room)
                    .distinct()
                    .sorted(Comparator.comparingInt((String room) -> room.equals(noRoom()) ? 1 : 0)
                            .thenComparing(room -> room.replaceAll("\\d+", ""))
                            .thenComparingLong(Grid::number)
                            .thenComparing(Comparator.naturalOrder()))
                    .toList();
            if (rooms.size() < 2 || slots.stream().anyMatch(slot -> slot.time().isEmpty())) {
                return null;
            }
            var byTime = new TreeMap<String, List<Slot>>();
            slots.forEach(slot -> byTime.computeIfAbsent(slot.time(), time -> new ArrayList<>())
                    .add(slot));
            return new Grid(
                    rooms,
                    byTime.entrySet().stream()
                            .map(at -> new Row(
                                    at.getKey(),
                                    rooms.stream()
                                            .map(room -> at.getValue().stream()
                                                    .filter(slot -> room(slot).equals(room))
                                                    .toList())
                                            .toList()))
                            .toList());
        }

        private static String noRoom() {
            return Wording.text("conference.elsewhere");
        }

        private static String room(Slot slot) {
            return slot.room().isEmpty() ? noRoom() : slot.room();
        }

        private static long number(String room) {
            var digits = room.replaceAll("\\D+", "");
            return digits.isEmpty() || digits.length() > 9 ? 0 : Long.parseLong(digits);
        }
    }

    /// @param anchor `day-2016-11-05`, or `undated`
    /// @param label `Saturday 5 November`, or `Without a date`
    /// @param slots by time, then room
    public record Day(String anchor, String label, List<Slot> slots) {

        Day lookingBack(PastMoment moment) {
            return new Day(
                    anchor,
                    label,
                    slots.stream()
                            .map(slot -> new Slot(
                                    slot.time(), slot.sameTime(), slot.room(), slot.track(), moment.line(slot.talk())))
                            .toList());
        }

        /// Null for a day with one room only, or with talks of which nobody knows the time.
        public @Nullable Grid grid() {
            return Grid.of(slots);
        }

        public boolean hasTimes() {
            return slots.stream().anyMatch(slot -> !slot.time().isEmpty());
        }

        public boolean hasRooms() {
            return slots.stream().anyMatch(slot -> !slot.room().isEmpty());
        }
    }

    /// @param time `11:30`; empty when unknown
    /// @param sameTime whether the slot before began at the same time, so that it is not said again
    /// @param room empty when unknown
    /// @param track empty when unknown
    public record Slot(String time, boolean sameTime, String room, String track, TalkLine talk) {}

    public record Neighbours(@Nullable Ref before, @Nullable Ref after) {}

    /// The same as the page of a moment of the past: its links stay there, and nothing can be edited.
    ConferencePage lookingBack(PastMoment moment) {
        return new ConferencePage(
                visit,
                path,
                title,
                moment.refOrNull(series),
                facts,
                website,
                cancelled,
                counts,
                about,
                days.stream().map(day -> day.lookingBack(moment)).toList(),
                notes,
                topics.stream().map(topic -> moment.topic(topic.text())).toList(),
                new Neighbours(moment.refOrNull(neighbours.before()), moment.refOrNull(neighbours.after())),
                provenance,
                moment.alternates(alternates),
                moment,
                null);
    }

    @Override
    public String template() {
        return "conference/conference";
    }

    @Override
    public Section section() {
        return Section.CONFERENCES;
    }

    @Override
    public String description() {
        return title + ": " + String.join(", ", counts) + ". " + String.join(", ", facts);
    }

    @Override
    public String canonical() {
        return path;
    }

    @Override
    public boolean indexed() {
        return asOf == null;
    }
}
