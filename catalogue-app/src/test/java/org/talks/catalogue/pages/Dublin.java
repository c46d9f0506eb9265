package org.talks.catalogue.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.talks.catalogue.conference.ConferenceCommand.RegisterConference;
import org.talks.catalogue.conference.ConferenceCommand.RemoveConference;
import org.talks.catalogue.conference.ConferenceId;
import org.talks.catalogue.speaker.SpeakerCommand.RegisterSpeaker;
import org.talks.catalogue.speaker.SpeakerId;
import org.talks.catalogue.talk.TalkCommand.AddTalk;
import org.talks.catalogue.talk.TalkCommand.CancelTalk;
import org.talks.catalogue.talk.TalkCommand.RescheduleSession;
import org.talks.catalogue.talk.TalkCommand.SuppressTalk;
import org.talks.catalogue.talk.TalkCommand.WithdrawTalk;
import org.talks.catalogue.talk.TalkId;
import org.talks.events.ConferenceDetails;
import org.talks.events.Credit;
import org.talks.events.Link;
import org.talks.events.Resource;
import org.talks.events.RichText;
import org.talks.events.Session;
import org.talks.events.SpeakerDetails;
import org.talks.events.TalkDetails;

/// One conference with everything in it that formats can get wrong, on a server that all tests of a run share.
/// They only read.
final class Dublin {

    static final ConferenceId CONFERENCE = new ConferenceId("0198a000-0000-7000-8000-000000000001");
    static final ConferenceId REMOVED = new ConferenceId("0198a000-0000-7000-8000-000000000002");
    static final SpeakerId IAN = new SpeakerId("0198a000-0000-7000-8000-000000000011");
    static final SpeakerId ANA = new SpeakerId("0198a000-0000-7000-8000-000000000012");

    /// Scheduled twice, moved once.
    static final TalkId TEAM = new TalkId("0198a000-0000-7000-8000-000000000021");

    /// With markup in its title and a sound file.
    static final TalkId HOSTILE = new TalkId("0198a000-0000-7000-8000-000000000022");

    static final TalkId CANCELLED = new TalkId("0198a000-0000-7000-8000-000000000023");

    /// Only its day is known.
    static final TalkId DAY_ONLY = new TalkId("0198a000-0000-7000-8000-000000000024");

    static final TalkId WITHDRAWN = new TalkId("0198a000-0000-7000-8000-000000000025");
    static final TalkId SUPPRESSED = new TalkId("0198a000-0000-7000-8000-000000000026");
    static final TalkId OF_REMOVED = new TalkId("0198a000-0000-7000-8000-000000000027");

    static final String HOSTILE_TITLE = "</script><b>Böse & \"quoted\"; 1 < 2, \u0007 ends";

    private static @Nullable WebCatalogue catalogue;

    private Dublin() {}

    static synchronized WebCatalogue catalogue() {
        if (catalogue == null) {
            catalogue = started();
            Runtime.getRuntime().addShutdownHook(new Thread(catalogue::close));
        }
        return catalogue;
    }

    private static WebCatalogue started() {
        try {
            var started = WebCatalogue.start(Files.createTempDirectory("dublin"));
            record(started);
            started.catchUp();
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void record(WebCatalogue catalogue) {
        for (var conference : List.of(CONFERENCE, REMOVED)) {
            catalogue.send(new RegisterConference(
                    conference,
                    new ConferenceDetails(
                            conference.equals(CONFERENCE) ? "PyCon Ireland 2016" : "Gone Conf",
                            null,
                            LocalDate.of(2016, 11, 5),
                            LocalDate.of(2016, 11, 6),
                            "Dublin",
                            "Ireland",
                            "Europe/Dublin",
                            "https://python.ie/pycon-2016/",
                            List.of("en"),
                            RichText.markdown("The *seventh* PyCon of Ireland.")),
                    null));
        }
        catalogue.send(new RegisterSpeaker(
                IAN,
                "Ian Huston",
                List.of(),
                new SpeakerDetails(
                        RichText.markdown("Works with data."),
                        "Pivotal",
                        List.of(new Link("https://ianhuston.net", null))),
                null));
        catalogue.send(new RegisterSpeaker(ANA, "Ana Lima", List.of(), null, null));
        catalogue.send(new AddTalk(
                TEAM,
                new TalkDetails(
                        CONFERENCE.value(),
                        "Data Science in the Balanced Team",
                        "A love story",
                        RichText.markdown("What a *data scientist* owes to a team."),
                        "keynote",
                        null,
                        "en",
                        "PyData",
                        List.of("balanced team", "pairing"),
                        List.of(new Credit(IAN.value(), Credit.SPEAKER), new Credit(ANA.value(), "host")),
                        List.of(
                                session("0198a000-0000-7000-8000-000000000031", 5, "11:30", 2040, "Main hall"),
                                session("0198a000-0000-7000-8000-000000000032", 6, "09:00", 2040, "Room 2")),
                        List.of(
                                resource("video", "https://www.youtube.com/watch?v=abcdefghijk", 2055),
                                resource("slides", "https://speakerdeck.com/ianhuston/balanced", null)),
                        List.of()),
                null));
        catalogue.send(new RescheduleSession(
                TEAM, session("0198a000-0000-7000-8000-000000000031", 5, "11:45", 2040, "Main hall")));
        var hostile = TalkDetails.titled(CONFERENCE.value(), HOSTILE_TITLE.replace("\u0007", "!"));
        catalogue.send(new AddTalk(
                HOSTILE,
                new TalkDetails(
                        hostile.conferenceId(),
                        hostile.title(),
                        null,
                        RichText.markdown("<script>alert(1)</script> =HYPERLINK(\"x\"), ]]> and a\nnew line; done."),
                        "talk",
                        null,
                        "de",
                        null,
                        List.of(),
                        List.of(new Credit(ANA.value(), Credit.SPEAKER)),
                        List.of(session("0198a000-0000-7000-8000-000000000033", 5, "12:30", 1800, "Main hall")),
                        List.of(resource("audio", "https://media.example.org/boese.mp3?a=1&b=2", 1750)),
                        List.of()),
                null));
        add(catalogue, CANCELLED, CONFERENCE, "Never given", "0198a000-0000-7000-8000-000000000034");
        catalogue.send(new CancelTalk(CANCELLED, null));
        catalogue.send(new AddTalk(
                DAY_ONLY,
                new TalkDetails(
                        CONFERENCE.value(),
                        "Sometime on Sunday",
                        null,
                        RichText.EMPTY,
                        "talk",
                        null,
                        null,
                        null,
                        List.of(),
                        List.of(),
                        List.of(new Session(
                                "0198a000-0000-7000-8000-000000000035",
                                LocalDate.of(2016, 11, 6),
                                null,
                                null,
                                null,
                                null)),
                        List.of(),
                        List.of()),
                null));
        add(catalogue, WITHDRAWN, CONFERENCE, "Withdrawn thoughts", "0198a000-0000-7000-8000-000000000036");
        catalogue.send(new WithdrawTalk(WITHDRAWN, null));
        add(catalogue, SUPPRESSED, CONFERENCE, "Secret matters", "0198a000-0000-7000-8000-000000000037");
        catalogue.send(new SuppressTalk(SUPPRESSED, "takedown"));
        add(catalogue, OF_REMOVED, REMOVED, "Lost with its conference", "0198a000-0000-7000-8000-000000000038");
        catalogue.send(new RemoveConference(REMOVED, null));
    }

    private static void add(WebCatalogue catalogue, TalkId id, ConferenceId conference, String title, String session) {
        var bare = TalkDetails.titled(conference.value(), title);
        catalogue.send(new AddTalk(
                id,
                new TalkDetails(
                        bare.conferenceId(),
                        title,
                        null,
                        RichText.EMPTY,
                        "talk",
                        null,
                        null,
                        null,
                        List.of(),
                        List.of(new Credit(IAN.value(), Credit.SPEAKER)),
                        List.of(session(session, 6, "16:00", 1800, "Room 2")),
                        List.of(),
                        List.of()),
                null));
    }

    private static Session session(String id, int day, String time, int seconds, String room) {
        return new Session(id, LocalDate.of(2016, 11, day), time, null, seconds, room);
    }

    private static Resource resource(String kind, String url, @Nullable Integer seconds) {
        return new Resource(WebCatalogue.id(), kind, url, null, null, "CC BY 4.0", false, seconds);
    }
}
