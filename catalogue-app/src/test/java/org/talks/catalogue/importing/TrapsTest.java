package org.talks.catalogue.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.talks.catalogue.CatalogueFixture;
import org.talks.catalogue.importing.Imports.Options;
import org.talks.catalogue.importing.format.DraftCollector;
import org.talks.catalogue.importing.format.Durations;
import org.talks.catalogue.importing.format.ImportFormat;
import org.talks.catalogue.importing.format.Languages;
import org.talks.catalogue.importing.format.SourceFile;
import org.talks.catalogue.importing.format.SourceFiles;
import org.talks.catalogue.importing.format.TalkDraft;
import org.talks.catalogue.importing.format.TalkDraft.SessionDraft;
import org.talks.catalogue.importing.format.TalkDraft.SpeakerDraft;
import org.talks.catalogue.importing.format.UnreadableSourceException;
import org.talks.catalogue.talk.TalkContent;
import org.talks.catalogue.talk.TalkLists;
import org.talks.events.RichText;

/// The traps that real files hold, one small file each. Further ones have tests beside their formats: slots of
/// one talk, midnight, persons who share an id, cut files and document types (`FrabXmlFormatTest`), service
/// sessions and views (`SessionizeFormatTest`), repeated UIDs, folds and escapes (`CalendarFormatsTest`), marks,
/// separators, quotes and encodings of tables (`TableFormatTest`), captions (`TranscriptFormatsTest`), e-mail
/// addresses, languages and names (`CleaningTest`), importing again, edits and removals (`ReimportTest`).
class TrapsTest {

    @TempDir
    Path data;

    private static DraftCollector read(String format, String name, String text) throws Exception {
        SourceFile file = SourceFiles.of(name, text.getBytes(StandardCharsets.UTF_8));
        ImportFormat reader = Formats.all(new Formats.Confirmed()).stream()
                .filter(any -> any.id().equals(format))
                .findFirst()
                .orElseThrow();
        return DraftCollector.read(reader, file);
    }

    private static String schedule(String days) {
        return "<schedule><conference><title>MapCon 2016</title><acronym>mapcon16</acronym></conference>" + days
                + "</schedule>";
    }

    private static String event(String attributes, String title, String rest) {
        return "<event " + attributes + "><title>" + title + "</title>" + rest + "</event>";
    }

    private static String day(String events) {
        return "<day index=\"1\" date=\"2016-05-01\"><room name=\"Hall\">" + events + "</room></day>";
    }

    private static DraftCollector frab(String days) throws Exception {
        return read("frab", "schedule.xml", schedule(days));
    }

    private static SessionDraft session(TalkDraft talk) {
        return talk.sessions().getFirst();
    }

    @Test
    void aGuidNeedNotBeAUuid() throws Exception {
        DraftCollector read = frab(day(event("id=\"7\" guid=\"nGGdvMsGRk-UZ9yQWWTUFg\"", "Coasts", "")));
        assertThat(read.talk("Coasts").key()).isEqualTo("nGGdvMsGRk-UZ9yQWWTUFg");
    }

    @Test
    void twoTalksWithOneGuidAreNotMadeOne() throws Exception {
        DraftCollector read =
                frab(day(event("id=\"1\" guid=\"g\"", "Coasts", "") + event("id=\"2\" guid=\"g\"", "Lakes", "")));
        assertThat(read.talks.size() + read.rejected.size() + read.ignored.size())
                .isEqualTo(2);
        assertThat(read.talk("Coasts").sessions()).hasSize(1);
    }

    @Test
    void anEventWithoutADateIsGivenOnItsDay() throws Exception {
        DraftCollector read = frab(day(event("id=\"1\"", "Coasts", "<start>09:30</start><duration>0:45</duration>")));
        assertThat(session(read.talk("Coasts")).date()).isEqualTo(LocalDate.of(2016, 5, 1));
        assertThat(session(read.talk("Coasts")).localTime()).isEqualTo("09:30");
        assertThat(session(read.talk("Coasts")).durationSeconds()).isEqualTo(2700);
    }

    @Test
    void emptyDaysAndRoomsAreNothing() throws Exception {
        DraftCollector read = frab("<day index=\"1\" date=\"2016-05-01\"/>"
                + "<day index=\"2\" date=\"2016-05-02\"><room name=\"Empty\"/><room name=\"Hall\">"
                + event("id=\"1\"", "Coasts", "<start>09:30</start>") + "</room></day>");
        assertThat(read.talks).hasSize(1);
        assertThat(session(read.talk("Coasts")).date()).isEqualTo(LocalDate.of(2016, 5, 2));
    }

    @ParameterizedTest
    @CsvSource({
        "'de, en', de",
        "'', ",
        "eng, en",
        "English, en",
        "pt-BR, pt-BR",
        "de-formal, de",
        "en_US, en-US",
        "xx-klingon,"
    })
    void languagesBecomeTags(String raw, String tag) {
        assertThat(Languages.toBcp47(raw)).isEqualTo(tag);
    }

    @ParameterizedTest
    @CsvSource({"0:30, 1800", "00:30, 1800", "01:30:00, 5400", "45, 2700", "PT45M, 2700", "0, 0", "null,"})
    void durationsOfSchedulesAreReadByTheirForm(String raw, Long seconds) {
        assertThat(Durations.clock(raw)).isEqualTo(seconds);
    }

    @Test
    void aDurationOfManyThousandSecondsIsMilliseconds(@TempDir Path folder) throws Exception {
        java.nio.file.Files.createDirectories(folder.resolve("conf-2016/videos"));
        java.nio.file.Files.writeString(folder.resolve("conf-2016/videos/a.json"), """
                {"title": "Coasts", "speakers": [], "duration": 2455840,
                 "videos": [{"type": "youtube", "url": "https://www.youtube.com/watch?v=abc"}]}""");
        ImportFormat pyvideo = Formats.all(new Formats.Confirmed()).stream()
                .filter(any -> any.id().equals("pyvideo"))
                .findFirst()
                .orElseThrow();
        DraftCollector read = DraftCollector.read(pyvideo, SourceFiles.of(folder));
        assertThat(read.talk("Coasts").resources().getFirst().durationSeconds()).isEqualTo(2456);
        assertThat(read.warnings).anySatisfy(w -> assertThat(w.reason()).contains("milliseconds"));
    }

    @Test
    void aTimeWithoutOffsetAndZoneNamesNone() throws Exception {
        DraftCollector read = read("sessionize", "all.json", """
                {"sessions": [{"id": "1", "title": "Coasts", "isServiceSession": false,
                  "startsAt": "2020-04-24T09:00:00", "endsAt": "2020-04-24T09:45:00"}]}""");
        assertThat(session(read.talk("Coasts")).zone()).isNull();
        assertThat(session(read.talk("Coasts")).localTime()).isEqualTo("09:00");
    }

    /// 02:30 comes twice in the night when clocks go back; only the offset tells which one lasts until which
    /// 02:15.
    @Test
    void theHourThatComesTwiceIsMeasuredByItsOffsets() throws Exception {
        DraftCollector read = read("schedule-json", "schedule.json", """
                {"schedule": {"version": "1", "conference": {"acronym": "n", "title": "Night", "days": [{"index": 1,
                  "date": "2016-10-29", "rooms": {"Hall": [{"id": 1, "guid": "a", "title": "Coasts", "room": "Hall",
                  "date": "2016-10-30T02:30:00+02:00", "start": "02:30", "duration": "0:45"}]}}]}}}""");
        assertThat(session(read.talk("Coasts")).localTime()).isEqualTo("02:30");
        assertThat(session(read.talk("Coasts")).durationSeconds()).isEqualTo(2700);
    }

    @Test
    void aTalkThatIsNotScheduledYetHasNoSession() throws Exception {
        DraftCollector read = read("sessionize", "all.json", """
                {"sessions": [{"id": "1", "title": "Coasts", "isServiceSession": false, "startsAt": null, "endsAt": null}]}""");
        assertThat(read.talk("Coasts").sessions()).isEmpty();
        assertThat(read.warnings).noneSatisfy(w -> assertThat(w.value()).contains("null"));
    }

    @Test
    void twoRoomsWithOneGuidStayTwo() throws Exception {
        DraftCollector read = frab("<day index=\"1\" date=\"2016-05-01\"><room name=\"A\" guid=\"r\">"
                + event("id=\"1\"", "Coasts", "<start>09:00</start>") + "</room><room name=\"B\" guid=\"r\">"
                + event("id=\"2\"", "Lakes", "<start>09:00</start>") + "</room></day>");
        assertThat(session(read.talk("Coasts")).room()).isEqualTo("A");
        assertThat(session(read.talk("Lakes")).room()).isEqualTo("B");
    }

    @Test
    void aNameMayBeATextOrOneForEachLanguage() throws Exception {
        DraftCollector read = read("pretalx", "talks.json", """
                [{"code": "ABCDEF", "title": "Coasts", "state": "confirmed", "track": {"en": "Maps", "de": "Karten"},
                  "submission_type": "Talk", "speakers": []},
                 {"code": "GHIJKL", "title": "Lakes", "state": "confirmed", "track": "Maps",
                  "submission_type": {"de": "Workshop"}, "speakers": []}]""");
        assertThat(read.talk("Coasts").track())
                .isEqualTo("Maps")
                .isEqualTo(read.talk("Lakes").track());
        assertThat(read.talk("Lakes").kind()).isEqualTo("workshop");
    }

    @Test
    void textsKeepTheirFormatAndLoseWhatIsNoText() throws Exception {
        DraftCollector read = frab(day(event(
                        "id=\"1\"",
                        "Cafe\u0301",
                        "<abstract>&lt;p&gt;Über &lt;b&gt;Küsten&lt;/b&gt;&lt;/p&gt;</abstract>")
                + event("id=\"2\"", "Lakes", "<abstract>One&#13;\nTwo **three**</abstract>")));
        assertThat(read.talks).extracting(TalkDraft::title).contains("Café");
        assertThat(read.talks.getFirst().summary().format()).isEqualTo(RichText.HTML);
        assertThat(read.talk("Lakes").summary().text()).isEqualTo("One\nTwo **three**");
        DraftCollector control = read("emf-json", "emf.json", """
                [{"id": 1, "title": "Co\\u0000as\\u202ets", "start_date": null, "venue": null, "description": "a\\u0007b\\u2028c"}]""");
        assertThat(control.talks.getFirst().title()).isEqualTo("Coasts");
        assertThat(control.talks.getFirst().summary().text()).startsWith("ab");
    }

    @Test
    void severalNamesInOneCellAreSplitAndNobodyIsCalledVarious() throws Exception {
        DraftCollector read = frab(day(
                event("id=\"1\"", "Coasts", "<persons><person id=\"1\">Mina Okafor &amp; Lars Holm</person></persons>")
                        + event("id=\"2\"", "Lakes", "<persons><person id=\"2\">Various speakers</person></persons>")
                        + event("id=\"3\"", "Rivers", "<persons><person id=\"3\">Keira and Sky</person></persons>")));
        assertThat(read.talk("Coasts").speakers())
                .extracting(SpeakerDraft::name)
                .containsExactly("Mina Okafor", "Lars Holm");
        assertThat(read.talk("Lakes").speakers()).isEmpty();
        assertThat(read.talk("Rivers").speakers())
                .extracting(SpeakerDraft::name)
                .containsExactly("Keira and Sky");
    }

    @Test
    void aLabelThatIsTooLongCostsTheLabelAndNotTheTalk() throws Exception {
        var file = java.nio.file.Files.writeString(
                java.nio.file.Files.createDirectories(data.resolveSibling("files"))
                        .resolve("mapcon-2016.csv"),
                "title,speaker,track,tags,room\nCoasts,Mina Okafor,%s,\"maps, %s\",%s\n"
                        .formatted("t".repeat(301), "g".repeat(201), "r".repeat(301)));
        try (var catalogue = CatalogueFixture.open(data)) {
            catalogue
                    .get(ImportMappings.class)
                    .confirm(
                            SourceFiles.of(file),
                            "csv",
                            "title=title; speakers=speaker; track=track; topics=tags; room=room");
            var report = catalogue.imports().run(SourceFiles.of(file), new Options(null, null, false), "test");
            assertThat(report.rejections()).isEmpty();
            assertThat(report.warnings())
                    .filteredOn(w -> w.reason().contains("left out"))
                    .hasSize(3);
            catalogue.caughtUp();
            assertThat(only(catalogue).details().topics()).containsExactly("maps");
        }
    }

    @Test
    void twoPersonsOfOneNameWhomTheSourceTellsApartAreTwoSpeakers() throws Exception {
        // One name with two ids among ten: files that number every credit anew have many such.
        var others = new StringBuilder();
        for (int i = 0; i < 10; i++) {
            others.append("<person id=\"")
                    .append(i)
                    .append("\">Person ")
                    .append((char) ('A' + i))
                    .append("</person>");
        }
        var text = schedule(day(event(
                        "id=\"1\" guid=\"a\"",
                        "Coasts",
                        "<persons>" + others + "<person id=\"9029\">Mo</person></persons>")
                + event("id=\"2\" guid=\"b\"", "Lakes", "<persons><person id=\"3988\">mo</person></persons>")));
        try (var catalogue = CatalogueFixture.open(data)) {
            var file = SourceFiles.of("schedule.xml", text.getBytes(StandardCharsets.UTF_8));
            var report = catalogue.imports().run(file, new Options(null, null, false), "test");
            assertThat(report.counts().speakersAdded()).isEqualTo(12);
            assertThat(report.warnings())
                    .anySatisfy(w -> assertThat(w.reason()).contains("another person of this name"));
            assertThat(catalogue
                            .imports()
                            .run(file, new Options(null, null, false), "test")
                            .counts()
                            .events())
                    .isZero();
        }
    }

    /// A talk whose adding is refused is rejected once, not once for each thing that was to follow.
    @Test
    void aTalkThatIsRefusedIsRejectedOnce() throws Exception {
        var title = "y".repeat(600);
        try (var catalogue = CatalogueFixture.open(data)) {
            var file = SourceFiles.of(
                    "mapcon-2020.json",
                    sessionize("CANCELED: " + title, "2020-04-24T09:00:00", "1", "Mina Okafor")
                            .getBytes(StandardCharsets.UTF_8));
            for (var dryRun : List.of(true, false)) {
                var report = catalogue.imports().run(file, new Options("sessionize", null, dryRun), "test");
                assertThat(report.rejections())
                        .singleElement()
                        .satisfies(r -> assertThat(r.reason()).contains("at most 500"));
                assertThat(report.counts().talksAdded()).isZero();
                assertThat(report.counts().rejected()).isEqualTo(1);
            }
        }
    }

    @Test
    void aPageInThePlaceOfAFileIsSaidToBeNone() {
        assertThatThrownBy(() -> read("frab", "schedule.xml", "<!DOCTYPE html><html><body>404 Not found</body></html>"))
                .isInstanceOf(UnreadableSourceException.class)
                .hasMessageContaining("schedule.xml");
        assertThatThrownBy(() -> read("sessionize", "all.json", "<html>502</html>"))
                .isInstanceOf(UnreadableSourceException.class)
                .hasMessageContaining("JSON");
    }

    /// One import after another of the same source: what becomes of the talk in the catalogue.
    @Test
    void whatMovesInTheSourceMovesInTheCatalogue() throws Exception {
        try (var catalogue = CatalogueFixture.open(data)) {
            deliver(catalogue, sessionize("Coasts", "2020-04-24T09:00:00", "1", "Mina Okafor"));
            assertThat(only(catalogue).sessions().getFirst().room()).isEqualTo("Hall A");
            deliver(catalogue, sessionize("Coasts and lakes", "2020-04-25T10:00:00", "2", "Mina Okafor-Holm"));
            TalkContent talk = only(catalogue);
            assertThat(talk.title()).isEqualTo("Coasts and lakes");
            assertThat(talk.sessions()).singleElement().satisfies(moved -> {
                assertThat(moved.room()).isEqualTo("Hall B");
                assertThat(moved.localTime()).isEqualTo("10:00");
            });
            // A renamed speaker is the same person, by the key of the source.
            assertThat(talk.speakers()).hasSize(1);
            deliver(
                    catalogue,
                    sessionize("CANCELED: Coasts and lakes", "2020-04-25T10:00:00", "2", "Mina Okafor-Holm"));
            assertThat(only(catalogue).cancelled()).isTrue();
            assertThat(only(catalogue).title()).isEqualTo("Coasts and lakes");
        }
    }

    /// pretalx numbers the guids of slots by their start, so a new slot or another time changes the guids of all.
    @Test
    void aSlotThatIsAddedOrSwappedIsASlotOfTheSameTalk() throws Exception {
        try (var catalogue = CatalogueFixture.open(data)) {
            deliverSlots(catalogue, slot("uuid", "09:00"));
            var id = only(catalogue).talkId();
            deliverSlots(catalogue, slot("uuid-0", "09:00") + slot("uuid-1", "15:00"));
            assertThat(only(catalogue).talkId()).isEqualTo(id);
            assertThat(only(catalogue).sessions())
                    .extracting(s -> s.localTime())
                    .containsExactly("09:00", "15:00");
            var head = catalogue.log().head();
            deliverSlots(catalogue, slot("uuid-1", "09:00") + slot("uuid-0", "15:00"));
            assertThat(catalogue.log().head()).isEqualTo(head);
            deliverSlots(catalogue, slot("uuid", "15:00"));
            assertThat(only(catalogue).sessions())
                    .extracting(s -> s.localTime())
                    .containsExactly("15:00");
            assertThat(only(catalogue).cancelled()).isFalse();
        }
    }

    private static String slot(String guid, String start) {
        return event(
                "id=\"11\" code=\"ABC123\" guid=\"" + guid + "\"",
                "Coasts",
                "<url>https://pretalx.example/mapcon/talk/ABC123/</url><start>" + start
                        + "</start><duration>0:30</duration>");
    }

    private static void deliverSlots(CatalogueFixture catalogue, String events) throws Exception {
        var text = schedule(day(events)).replace("<schedule>", "<schedule><generator name=\"pretalx\"/>");
        var report = catalogue
                .imports()
                .run(
                        SourceFiles.of("schedule.xml", text.getBytes(StandardCharsets.UTF_8)),
                        new Options(null, null, false),
                        "test");
        assertThat(report.error()).isNull();
        assertThat(report.rejections()).isEmpty();
        catalogue.caughtUp();
    }

    private static String sessionize(String title, String start, String room, String speaker) {
        return """
                {"sessions": [{"id": "1", "title": "%s", "isServiceSession": false, "startsAt": "%s", "roomId": %s,
                  "speakers": ["00000000-0000-0004-0000-030000000001"]}],
                 "speakers": [{"id": "00000000-0000-0004-0000-030000000001", "fullName": "%s"}],
                 "rooms": [{"id": 1, "name": "Hall A"}, {"id": 2, "name": "Hall B"}]}""".formatted(title, start, room, speaker);
    }

    private static void deliver(CatalogueFixture catalogue, String text) throws Exception {
        var report = catalogue
                .imports()
                .run(
                        SourceFiles.of("mapcon-2020.json", text.getBytes(StandardCharsets.UTF_8)),
                        new Options("sessionize", null, false),
                        "test");
        assertThat(report.error()).isNull();
        catalogue.caughtUp();
    }

    private static TalkContent only(CatalogueFixture catalogue) {
        var hits = catalogue.found("coasts").hits();
        assertThat(hits).hasSize(1);
        return java.util.Objects.requireNonNull(
                catalogue.get(TalkLists.class).find(List.copyOf(hits).getFirst().id()));
    }
}
