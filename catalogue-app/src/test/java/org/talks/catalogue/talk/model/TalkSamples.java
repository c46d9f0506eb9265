package org.talks.catalogue.talk.model;

import java.time.LocalDate;
import java.util.List;
import org.talks.catalogue.command.KnownThings;
import org.talks.catalogue.command.Scenario;
import org.talks.catalogue.conference.ConferenceId;
import org.talks.catalogue.talk.TalkCommand;
import org.talks.catalogue.talk.TalkContent;
import org.talks.catalogue.talk.TalkId;
import org.talks.events.Credit;
import org.talks.events.Note;
import org.talks.events.Resource;
import org.talks.events.RichText;
import org.talks.events.Session;
import org.talks.events.SourceKey;
import org.talks.events.TalkDetails;
import org.talks.events.TalkEvent;
import org.talks.events.TalkEvent.TalkAdded;

/// A talk for the tests, and everything around it.
final class TalkSamples {

    static final String T = "01940000-0000-7000-8000-00000000000a";
    static final TalkId TALK = new TalkId(T);
    static final TalkId OTHER_TALK = new TalkId("01940000-0000-7000-8000-00000000000b");
    static final ConferenceId CONFERENCE = new ConferenceId("01940000-0000-7000-8000-0000000000c1");
    static final ConferenceId OTHER_CONFERENCE = new ConferenceId("01940000-0000-7000-8000-0000000000c2");
    static final String ADA = "01940000-0000-7000-8000-0000000000a1";
    static final String GRACE = "01940000-0000-7000-8000-0000000000a2";
    static final String NOBODY = "01940000-0000-7000-8000-0000000000ff";
    static final SourceKey KEY = new SourceKey("pyvideo", "pycon-ie-2016/balanced-team.json");
    static final SourceKey OTHER_KEY = new SourceKey("frab:pycon-ie", "4711");

    static final Session SESSION =
            new Session("s1", LocalDate.of(2016, 11, 5), "10:30", "Europe/Dublin", 1800, "Main hall");
    static final Resource VIDEO =
            new Resource("r1", Resource.VIDEO, "https://example.org/v/1", null, "en", "CC BY 4.0", false, 1750);
    static final Note NOTE = new Note(
            "n1", "Ada", "Roles", RichText.markdown("Every role has *authority*."), 7, null, LocalDate.of(2016, 11, 7));

    private TalkSamples() {}

    static TalkDetails details() {
        return new TalkDetails(
                CONFERENCE.value(),
                "Data Science in the Balanced Team",
                "A recap",
                RichText.markdown("How data scientists work with others."),
                "talk",
                "novice",
                "en",
                "PyData",
                List.of("data science", "teams"),
                List.of(new Credit(ADA, "speaker")),
                List.of(SESSION),
                List.of(VIDEO),
                List.of(NOTE));
    }

    static TalkEvent added() {
        return new TalkAdded(T, details(), KEY);
    }

    static KnownThings world() {
        return KnownThings.of(
                        CONFERENCE.stream(),
                        OTHER_CONFERENCE.stream(),
                        "speaker:" + ADA,
                        "speaker:" + GRACE,
                        OTHER_TALK.stream())
                .owning("talk", KEY, TALK.stream());
    }

    static Scenario<TalkCommand, TalkEvent, TalkContent> talks() {
        return new Scenario<>(TalkModel.decider(), world());
    }
}
