package org.talks.catalogue;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.talks.catalogue.command.StreamKind;
import org.talks.catalogue.conference.ConferenceCommand;
import org.talks.catalogue.conference.ConferenceContent;
import org.talks.catalogue.conference.model.ConferenceModel;
import org.talks.catalogue.series.SeriesCommand;
import org.talks.catalogue.series.SeriesContent;
import org.talks.catalogue.series.model.SeriesModel;
import org.talks.catalogue.speaker.SpeakerCommand;
import org.talks.catalogue.speaker.SpeakerContent;
import org.talks.catalogue.speaker.model.SpeakerModel;
import org.talks.catalogue.talk.TalkCommand;
import org.talks.catalogue.talk.TalkContent;
import org.talks.catalogue.talk.model.TalkModel;
import org.talks.catalogue.transcript.TranscriptCommand;
import org.talks.catalogue.transcript.TranscriptContent;
import org.talks.catalogue.transcript.model.TranscriptModel;
import org.talks.events.ConferenceEvent;
import org.talks.events.SeriesEvent;
import org.talks.events.SpeakerEvent;
import org.talks.events.TalkEvent;
import org.talks.events.TranscriptEvent;

/// The kinds of things that the catalogue keeps.
@Configuration(proxyBeanMethods = false)
class CatalogueModels {

    @Bean
    StreamKind<TalkCommand, TalkEvent, TalkContent> talks() {
        return new StreamKind<>("talk", TalkCommand.class, TalkEvent.class, TalkModel.decider());
    }

    @Bean
    StreamKind<ConferenceCommand, ConferenceEvent, ConferenceContent> conferences() {
        return new StreamKind<>(
                "conference", ConferenceCommand.class, ConferenceEvent.class, ConferenceModel.decider());
    }

    @Bean
    StreamKind<SeriesCommand, SeriesEvent, SeriesContent> series() {
        return new StreamKind<>("series", SeriesCommand.class, SeriesEvent.class, SeriesModel.decider());
    }

    @Bean
    StreamKind<SpeakerCommand, SpeakerEvent, SpeakerContent> speakers() {
        return new StreamKind<>("speaker", SpeakerCommand.class, SpeakerEvent.class, SpeakerModel.decider());
    }

    @Bean
    StreamKind<TranscriptCommand, TranscriptEvent, TranscriptContent> transcripts() {
        return new StreamKind<>(
                "transcript", TranscriptCommand.class, TranscriptEvent.class, TranscriptModel.decider());
    }
}
