package org.talks.search;

import java.util.ArrayList;
import java.util.List;
import org.talks.search.TalkDocument.TranscriptCue;

/// A stretch of the transcript that is found and shown as one, with the second at which it begins.
record Passage(int second, String text) {

    /// Cues are a few words each; a passage is about what somebody says in half a minute.
    private static final int SECONDS = 30;
    /// Even where cues have no times, passages stay short enough to read.
    private static final int CHARACTERS = 600;

    static List<Passage> of(List<TranscriptCue> cues) {
        var passages = new ArrayList<Passage>();
        var text = new StringBuilder();
        var start = 0;
        for (var cue : cues) {
            if (!text.isEmpty() && (cue.startSecond() - start >= SECONDS || text.length() >= CHARACTERS)) {
                passages.add(new Passage(start, text.toString()));
                text.setLength(0);
            }
            if (text.isEmpty()) {
                start = cue.startSecond();
            } else {
                text.append(' ');
            }
            text.append(cue.text().strip());
        }
        if (!text.isEmpty()) {
            passages.add(new Passage(start, text.toString()));
        }
        return passages;
    }
}
