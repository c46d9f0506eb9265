package org.talks.catalogue.history.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.talks.catalogue.transcript.TranscriptContent;
import org.talks.catalogue.web.Counts;
import org.talks.catalogue.web.Durations;
import org.talks.catalogue.web.Wording;
import org.talks.events.Cue;
import org.talks.events.TranscriptEvent;
import org.talks.events.TranscriptEvent.TranscriptAttached;
import org.talks.events.TranscriptEvent.TranscriptRemoved;
import org.talks.events.TranscriptEvent.TranscriptReplaced;

/// The events of transcripts in words.
final class TranscriptTelling {

    /// Who replaced more has made another transcript, which nobody compares line by line.
    private static final int DIFFERENT_MAX = 12;

    private TranscriptTelling() {}

    static Told of(TranscriptEvent event, @Nullable TranscriptContent before, TranscriptContent after) {
        var old = before == null ? List.<Cue>of() : before.cues();
        var changes = new Told.Changes().value(Wording.text("history.length"), length(old), length(after.cues()));
        return switch (event) {
            case TranscriptAttached _ -> changes.after(Wording.text("history.attached-the-transcript"));
            case TranscriptReplaced _ ->
                different(old, after.cues(), changes).after(Wording.text("history.replaced-the-transcript"));
            case TranscriptRemoved _ -> changes.after(Wording.text("history.removed-the-transcript"));
        };
    }

    private static String length(List<Cue> cues) {
        return cues.isEmpty()
                ? ""
                : Wording.text(
                        "talk.until",
                        Wording.count("count.cues", cues.size()),
                        Durations.clock(cues.getLast().endMillis() / 1_000));
    }

    /// Cues that begin at the same time are compared word by word.
    private static Told.Changes different(List<Cue> before, List<Cue> after, Told.Changes changes) {
        var was = byStart(before);
        var is = byStart(after);
        var starts = new TreeSet<>(was.keySet());
        starts.addAll(is.keySet());
        starts.removeIf(start -> was.getOrDefault(start, "").equals(is.getOrDefault(start, "")));
        starts.stream()
                .limit(DIFFERENT_MAX)
                .forEach(start -> changes.words(Durations.clock(start / 1_000), was.get(start), is.get(start)));
        return starts.size() <= DIFFERENT_MAX
                ? changes
                : changes.value(
                        Wording.text("history.further"),
                        null,
                        Wording.text("history.cues-differ", Counts.of((long) starts.size() - DIFFERENT_MAX)));
    }

    private static Map<Long, String> byStart(List<Cue> cues) {
        var byStart = new HashMap<Long, String>();
        cues.forEach(cue -> byStart.merge(
                cue.startMillis(),
                cue.voice() == null ? cue.text() : cue.voice() + ": " + cue.text(),
                (first, second) -> first + " " + second));
        return byStart;
    }
}
