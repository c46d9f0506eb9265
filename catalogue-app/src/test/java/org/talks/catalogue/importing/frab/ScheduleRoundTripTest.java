package org.talks.catalogue.importing.frab;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.talks.catalogue.conference.ConferenceContent;
import org.talks.catalogue.export.ScheduleJson;
import org.talks.catalogue.export.ScheduleXml;
import org.talks.catalogue.importing.format.DraftCollector;
import org.talks.catalogue.importing.format.ImportFormat;
import org.talks.catalogue.importing.format.SourceFiles;
import org.talks.catalogue.importing.format.TalkDraft;
import org.talks.catalogue.projection.StreamState;
import org.talks.catalogue.published.PublishedConference;
import org.talks.catalogue.published.PublishedTalk;
import org.talks.catalogue.talk.TalkContent;
import org.talks.catalogue.talk.TalkVocabulary;
import org.talks.events.ConferenceDetails;
import org.talks.events.Credit;
import org.talks.events.Resource;
import org.talks.events.RichText;
import org.talks.events.Session;
import org.talks.events.TalkDetails;
import tools.jackson.databind.json.JsonMapper;

/// What is exported reads back to the same programme.
class ScheduleRoundTripTest {

    private static final String SITE = "https://talks.example.org";
    private static final Instant RECORDED = Instant.parse("2026-05-01T10:00:00Z");
    private static final List<String> WORDS = List.of(
            "Coasts", "<b>bold</b>", "a & b", "\"quoted\"", "Ökonomie", "数据", "]]>", "100 %", "don't", "maps; roads");

    static IntStream seeds() {
        return IntStream.range(0, 60);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void asXml(int seed) throws Exception {
        var programme = Programme.of(new Random(seed));
        holds(
                programme,
                read(new FrabXmlFormat(), "schedule.xml", ScheduleXml.of(programme.conference, programme.talks, SITE)));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void asJson(int seed) throws Exception {
        var programme = Programme.of(new Random(seed));
        var json = JsonMapper.builder()
                .build()
                .writeValueAsBytes(ScheduleJson.of(programme.conference, programme.talks, SITE));
        holds(programme, read(new ScheduleJsonFormat(), "schedule.json", json));
    }

    private static DraftCollector read(ImportFormat format, String name, byte[] content) throws Exception {
        var file = SourceFiles.of(name, content);
        assertThat(format.recognise(file).certainty().name()).isEqualTo("CERTAIN");
        return DraftCollector.read(format, file);
    }

    private static void holds(Programme programme, DraftCollector read) {
        assertThat(read.rejected).isEmpty();
        var details = programme.conference.content().details();
        var conference = read.conferences.getFirst();
        assertThat(List.of(conference.name(), String.valueOf(conference.zone()), String.valueOf(conference.city())))
                .containsExactly(details.name(), String.valueOf(details.zone()), String.valueOf(details.city()));
        assertThat(conference.startDate()).isEqualTo(details.startDate());
        assertThat(conference.endDate()).isEqualTo(details.endDate());
        assertThat(read.talks).hasSameSizeAs(programme.talks);
        for (var talk : programme.talks) {
            var draft = read.talks.stream()
                    .filter(d -> d.key().equals(talk.id()))
                    .findFirst()
                    .orElseThrow();
            var was = talk.content().details();
            assertThat(draft.title()).isEqualTo(was.title());
            assertThat(draft.cancelled()).isEqualTo(talk.cancelled());
            assertThat(draft.subtitle()).isEqualTo(was.subtitle());
            assertThat(draft.summary().text()).isEqualTo(was.summary().text());
            assertThat(draft.kind()).isEqualTo(was.kind());
            assertThat(draft.language()).isEqualTo(was.language());
            assertThat(draft.track()).isEqualTo(was.track());
            assertThat(draft.speakers())
                    .extracting(TalkDraft.SpeakerDraft::name)
                    .containsExactlyElementsOf(talk.speakers().stream()
                            .map(PublishedTalk.Billed::name)
                            .toList());
            assertThat(draft.sessions().stream().map(Slot::of).toList())
                    .containsExactlyInAnyOrderElementsOf(
                            was.sessions().stream().map(Slot::of).toList());
            assertThat(draft.resources())
                    .filteredOn(resource -> !resource.url().startsWith(SITE))
                    .extracting(TalkDraft.ResourceDraft::url)
                    .containsExactlyInAnyOrderElementsOf(
                            was.resources().stream().map(Resource::url).toList());
        }
    }

    private record Slot(
            @Nullable LocalDate date,
            @Nullable String time,
            @Nullable Integer seconds,
            @Nullable String room) {

        static Slot of(Session session) {
            return new Slot(session.date(), session.localTime(), session.durationSeconds(), session.room());
        }

        static Slot of(TalkDraft.SessionDraft session) {
            return new Slot(session.date(), session.localTime(), session.durationSeconds(), session.room());
        }
    }

    private record Programme(PublishedConference conference, List<PublishedTalk> talks) {

        static Programme of(Random random) {
            var conferenceId = uuid(random);
            var start = LocalDate.of(2016, 11, 5);
            var conference = new PublishedConference(stored(
                    "conference:" + conferenceId,
                    conferenceId,
                    ConferenceContent.registered(
                            conferenceId,
                            new ConferenceDetails(
                                    "MapCon 2016 " + word(random),
                                    null,
                                    start,
                                    start.plusDays(2),
                                    random.nextBoolean() ? "Dublin" : null,
                                    null,
                                    random.nextInt(4) == 0 ? null : "Europe/Dublin",
                                    "https://mapcon.example/2016/",
                                    List.of(),
                                    RichText.EMPTY),
                            null)));
            var people = IntStream.range(0, 5)
                    .mapToObj(i -> new PublishedTalk.Billed(uuid(random), "Person " + (char) ('A' + i), "speaker"))
                    .toList();
            var talks = new ArrayList<PublishedTalk>();
            for (var i = 0; i < 1 + random.nextInt(12); i++) {
                talks.add(talk(random, conference, people, i));
            }
            return new Programme(conference, talks);
        }

        private static PublishedTalk talk(
                Random random, PublishedConference conference, List<PublishedTalk.Billed> people, int number) {
            var id = uuid(random);
            var speakers = people.stream().filter(p -> random.nextInt(3) == 0).toList();
            var content = TalkContent.added(
                    id,
                    new TalkDetails(
                            conference.id(),
                            "Talk " + number + " " + word(random),
                            random.nextBoolean() ? "On " + word(random) : null,
                            RichText.markdown(
                                    random.nextInt(3) == 0 ? "" : "About " + word(random) + ".\n\n- one\n- two"),
                            TalkVocabulary.KINDS.get(random.nextInt(TalkVocabulary.KINDS.size())),
                            null,
                            random.nextBoolean() ? "de" : null,
                            random.nextBoolean() ? "Track " + word(random) : null,
                            List.of(),
                            speakers.stream()
                                    .map(p -> new Credit(p.id(), p.role()))
                                    .toList(),
                            sessions(random, conference),
                            random.nextBoolean()
                                    ? List.of(resource(random, "slides", number), resource(random, "code", number))
                                    : List.of(),
                            List.of()),
                    null);
            var given = random.nextInt(6) == 0 ? cancelled(content) : content;
            return new PublishedTalk(stored("talk:" + id, id, given), conference, speakers);
        }

        private static TalkContent cancelled(TalkContent talk) {
            return new TalkContent(
                    talk.talkId(), talk.details(), talk.sources(), talk.sameAs(), true, null, false, null, false, null);
        }

        private static List<Session> sessions(Random random, PublishedConference conference) {
            var sessions = new ArrayList<Session>();
            for (var i = 0; i < random.nextInt(3); i++) {
                var timed = random.nextInt(5) != 0;
                sessions.add(new Session(
                        uuid(random),
                        LocalDate.of(2016, 11, 5 + i),
                        timed ? "%02d:%02d".formatted(random.nextInt(24), 5 * random.nextInt(12)) : null,
                        conference.content().details().zone(),
                        random.nextInt(4) == 0 ? null : 60 + random.nextInt(7200),
                        random.nextBoolean() ? "Room " + word(random) : null));
            }
            sessions.sort(Comparator.comparing(Session::sessionId));
            return sessions;
        }

        private static Resource resource(Random random, String kind, int number) {
            return new Resource(
                    uuid(random),
                    kind,
                    "https://example.org/" + kind + "/" + number + "?a=1&b=2",
                    null,
                    null,
                    null,
                    false,
                    null);
        }

        private static <S> StreamState<S> stored(String stream, String id, S content) {
            return new StreamState<>(stream, id, 1, RECORDED, RECORDED, content);
        }

        private static String word(Random random) {
            return WORDS.get(random.nextInt(WORDS.size()));
        }

        private static String uuid(Random random) {
            return new UUID(random.nextLong(), random.nextLong()).toString();
        }
    }
}
