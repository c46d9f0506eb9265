package org.talks.catalogue.transcript.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.talks.catalogue.command.Decider;
import org.talks.catalogue.command.Lookup;
import org.talks.catalogue.command.Refused;
import org.talks.catalogue.rules.Checks;
import org.talks.catalogue.rules.Limits;
import org.talks.catalogue.rules.Lists;
import org.talks.catalogue.rules.Texts;
import org.talks.catalogue.talk.TalkId;
import org.talks.catalogue.transcript.TranscriptCommand;
import org.talks.catalogue.transcript.TranscriptCommand.AttachTranscript;
import org.talks.catalogue.transcript.TranscriptCommand.RemoveTranscript;
import org.talks.catalogue.transcript.TranscriptCommand.ReplaceTranscript;
import org.talks.catalogue.transcript.TranscriptContent;
import org.talks.events.Cue;
import org.talks.events.TranscriptEvent;
import org.talks.events.TranscriptEvent.TranscriptAttached;
import org.talks.events.TranscriptEvent.TranscriptRemoved;
import org.talks.events.TranscriptEvent.TranscriptReplaced;

/// Decides what a command changes. What already is as the command says appends nothing.
final class TranscriptDecider implements Decider<TranscriptCommand, TranscriptEvent, TranscriptContent> {

    private static final long LATEST_MILLIS = Limits.DURATION_SECONDS_MAX * 1_000L;

    @Override
    public List<TranscriptEvent> decide(
            TranscriptCommand command, @Nullable TranscriptContent transcript, Lookup lookup) {
        return switch (command) {
            case AttachTranscript c -> attach(c, transcript, lookup);
            case ReplaceTranscript c -> replace(c, recorded(c, transcript));
            case RemoveTranscript c ->
                recorded(c, transcript).removed()
                        ? List.of()
                        : List.of(new TranscriptRemoved(c.talk().value(), c.language(), c.origin()));
        };
    }

    @Override
    public TranscriptContent evolve(@Nullable TranscriptContent transcript, TranscriptEvent event) {
        return TranscriptContent.after(transcript, event);
    }

    @Override
    public List<TranscriptCommand> undo(TranscriptEvent event, @Nullable TranscriptContent before) {
        if (TranscriptContent.after(before, event).equals(before)) {
            return List.of();
        }
        var talk = new TalkId(event.talkId());
        if (before == null || before.removed()) {
            // Nothing that was recorded is ever erased: it is removed.
            return event instanceof TranscriptRemoved
                    ? List.of()
                    : List.of(new RemoveTranscript(talk, event.language(), event.origin()));
        }
        return List.of(
                event instanceof TranscriptRemoved
                        ? new AttachTranscript(talk, event.language(), event.origin(), before.cues())
                        : new ReplaceTranscript(talk, event.language(), event.origin(), before.cues()));
    }

    private static List<TranscriptEvent> attach(
            AttachTranscript command, @Nullable TranscriptContent transcript, Lookup lookup) {
        var cues = cues(command.cues());
        if (transcript != null && !transcript.removed()) {
            if (transcript.cues().equals(cues)) {
                return List.of();
            }
            throw new Refused.NotNow("This talk has another transcript in this language and from this origin already:"
                    + " replace it instead.");
        }
        if (!lookup.exists(command.talk().stream())) {
            throw new Refused.Invalid("talk", "There is no talk " + command.talk() + ": add it first.");
        }
        return List.of(new TranscriptAttached(command.talk().value(), command.language(), command.origin(), cues));
    }

    private static List<TranscriptEvent> replace(ReplaceTranscript command, TranscriptContent transcript) {
        var cues = cues(command.cues());
        if (transcript.removed()) {
            throw new Refused.NotNow("This transcript was removed: attach it anew.");
        }
        if (transcript.cues().equals(cues)) {
            return List.of();
        }
        return List.of(new TranscriptReplaced(command.talk().value(), command.language(), command.origin(), cues));
    }

    private static TranscriptContent recorded(TranscriptCommand command, @Nullable TranscriptContent transcript) {
        if (transcript == null) {
            throw new Refused.NotFound("This talk has no transcript in " + command.language() + " from "
                    + command.origin() + ": attach one, or choose another language or origin.");
        }
        return transcript;
    }

    /// In time order, without empty ones, which caption files use to clear the screen.
    private static List<Cue> cues(List<Cue> value) {
        var checks = new Checks();
        var cues = new ArrayList<Cue>();
        if (!checks.tooMany("cues", value.size(), "cues", Limits.CUES_MAX)) {
            for (int i = 0; i < value.size(); i++) {
                var cue = value.get(i);
                var text = Texts.lineOrNull(cue.text());
                if (text != null) {
                    cues.add(cue(checks.in("cues[" + i + "]"), cue, text));
                }
            }
            requireSome(checks, cues);
        }
        checks.done();
        return Lists.sorted(cues, Comparator.comparingLong(Cue::startMillis));
    }

    private static Cue cue(Checks checks, Cue cue, String text) {
        if (cue.startMillis() < 0 || cue.endMillis() < cue.startMillis() || cue.endMillis() > LATEST_MILLIS) {
            checks.wrong(
                    "endMillis",
                    "A cue from " + cue.startMillis() + " to " + cue.endMillis()
                            + " ms cannot be: it must not start before 0 nor end before it starts.");
        }
        return new Cue(
                cue.startMillis(),
                cue.endMillis(),
                checks.optionalLine("voice", cue.voice(), "voice", Limits.LINE_CHARACTERS_MAX),
                checks.line("text", text, "text of the cue", Limits.CUE_CHARACTERS_MAX));
    }

    private static void requireSome(Checks checks, List<Cue> cues) {
        if (cues.isEmpty()) {
            checks.wrong("cues", "The transcript has no words: give at least one cue with a text.");
        }
        long characters = cues.stream().mapToLong(c -> c.text().length()).sum();
        if (characters > Limits.TRANSCRIPT_CHARACTERS_MAX) {
            checks.wrong(
                    "cues",
                    "The transcript has " + characters + " characters; shorten it to at most "
                            + Limits.TRANSCRIPT_CHARACTERS_MAX + ".");
        }
    }
}
