package org.talks.catalogue.history.web;

import org.talks.catalogue.command.Refused;
import org.talks.catalogue.conference.ConferenceContent;
import org.talks.catalogue.history.HistoryOf;
import org.talks.catalogue.series.SeriesContent;
import org.talks.catalogue.speaker.SpeakerContent;
import org.talks.catalogue.talk.TalkContent;
import org.talks.catalogue.transcript.TranscriptId;
import org.talks.catalogue.web.Languages;
import org.talks.catalogue.web.Paths;
import org.talks.catalogue.web.Wording;

/// What a history is of.
///
/// @param kind in lower case: `talk`
/// @param path its own; of a transcript that of its talk
/// @param history where its history is
record Thing(String kind, String name, String path, String history) {

    private Thing(String kind, String name, String path) {
        this(kind, name, path, path + "/history");
    }

    /// @param plural as in addresses: `talks`
    static String stream(String plural, String id) {
        return kind(plural) + ":" + id;
    }

    static Refused.NotFound missing(String plural, String id) {
        return new Refused.NotFound("There is no " + kind(plural) + " " + id + ".");
    }

    static Thing of(HistoryOf history) {
        return switch (history.content()) {
            case TalkContent talk -> new Thing("talk", talk.title(), Paths.talk(talk.talkId(), talk.title()));
            case ConferenceContent conference ->
                new Thing(
                        "conference",
                        conference.name(),
                        Paths.conference(conference.conferenceId(), conference.name()));
            case SpeakerContent speaker ->
                new Thing("speaker", speaker.name(), Paths.speaker(speaker.speakerId(), speaker.name()));
            case SeriesContent series ->
                new Thing("series", series.name(), Paths.series(series.seriesId(), series.name()));
            default -> throw new IllegalArgumentException("there is no page for the history of " + history.stream());
        };
    }

    /// @param talk what its talk is called
    static Thing of(TranscriptId transcript, String talk) {
        return new Thing(
                "transcript",
                Wording.text("history.transcript-of", talk, called(transcript)),
                Paths.talk(transcript.talk().value(), talk),
                history(transcript));
    }

    static String history(TranscriptId transcript) {
        return "/talks/" + transcript.talk() + "/transcripts/" + transcript.language() + "/" + transcript.origin()
                + "/history";
    }

    /// `English, human`.
    static String called(TranscriptId transcript) {
        return Languages.name(transcript.language()) + ", " + Wording.word(transcript.origin());
    }

    private static String kind(String plural) {
        return plural.equals("series") ? plural : plural.substring(0, plural.length() - 1);
    }
}
