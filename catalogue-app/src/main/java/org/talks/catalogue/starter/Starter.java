package org.talks.catalogue.starter;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.talks.catalogue.command.CatalogueCommand;
import org.talks.catalogue.conference.ConferenceCommand.RegisterConference;
import org.talks.catalogue.conference.ConferenceCommand.TakeConferenceNote;
import org.talks.catalogue.conference.ConferenceId;
import org.talks.catalogue.eventstore.CommandContext;
import org.talks.catalogue.eventstore.CommandContext.Origin;
import org.talks.catalogue.eventstore.Commands;
import org.talks.catalogue.eventstore.Commands.Envelope;
import org.talks.catalogue.eventstore.EventLog;
import org.talks.catalogue.series.SeriesCommand.RegisterSeries;
import org.talks.catalogue.series.SeriesId;
import org.talks.catalogue.speaker.SpeakerCommand.RegisterSpeaker;
import org.talks.catalogue.speaker.SpeakerId;
import org.talks.catalogue.talk.TalkCommand.AddTalk;
import org.talks.catalogue.talk.TalkId;
import org.talks.events.ConferenceDetails;
import org.talks.events.Note;
import org.talks.events.SourceKey;
import org.talks.events.TalkDetails;
import tools.jackson.databind.json.JsonMapper;

/// Fills an empty catalogue with something to search.
@Component
public final class Starter {

    private static final Logger LOG = LoggerFactory.getLogger(Starter.class);

    private static final String ACTOR = "starter";

    private final Commands commands;
    private final EventLog log;

    Starter(Commands commands, EventLog log) {
        this.commands = commands;
        this.log = log;
    }

    private record Data(List<Series> series, List<Speaker> speakers, List<Conference> conferences, List<Talk> talks) {}

    private record Series(String id, String name, @Nullable String website) {}

    private record Speaker(String id, String name) {}

    private record Conference(String id, @Nullable SourceKey source, ConferenceDetails details, List<Note> notes) {}

    /// @param factsOf the source that a talk's facts come from, so that an import of that source updates them
    private record Talk(
            String id, @Nullable SourceKey source, @Nullable String factsOf, TalkDetails details) {}

    /// Records the starter data, once; a catalogue that has anything in it is left alone.
    ///
    /// @return whether it was recorded
    public boolean load() {
        if (log.head() > 0) {
            return false;
        }
        var data = read();
        var envelopes = new ArrayList<Envelope>();
        data.series()
                .forEach(s ->
                        envelopes.add(by(new RegisterSeries(new SeriesId(s.id()), s.name(), s.website(), null), null)));
        data.speakers()
                .forEach(s -> envelopes.add(
                        by(new RegisterSpeaker(new SpeakerId(s.id()), s.name(), List.of(), null, null), null)));
        for (var conference : data.conferences()) {
            var id = new ConferenceId(conference.id());
            envelopes.add(by(new RegisterConference(id, conference.details(), conference.source()), null));
            conference.notes().forEach(note -> envelopes.add(by(new TakeConferenceNote(id, note), null)));
        }
        data.talks()
                .forEach(talk -> envelopes.add(
                        by(new AddTalk(new TalkId(talk.id()), talk.details(), talk.source()), talk.factsOf())));
        for (int from = 0; from < envelopes.size(); from += Commands.BATCH_MAX) {
            var batch = envelopes.subList(from, Math.min(envelopes.size(), from + Commands.BATCH_MAX));
            for (var outcome : commands.sendAll(batch)) {
                if (outcome.refusal() != null) {
                    throw new IllegalStateException(
                            "the starter data is refused: " + outcome.envelope().command() + " "
                                    + outcome.refusal().fields(),
                            outcome.refusal());
                }
            }
        }
        LOG.info(
                "The starter data was recorded: {} talks of {} conferences",
                data.talks().size(),
                data.conferences().size());
        return true;
    }

    private static Envelope by(CatalogueCommand command, @Nullable String source) {
        var origin = source == null ? null : new Origin(ACTOR, source, null);
        return new Envelope(command, new CommandContext(ACTOR, ACTOR, null, null, origin));
    }

    private static Data read() {
        try (InputStream json = Starter.class.getResourceAsStream("/starter/starter.json")) {
            if (json == null) {
                throw new IllegalStateException("the starter data is not part of this build");
            }
            return JsonMapper.builder().build().readValue(json, Data.class);
        } catch (IOException e) {
            throw new UncheckedIOException("The starter data cannot be read.", e);
        }
    }
}
