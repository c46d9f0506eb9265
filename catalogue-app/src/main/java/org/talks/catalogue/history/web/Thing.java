package org.talks.catalogue.history.web;

import org.talks.catalogue.command.Refused;
import org.talks.catalogue.conference.ConferenceContent;
import org.talks.catalogue.history.HistoryOf;
import org.talks.catalogue.speaker.SpeakerContent;
import org.talks.catalogue.talk.TalkContent;
import org.talks.catalogue.web.Paths;

/// What a history is of.
///
/// @param kind in lower case: `talk`
/// @param path its own
record Thing(String kind, String name, String path) {

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
            default -> throw new IllegalArgumentException("there is no page for the history of " + history.stream());
        };
    }

    private static String kind(String plural) {
        return plural.substring(0, plural.length() - 1);
    }
}
