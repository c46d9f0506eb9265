package org.talks.catalogue.conference.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.talks.catalogue.conference.web.ConferencePage.Day;
import org.talks.catalogue.conference.web.ConferencePage.Grid;
import org.talks.catalogue.conference.web.ConferencePage.Slot;
import org.talks.catalogue.web.TalkLine;

class ProgrammeGridTest {

    @Test
    void roomsAreInTheOrderOfTheirNumbersAndWhatHasNoneComesLast() {
        var grid = Objects.requireNonNull(
                day(slot("10:00", "Room 10"), slot("10:00", "Room 9"), slot("10:00", ""), slot("11:00", "Room 9"))
                        .grid());

        assertThat(grid.rooms()).containsExactly("Room 9", "Room 10", "Elsewhere");
        assertThat(grid.rows()).extracting(Grid.Row::time).containsExactly("10:00", "11:00");
        assertThat(grid.rows().getFirst().cells())
                .allSatisfy(cell -> assertThat(cell).hasSize(1));
        assertThat(grid.rows().getLast().cells()).extracting(List::size).containsExactly(1, 0, 0);
    }

    @Test
    void oneRoomOrAnUnknownTimeMakesNoGrid() {
        assertThat(day(slot("10:00", "Hall"), slot("11:00", "Hall")).grid()).isNull();
        assertThat(day(slot("10:00", "Hall"), slot("", "Foyer")).grid()).isNull();
    }

    private static Day day(Slot... slots) {
        return new Day("day", "Saturday", List.of(slots));
    }

    private static Slot slot(String time, String room) {
        return new Slot(
                time, false, room, "", new TalkLine("/talks/1", "A talk", List.of(), null, "", List.of(), false, null));
    }
}
