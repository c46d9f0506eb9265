package org.talks.catalogue.importing;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.jspecify.annotations.Nullable;
import org.talks.catalogue.importing.Programme.Given;
import org.talks.catalogue.importing.Programme.Person;
import org.talks.catalogue.importing.Programme.Revision;

/// Programmes with what real ones have: odd and shared names, several names in one cell, missing fields, texts of
/// all kinds, titles that are the same or none.
final class Programmes {

    private static final List<String> NAMES = List.of(
            "Ada Byron",
            "ada  byron",
            "Stéphane Éluard",
            "Ste\u0301phane E\u0301luard",
            "STÉPHANE ÉLUARD",
            "Mina Okafor & Lars Holm",
            "Lars Holm",
            "Keira and Sky",
            "Various speakers",
            "TBD",
            "O’Neil, Jr.",
            "李 明",
            "محمد الأمين",
            "Zoë \uD83C\uDFA4",
            " Åsa\u00a0Öberg ",
            "Dr. Grace Hopper (she/her)",
            "mail@person.example",
            "x".repeat(310),
            "\u202eyloM",
            "<b>Bo</b>",
            "\"Quo\" Ted",
            "");

    private static final List<String> TITLES = List.of(
            "Ants in autumn",
            "Ants  in autumn ",
            "ants in Autumn",
            "Bees & <wasps>",
            "“Crickets” — a 'history'",
            "Cafe\u0301 culture",
            "Café culture",
            "C++ / C# \\ F;,\"",
            "Opening\r\nkeynote",
            "Lightning talks \u26a1\uFE0F",
            "昆虫について",
            "CANCELED: Dragonflies",
            "CANCELED: ",
            "=SUM(A1:A9)",
            "y".repeat(520),
            "   ",
            "42");

    private static final List<String> TEXTS = List.of(
            "Of ants.",
            "Of **ants** and [bees](https://bees.example/).\r\n\r\n* one\r\n* two",
            "<p>Of &amp; about <b>wasps</b></p><script>alert(1)</script>",
            "Of ``beetles``::\n\n    code\n\nand `more <https://more.example/>`_",
            "a\u0007b\u2028c",
            "1 < 2 && 3 > 2; \\n \"quoted\", 'so'",
            "long ".repeat(30),
            "   ");

    private static final List<String> ROOMS = List.of("Hall", " Hall ", "Room 1.04 (Ümläut)", "a;b,c", "");

    private static final List<String> TRACKS = List.of("Insects", "insects", "A & B", "Rooms: 1", "");

    private static final List<String> LANGUAGES =
            List.of("en", "de, en", "eng", "English", "pt-BR", "xx-klingon", "日本語", "");

    private static final List<String> TOPICS = List.of("ants", "Ants", "bees & wasps", "C++", "", "t".repeat(210));

    private static final List<String> VIDEOS = List.of(
            "https://www.youtube.com/watch?v=aaaaaaaaaaa",
            "https://vimeo.example/1?a=b&c=d",
            "javascript:alert(1)",
            "not an address",
            "");

    private Programmes() {}

    /// Two versions of one programme, the second with changed, missing and new talks.
    record Two(Programme first, Programme second) {}

    /// @param acronyms of the conferences; the same one again is another programme of the same conference
    static Arbitrary<Two> two(String... acronyms) {
        return Combinators.combine(
                        Arbitraries.of(acronyms),
                        Arbitraries.of("TinyConf 2019", "Tiny & Conf", "ΤίνυConf", "2019"),
                        Arbitraries.of("Europe/Berlin", "Asia/Tokyo").injectNull(0.3),
                        talks(0, 1, 12),
                        Arbitraries.of(Revision.class).list().ofMinSize(1).ofMaxSize(5),
                        talks(500, 1, 4))
                .as((acronym, title, zone, talks, revisions, more) -> {
                    var first = new Programme(acronym, title, zone, talks);
                    return new Two(first, first.revised(revisions, more));
                });
    }

    private static Arbitrary<List<Given>> talks(int from, int least, int most) {
        return talk().list().ofMinSize(least).ofMaxSize(most).map(unnumbered -> {
            var talks = new ArrayList<Given>();
            for (var talk : unnumbered) {
                talks.add(new Given(
                        "%03d".formatted(from + talks.size()),
                        talk.title(),
                        talk.text(),
                        talk.start(),
                        talk.minutes(),
                        talk.room(),
                        talk.track(),
                        talk.language(),
                        talk.speakers(),
                        talk.topics(),
                        talk.video()));
            }
            return talks;
        });
    }

    private record Slot(
            @Nullable LocalDateTime start,
            int minutes,
            @Nullable String room) {}

    private record Labels(
            @Nullable String track,
            @Nullable String language,
            List<String> topics,
            @Nullable String video) {}

    private static Arbitrary<Given> talk() {
        var start = Combinators.combine(
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.integers().between(0, 23 * 12))
                .as((day, five) ->
                        LocalDate.of(2019, 10, 26).plusDays(day).atStartOfDay().plusMinutes(five * 5L));
        var slot = Combinators.combine(
                        start.injectNull(0.2),
                        Arbitraries.of(0, 5, 25, 30, 45, 90, 1_500),
                        Arbitraries.of(ROOMS).injectNull(0.2))
                .as(Slot::new);
        var labels = Combinators.combine(
                        Arbitraries.of(TRACKS).injectNull(0.3),
                        Arbitraries.of(LANGUAGES).injectNull(0.3),
                        Arbitraries.of(TOPICS).list().ofMaxSize(3),
                        Arbitraries.of(VIDEOS).injectNull(0.5))
                .as(Labels::new);
        var person = Combinators.combine(Arbitraries.integers().between(1, 9), Arbitraries.of(NAMES))
                .as(Person::new);
        return Combinators.combine(
                        Arbitraries.of(TITLES),
                        Arbitraries.of(TEXTS).injectNull(0.2),
                        slot,
                        labels,
                        person.list().ofMaxSize(3))
                .as((title, text, when, label, speakers) -> new Given(
                        "",
                        title,
                        text,
                        when.start(),
                        when.minutes(),
                        when.room(),
                        label.track(),
                        label.language(),
                        speakers,
                        label.topics(),
                        label.video()));
    }
}
