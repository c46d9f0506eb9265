package org.talks.catalogue.importing.rubyevents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.talks.catalogue.importing.format.ConferenceDraft;
import org.talks.catalogue.importing.format.DraftCollector;
import org.talks.catalogue.importing.format.Fixtures;
import org.talks.catalogue.importing.format.Recognition.Certainty;
import org.talks.catalogue.importing.format.Rejection;
import org.talks.catalogue.importing.format.SourceFiles;
import org.talks.catalogue.importing.format.TalkDraft;
import org.talks.catalogue.importing.format.TalkDraft.ResourceDraft;

class RubyEventsFormatTest {

    private final RubyEventsFormat format = new RubyEventsFormat();

    @Test
    void anEventIsReadInFull() throws Exception {
        DraftCollector read = DraftCollector.read(format, Fixtures.own("rubyevents/good"));
        ConferenceDraft conference = read.conferences.getFirst();
        assertThat(conference.key()).isEqualTo("mapconf-2019");
        assertThat(conference.series()).isEqualTo("MapConf");
        assertThat(conference.city()).isEqualTo("Rotterdam");
        assertThat(conference.country()).isEqualTo("Netherlands");
        assertThat(conference.zone()).isEqualTo("Europe/Amsterdam");
        assertThat(conference.endDate()).isEqualTo(LocalDate.of(2019, 6, 22));
        TalkDraft talk = read.talk("Keynote: Drawing coasts");
        assertThat(talk.kind()).isEqualTo("keynote");
        assertThat(talk.language()).isEqualTo("fr");
        assertThat(talk.resources())
                .extracting(ResourceDraft::kind, ResourceDraft::url)
                .containsExactly(
                        tuple("video", "https://www.youtube.com/watch?v=aaa"),
                        tuple("slides", "https://speakerdeck.com/example/coasts"),
                        tuple("code", "https://git.example/coasts"),
                        tuple("post", "https://blog.example/coasts"));
    }

    @Test
    void talksOfOneRecordingAreTakenInItsPlace() throws Exception {
        DraftCollector read = DraftCollector.read(format, Fixtures.own("rubyevents/good"));
        assertThat(read.talks)
                .extracting(TalkDraft::key)
                .containsExactly("mina-okafor-mapconf-2019", "ada-verne-mapconf-2019", "night-walk-mapconf-2019");
        assertThat(read.talk("Lakes").resources())
                .extracting(ResourceDraft::url)
                .containsExactly("https://www.youtube.com/watch?v=bbb");
        assertThat(read.talk("Lakes").kind()).isEqualTo("lightning");
        assertThat(read.talk("Night walk").cancelled()).isTrue();
        assertThat(read.rejected).extracting(Rejection::reason).containsExactly("The id was used before.");
    }

    @Test
    void aBrokenEventStillGivesItsTalks() throws Exception {
        DraftCollector read = DraftCollector.read(format, Fixtures.own("rubyevents/corrupt"));
        assertThat(read.conferences).extracting(ConferenceDraft::name).containsExactly("broken 2019");
        assertThat(read.talks).extracting(TalkDraft::title).containsExactly("One");
        assertThat(read.rejected).hasSize(1);
    }

    @Test
    void aliasesDoNotMultiplyAndTagsCreateNothing() throws Exception {
        DraftCollector read = DraftCollector.read(format, Fixtures.own("rubyevents/hostile"));
        assertThat(read.talks).extracting(TalkDraft::title).containsExactly("Ok");
        assertThat(read.talks.getFirst().resources()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "balkanruby/balkanruby-2020, 0, 0",
        "euruko/euruko-2019, 20, 20",
        "paris-rb/paris-rb-meetup, 89, 54",
        "rubyconf-austria/rubyconf-austria-2026, 25, 24",
        "rubyconf-taiwan/rubyconf-taiwan-2021, 12, 16",
        "rubyconf/rubyconf-2021, 95, 103",
        "rubykaigi/rubykaigi-2023, 63, 61",
        "wroclove-rb/wroclove-rb-2025, 13, 13"
    })
    void realEventsAreReadCompletely(String folder, int talks, int speakers) throws Exception {
        var source = SourceFiles.of(Fixtures.shared("rubyevents").resolve(folder));
        assertThat(format.recognise(source).certainty()).isEqualTo(Certainty.CERTAIN);
        DraftCollector read = DraftCollector.read(format, source);
        assertThat(read.conferences).hasSize(1);
        assertThat(read.talks).hasSize(talks);
        assertThat(read.speakers()).hasSize(speakers);
        assertThat(read.rejected).isEmpty();
    }
}
