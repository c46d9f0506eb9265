package org.talks.catalogue.importing.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.talks.catalogue.importing.format.DraftCollector;
import org.talks.catalogue.importing.format.Fixtures;
import org.talks.catalogue.importing.format.Moment;
import org.talks.catalogue.importing.format.SourceFile;
import org.talks.catalogue.importing.format.SourceFiles;
import org.talks.catalogue.importing.format.TalkDraft;
import org.talks.catalogue.importing.format.TalkDraft.SessionDraft;
import org.talks.catalogue.importing.format.TalkDraft.SpeakerDraft;
import org.talks.catalogue.importing.format.UnreadableSourceException;
import org.talks.events.RichText;

class TableFormatTest {

    private static DraftCollector read(SourceFile file, String mapping) throws Exception {
        DraftCollector sink = new DraftCollector();
        String format = Tables.formatOf(file);
        Mapping confirmed =
                mapping.equals("proposed") ? Proposals.propose(Tables.open(format, file)) : Mapping.parse(mapping);
        Tables.read(format, file, fingerprint -> Optional.of(confirmed), sink);
        return sink;
    }

    private static DraftCollector fixture(String name) throws Exception {
        return read(Fixtures.own(name), "proposed");
    }

    private static DraftCollector text(String csv, String mapping) throws Exception {
        return read(SourceFiles.of("talks.csv", csv.getBytes(StandardCharsets.UTF_8)), mapping);
    }

    @Test
    void quotedCellsMayHoldCommasQuotesAndLineEnds() throws Exception {
        TalkDraft talk = fixture("csv/good-pretalx.csv").talk("Drawing coasts, and lakes");
        assertThat(talk.key()).isEqualTo("7MATXR");
        assertThat(talk.summary())
                .isEqualTo(new RichText("About coasts.\n\nAnd a \"second\" paragraph.", RichText.PLAIN));
        assertThat(talk.speakers()).extracting(SpeakerDraft::name).containsExactly("Mina Okafor", "Lars Holm");
        assertThat(talk.topics()).containsExactly("maps", "coasts");
        assertThat(talk.level()).isEqualTo("Beginner");
        assertThat(talk.sessions())
                .containsExactly(new SessionDraft("0", LocalDate.of(2025, 11, 20), "09:30", null, 2400, "Hall A"));
    }

    @Test
    void aMarkSemicolonsAndDaysFirstAreUnderstood() throws Exception {
        DraftCollector read = fixture("csv/good-semicolon.csv");
        assertThat(read.talks).extracting(TalkDraft::title).containsExactly("Drawing coasts", "Lakes");
        assertThat(read.talk("Lakes").sessions().getFirst().date()).isEqualTo(LocalDate.of(2024, 6, 14));
        assertThat(read.talk("Lakes").sessions().getFirst().localTime()).isEqualTo("14:30");
        assertThat(read.talk("Lakes").kind()).isEqualTo("workshop");
        assertThat(read.ignored).singleElement().asString().contains("A break: Lunch");
    }

    @Test
    void addressesOfPeopleAreNeverRead() throws Exception {
        for (String name : List.of("csv/good-semicolon.csv", "json/good.json")) {
            DraftCollector read = fixture(name);
            assertThat(read.talks.toString()).doesNotContain("@");
        }
        Mapping proposed = Proposals.propose(new Table(
                List.of("title", "speaker email", "Phone", "Review score", "T-Shirt size", "internal notes"),
                List.of()));
        assertThat(proposed.columns()).containsOnlyKeys(Field.TITLE);
        // Nor where somebody maps such a column.
        DraftCollector mapped =
                text("title,mail\nCoasts,mina@maps.example\n", "title=title; summary=mail; speakers=mail");
        assertThat(mapped.talks.toString()).doesNotContain("mina@");
        assertThat(mapped.talks.getFirst().speakers()).isEmpty();
    }

    @Test
    void oldEncodingsAreUnderstood() throws Exception {
        TalkDraft talk = fixture("csv/good-windows.tsv").talk("Küsten zeichnen");
        assertThat(talk.summary().text()).isEqualTo("Über Küsten – und Seen");
        byte[] wide = "title;speaker\nKüsten;Mina Okafor\n".getBytes(StandardCharsets.UTF_16);
        assertThat(read(SourceFiles.of("wide.csv", wide), "proposed")
                        .talks
                        .getFirst()
                        .title())
                .isEqualTo("Küsten");
        byte[] windows = "title;speaker\nCafé;Zoë\n".getBytes(Charset.forName("windows-1252"));
        assertThat(read(SourceFiles.of("old.csv", windows), "proposed").speakers())
                .containsExactly("Zoë");
    }

    @Test
    void oneRowForEachSpeakerIsOneTalk() throws Exception {
        DraftCollector read = fixture("csv/good-row-per-speaker.csv");
        assertThat(read.talks).hasSize(2);
        assertThat(read.talk("Drawing coasts").speakers())
                .extracting(SpeakerDraft::name, SpeakerDraft::affiliation)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("Mina Okafor", "Maps Inc."),
                        org.assertj.core.groups.Tuple.tuple("Lars Holm", "Lakes Ltd."));
    }

    @Test
    void aClockOfTwelveHoursWithoutAmAndPmIsNotGuessed() throws Exception {
        DraftCollector read = fixture("csv/good-twelve-hours.csv");
        assertThat(read.talk("Drawing coasts").sessions())
                .containsExactly(new SessionDraft("0", LocalDate.of(2013, 9, 24), "09:15", null, 3600, null));
        assertThat(read.talk("Lakes").sessions())
                .containsExactly(new SessionDraft("0", LocalDate.of(2013, 9, 24), null, null, null, null));
        assertThat(read.warnings).anySatisfy(w -> assertThat(w.reason()).contains("do not say am or pm"));
        assertThat(read.talk("Drawing coasts").speakers())
                .extracting(SpeakerDraft::affiliation)
                .containsExactly("Maps Inc.", "Lakes Ltd.");
    }

    @ParameterizedTest
    @CsvSource({
        "UNAMBIGUOUS, 2024-05-01, 2024-05-01",
        "UNAMBIGUOUS, 13/06/2024, 2024-06-13",
        "UNAMBIGUOUS, 06/13/2024, 2024-06-13",
        "UNAMBIGUOUS, 06/05/2024,",
        "UNAMBIGUOUS, 05/05/2024, 2024-05-05",
        "UNAMBIGUOUS, 6.5.2024, 2024-05-06",
        "DAY_FIRST, 06/05/2024, 2024-05-06",
        "MONTH_FIRST, 06/05/2024, 2024-06-05",
        "UNAMBIGUOUS, 31/02/2024,",
        "UNAMBIGUOUS, soon,"
    })
    void aDateIsReadOnlyWhenItCanBeOne(Mapping.Dates dates, String text, LocalDate expected) {
        Moment moment = new Clock(dates, false).moment(text);
        assertThat(moment == null ? null : moment.date()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "9:30, 09:30",
        "9.30, 09:30",
        "09:30:00, 09:30",
        "1:15 PM, 13:15",
        "12:00 am, 00:00",
        "13:00 pm,",
        "25:00,",
        "noon,"
    })
    void timesAreReadAsPeopleWriteThem(String text, LocalTime expected) {
        assertThat(new Clock(Mapping.Dates.UNAMBIGUOUS, false).time(text)).isEqualTo(expected);
    }

    @Test
    void aTableWithoutNamesOfColumnsMayBeMappedByNumber() throws Exception {
        SourceFile file = Fixtures.own("csv/headless.csv");
        assertThat(Tables.open(Tables.CSV, file).columns()).startsWith("Column 1", "Column 2", "Column 3");
        DraftCollector read = read(file, "title=Column 3; start=Column 1; duration=Column 2; affiliation=Column 6");
        assertThat(read.talk("Lakes").sessions())
                .containsExactly(new SessionDraft("0", LocalDate.of(2024, 5, 1), "09:30", null, 1800, null));
    }

    @Test
    void recordsOfAnyJsonAreATable() throws Exception {
        Table table = Tables.open(Tables.JSON, Fixtures.own("json/good.json"));
        assertThat(table.columns()).contains("title", "speaker.name", "tags[]", "starts");
        DraftCollector read = read(
                Fixtures.own("json/good.json"),
                "key=talkId; title=title; summary=abstract; speakers=speaker.name; topics=tags[]; start=starts; room=room");
        TalkDraft talk = read.talk("Drawing coasts");
        assertThat(talk.key()).isEqualTo("t1");
        assertThat(talk.topics()).containsExactly("maps", "coasts");
        assertThat(talk.sessions().getFirst().localTime()).isEqualTo("09:00");
    }

    @Test
    void whatNobodyExplainedIsRefusedWithAProposal() {
        assertThatThrownBy(() -> Tables.read(
                        Tables.CSV,
                        Fixtures.own("csv/good-pretalx.csv"),
                        fingerprint -> Optional.empty(),
                        new DraftCollector()))
                .isInstanceOf(UnreadableSourceException.class)
                .hasMessageContaining("title=Proposal title");
    }

    @Test
    void theSchedOfEveryConferenceHasTheSameColumns() throws Exception {
        DraftCollector sink = new DraftCollector();
        Tables.read(Tables.CSV, Fixtures.own("csv/good-sched.csv"), fingerprint -> Optional.empty(), sink);
        assertThat(sink.talks).singleElement().satisfies(talk -> {
            assertThat(talk.key()).isEqualTo("A1");
            assertThat(talk.summary().format()).isEqualTo(RichText.HTML);
            assertThat(talk.speakers()).hasSize(2);
        });
        assertThat(sink.ignored).hasSize(1);
    }

    @Test
    void aWholeSchedHasEntitiesInItsNamesAndCommasBetweenPersonsOnly() throws Exception {
        DraftCollector sink = new DraftCollector();
        Tables.read(Tables.CSV, Fixtures.own("csv/good-sched-full.csv"), fingerprint -> Optional.empty(), sink);
        assertThat(sink.talks)
                .extracting(TalkDraft::title)
                .containsExactly("Night Maps", "Workshop: Keeping Coasts & Lakes Apart");
        TalkDraft talk = sink.talks.get(1);
        assertThat(talk.speakers())
                .extracting(SpeakerDraft::name)
                .containsExactly("Mina \"Fish\" Okafor", "Lars Holm", "zoe", "Ida Ruiz");
        assertThat(talk.track()).isEqualTo("Life & Water");
        assertThat(talk.sessions())
                .containsExactly(new SessionDraft("0", LocalDate.of(2019, 5, 4), "13:00", null, 3600, "Hall \"A\""));
        assertThat(sink.ignored).singleElement().asString().contains("Lunch");
        assertThat(sink.warnings).hasSize(1);
        DraftCollector least = new DraftCollector();
        Tables.read(Tables.CSV, Fixtures.own("csv/minimal-sched.csv"), fingerprint -> Optional.empty(), least);
        assertThat(least.talk("Only this").sessions()).isEmpty();
    }

    @Test
    void aMissingQuotationMarkIsSaid() {
        assertThatThrownBy(() -> fixture("csv/corrupt.csv"))
                .isInstanceOf(UnreadableSourceException.class)
                .hasMessageContaining("quotation mark");
    }

    @Test
    void aMappingIsWhatItsTextSays() {
        Mapping mapping = Mapping.parse("title=a=b; speakers=x; speakers=y; dates=day-first");
        assertThat(Mapping.parse(mapping.toString())).isEqualTo(mapping);
        assertThat(mapping.of(Field.SPEAKERS)).containsExactly("x", "y");
        Mapping odd = new Mapping(java.util.Map.of(Field.TITLE, List.of("title; or so")), Mapping.Dates.MONTH_FIRST);
        assertThat(Mapping.parse(odd.lines())).isEqualTo(odd);
    }

    @ParameterizedTest
    @CsvSource({
        "speakers=x, needs a title",
        "title=a; colour=b, no field colour",
        "title=a; title=b, Only one column",
        "title=a; dates=backwards, day-first",
        "title, is written as"
    })
    void aMappingThatCannotBeIsRefused(String text, String reason) {
        assertThatThrownBy(() -> Mapping.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void theSameColumnsInAnotherOrderAreTheSameSource() {
        assertThat(new Table(List.of("a", "b"), List.of()).fingerprint())
                .isEqualTo(new Table(List.of("b", "a"), List.of()).fingerprint())
                .isNotEqualTo(new Table(List.of("a", "c"), List.of()).fingerprint())
                .isNotEqualTo(new Table(List.of("ab"), List.of()).fingerprint());
    }
}
