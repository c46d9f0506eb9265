package org.talks.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.talks.catalogue.command.CatalogueCommand;
import org.talks.catalogue.command.KnownThings;
import org.talks.catalogue.command.Refused;
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
import org.talks.catalogue.talk.TalkCommand.AddTalk;
import org.talks.catalogue.talk.TalkContent;
import org.talks.catalogue.talk.TalkId;
import org.talks.catalogue.talk.model.TalkModel;
import org.talks.catalogue.transcript.TranscriptCommand;
import org.talks.catalogue.transcript.TranscriptContent;
import org.talks.catalogue.transcript.model.TranscriptModel;
import org.talks.events.ConferenceDetails;
import org.talks.events.Cue;
import org.talks.events.SpeakerDetails;
import org.talks.events.TalkDetails;
import org.talks.events.TalkEvent.TalkAdded;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// JSON may leave out anything, whatever the types promise. Then a command is refused with a reason, or means
/// what the empty field says; it never fails in any other way.
class CommandsFromJsonTest {

    private static final String ID = "01940000-0000-7000-8000-00000000000a";
    private static final JsonMapper JSON = JsonMapper.shared();

    static Stream<Class<?>> everyCommand() {
        return EveryEventHasAnInverseTest.everyCommand();
    }

    @ParameterizedTest
    @MethodSource("everyCommand")
    void aCommandOfWhichOnlyTheIdIsGivenIsDecidedOrRefused(Class<? extends CatalogueCommand> type) {
        var json = "{\"" + type.getRecordComponents()[0].getName() + "\":\"" + ID + "\"}";
        isForPeople(failure(json, type, false));
        isForPeople(failure(json, type, true));
    }

    @ParameterizedTest
    @MethodSource("everyCommand")
    void aCommandWhosePartsAreEmptyObjectsIsDecidedOrRefused(Class<? extends CatalogueCommand> type) {
        var json = new StringBuilder("{\"" + type.getRecordComponents()[0].getName() + "\":\"" + ID + "\"");
        for (var component : type.getRecordComponents()) {
            if (component.getType().isRecord()
                    && component.getType().getPackageName().equals("org.talks.events")) {
                json.append(",\"").append(component.getName()).append("\":{}");
            }
        }
        isForPeople(failure(json + "}", type, true));
        isForPeople(failure(json + "}", type, false));
    }

    @Test
    void aTalkIsAddedByConferenceAndTitleAlone() {
        var json = "{'talk':'ID','details':{'conferenceId':'ID','title':'Lightning talks'}}"
                .replace("ID", ID)
                .replace('\'', '"');
        var command = JSON.readValue(json, AddTalk.class);
        var world = KnownThings.of("conference:" + ID);
        assertThat(TalkModel.decider().decide(command, null, world))
                .containsExactly(new TalkAdded(ID, TalkDetails.titled(ID, "Lightning talks"), null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "01940000-0000-7000-8000-00000000000A",
                "01940000-0000-7000-8000-00000000000",
                "01940000000070008000000000000000000a",
                "01940000-0000-7000-8000-00000000000a ",
                "{01940000-0000-7000-8000-0000000000}"
            })
    void anIdHasOneSpelling(String id) {
        assertThatThrownBy(() -> new TalkId(id))
                .isInstanceOf(Refused.Invalid.class)
                .hasMessageContaining("use a UUID in lower case");
        assertThatThrownBy(() -> JSON.readValue("\"" + id + "\"", TalkId.class))
                .isInstanceOf(JacksonException.class)
                .hasCauseInstanceOf(Refused.Invalid.class);
    }

    /// A refusal, or a message of the parser that names the field; nothing else.
    private static void isForPeople(@Nullable Throwable failure) {
        if (failure instanceof JacksonException e && !(e.getCause() instanceof Refused)) {
            assertThat(e.getCause()).isNull();
            assertThat(e.getPath()).isNotEmpty();
        } else if (failure != null && !(failure.getCause() instanceof Refused)) {
            assertThat(failure).isInstanceOf(Refused.class);
        }
    }

    private static @Nullable Throwable failure(String json, Class<? extends CatalogueCommand> type, boolean there) {
        return catchThrowable(() -> decide(JSON.readValue(json, type), there));
    }

    private static List<?> decide(CatalogueCommand command, boolean there) {
        var world = KnownThings.of();
        return switch (command) {
            case TalkCommand c ->
                TalkModel.decider()
                        .decide(c, there ? TalkContent.added(ID, TalkDetails.titled(ID, "x"), null) : null, world);
            case ConferenceCommand c ->
                ConferenceModel.decider()
                        .decide(
                                c,
                                there ? ConferenceContent.registered(ID, ConferenceDetails.named("x"), null) : null,
                                world);
            case SeriesCommand c ->
                SeriesModel.decider()
                        .decide(c, there ? new SeriesContent(ID, "x", null, null, false, null) : null, world);
            case SpeakerCommand c ->
                SpeakerModel.decider()
                        .decide(
                                c,
                                there ? SpeakerContent.registered(ID, "x", List.of(), SpeakerDetails.NONE, null) : null,
                                world);
            case TranscriptCommand c ->
                TranscriptModel.decider()
                        .decide(
                                c,
                                there
                                        ? new TranscriptContent(
                                                ID, "en", "auto", List.of(new Cue(0, 1, null, "x")), false)
                                        : null,
                                world);
            default -> throw new AssertionError(command);
        };
    }
}
