package org.talks.catalogue.transcript.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.talks.catalogue.command.KnownThings;
import org.talks.catalogue.command.Refused;
import org.talks.catalogue.command.Scenario;
import org.talks.catalogue.rules.Limits;
import org.talks.catalogue.talk.TalkId;
import org.talks.catalogue.transcript.TranscriptCommand;
import org.talks.catalogue.transcript.TranscriptCommand.AttachTranscript;
import org.talks.catalogue.transcript.TranscriptCommand.RemoveTranscript;
import org.talks.catalogue.transcript.TranscriptCommand.ReplaceTranscript;
import org.talks.catalogue.transcript.TranscriptContent;
import org.talks.catalogue.transcript.TranscriptId;
import org.talks.events.Cue;
import org.talks.events.TranscriptEvent;
import org.talks.events.TranscriptEvent.TranscriptAttached;
import org.talks.events.TranscriptEvent.TranscriptRemoved;
import org.talks.events.TranscriptEvent.TranscriptReplaced;

class TranscriptRulesTest {

    private static final String T = "01940000-0000-7000-8000-00000000000a";
    private static final TalkId TALK = new TalkId(T);
    private static final List<Cue> CUES = List.of(new Cue(0, 900, null, "Hello"), new Cue(900, 2000, "Ada", "there"));
    private static final TranscriptEvent ATTACHED = new TranscriptAttached(T, "en", "auto", CUES);
    private static final TranscriptEvent REMOVED = new TranscriptRemoved(T, "en", "auto");

    private static Scenario<TranscriptCommand, TranscriptEvent, TranscriptContent> transcripts() {
        return new Scenario<>(TranscriptModel.decider(), KnownThings.of(TALK.stream()));
    }

    @Test
    void isAttachedToATalkThatExists() {
        var attach = new AttachTranscript(TALK, "en", "auto", CUES);
        transcripts().when(attach).then(ATTACHED);
        transcripts().given(ATTACHED).when(attach).thenNothing();
        new Scenario<>(TranscriptModel.decider(), KnownThings.of()).when(attach).thenInvalid("talk");
    }

    @Test
    void isReplacedNotAttachedASecondTime() {
        var other = List.of(new Cue(0, 900, null, "Hello!"));
        transcripts()
                .given(ATTACHED)
                .when(new AttachTranscript(TALK, "en", "auto", other))
                .thenNotNow("replace it");
        transcripts()
                .given(ATTACHED)
                .when(new ReplaceTranscript(TALK, "en", "auto", other))
                .then(new TranscriptReplaced(T, "en", "auto", other));
        transcripts()
                .given(ATTACHED)
                .when(new ReplaceTranscript(TALK, "en", "auto", CUES))
                .thenNothing();
        transcripts().when(new ReplaceTranscript(TALK, "en", "auto", CUES)).thenNotFound();
    }

    @Test
    void isRemovedAndAttachedAnew() {
        transcripts()
                .given(ATTACHED)
                .when(new RemoveTranscript(TALK, "en", "auto"))
                .then(REMOVED);
        transcripts()
                .given(ATTACHED, REMOVED)
                .when(new RemoveTranscript(TALK, "en", "auto"))
                .thenNothing();
        transcripts()
                .given(ATTACHED, REMOVED)
                .when(new ReplaceTranscript(TALK, "en", "auto", CUES))
                .thenNotNow("attach it anew");
        transcripts()
                .given(ATTACHED, REMOVED)
                .when(new AttachTranscript(TALK, "en", "auto", CUES))
                .then(ATTACHED);
        transcripts().when(new RemoveTranscript(TALK, "en", "auto")).thenNotFound();
    }

    @Test
    void holdsCuesInTimeOrderWithoutEmptyOnes() {
        var mixed = List.of(
                new Cue(900, 2000, "Ada ", "there\n"), new Cue(950, 960, null, " "), new Cue(0, 900, "", "Hello"));
        transcripts().when(new AttachTranscript(TALK, "en", "auto", mixed)).then(ATTACHED);
    }

    @Test
    void refusesCuesThatCannotBe() {
        var wrong = List.of(
                new Cue(-1, 10, null, "a"),
                new Cue(10, 9, null, "b"),
                new Cue(0, Long.MAX_VALUE, null, "c"),
                new Cue(0, 0, null, "d"),
                new Cue(0, 1, null, "x".repeat(Limits.CUE_CHARACTERS_MAX + 1)));
        transcripts()
                .when(new AttachTranscript(TALK, "en", "auto", wrong))
                .thenInvalid("cues[0].endMillis", "cues[1].endMillis", "cues[2].endMillis", "cues[4].text");
    }

    @Test
    void isBoundedAndNotEmpty() {
        transcripts().when(new AttachTranscript(TALK, "en", "auto", List.of())).thenInvalid("cues");
        var cue = new Cue(0, 1, null, "word");
        transcripts()
                .when(new AttachTranscript(TALK, "en", "auto", Collections.nCopies(Limits.CUES_MAX + 1, cue)))
                .thenInvalid("cues");
        var longCue = new Cue(0, 1, null, "x".repeat(Limits.CUE_CHARACTERS_MAX));
        int tooMany = Limits.TRANSCRIPT_CHARACTERS_MAX / Limits.CUE_CHARACTERS_MAX + 1;
        transcripts()
                .when(new AttachTranscript(TALK, "en", "auto", Collections.nCopies(tooMany, longCue)))
                .thenInvalid("cues");
    }

    @Test
    void isNamedByTalkLanguageAndOriginInOneSpelling() {
        var command = new RemoveTranscript(TALK, "PT-br", "auto");
        assertThat(command.stream()).isEqualTo("transcript:" + T + ":pt-BR:auto");
        assertThat(new TranscriptRemoved(T, command.language(), command.origin()).stream())
                .isEqualTo(command.stream());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "de, en", "en:x", "e"})
    void needsALanguage(String language) {
        assertThatExceptionOfType(Refused.Invalid.class)
                .isThrownBy(() -> new TranscriptId(TALK, language, "auto"))
                .satisfies(refused ->
                        assertThat(refused.fields().getFirst().field()).isEqualTo("language"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Auto", "a b", "a:b", "-a", "12345678901234567890123456789012345678901"})
    void needsAnOriginThatCanStandInTheNameOfAStream(String origin) {
        assertThatExceptionOfType(Refused.Invalid.class)
                .isThrownBy(() -> new TranscriptId(TALK, "en", origin))
                .satisfies(refused ->
                        assertThat(refused.fields().getFirst().field()).isEqualTo("origin"));
    }
}
