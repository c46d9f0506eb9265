package org.talks.catalogue.history.web;

import java.util.HashMap;
import java.util.Map;
import org.talks.catalogue.conference.ConferenceContent;
import org.talks.catalogue.history.History;
import org.talks.catalogue.history.Shown;
import org.talks.catalogue.series.SeriesContent;
import org.talks.catalogue.speaker.SpeakerContent;
import org.talks.catalogue.talk.TalkContent;
import org.talks.catalogue.web.Wording;

/// What the things are called now that events name by their ids. For one request; each is read once.
final class Names {

    private final History history;
    private final boolean editor;
    private final Map<String, String> known = new HashMap<>();

    Names(History history, boolean editor) {
        this.history = history;
        this.editor = editor;
    }

    String talk(String id) {
        return known.computeIfAbsent("talk:" + id, this::name);
    }

    String conference(String id) {
        return known.computeIfAbsent("conference:" + id, this::name);
    }

    String series(String id) {
        return known.computeIfAbsent("series:" + id, this::name);
    }

    String speaker(String id) {
        return known.computeIfAbsent("speaker:" + id, this::name);
    }

    private String name(String stream) {
        var now = history.now(stream);
        if (!Shown.to(editor, now)) {
            return now instanceof SpeakerContent
                    ? Wording.word("somebody")
                    : Wording.text("history.something-that-is-no-longer-shown");
        }
        return switch (now) {
            case TalkContent talk -> talk.title();
            case ConferenceContent conference -> conference.name();
            case SpeakerContent speaker -> speaker.name();
            case SeriesContent series -> series.name();
            case null, default -> Wording.text("history.something-unknown");
        };
    }
}
