package org.talks.catalogue.pages;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.talks.catalogue.speaker.SpeakerName;
import org.talks.catalogue.talk.ListedTalk;
import org.talks.catalogue.web.Dates;
import org.talks.catalogue.web.Paths;
import org.talks.catalogue.web.Ref;
import org.talks.catalogue.web.TalkLine;
import org.talks.catalogue.web.Wording;

/// Makes lines of lists out of listed talks.
public final class TalkLines {

    private TalkLines() {}

    /// With conference and date.
    public static TalkLine of(ListedTalk talk) {
        return line(talk, conference(talk), when(talk), null);
    }

    /// With a reason for being in the list.
    public static TalkLine of(ListedTalk talk, String note) {
        return line(talk, conference(talk), when(talk), note.isEmpty() ? null : note);
    }

    /// For the programme of one conference, which says when by itself.
    public static TalkLine inProgramme(ListedTalk talk) {
        return line(talk, null, "", null);
    }

    public static List<TalkLine> of(List<ListedTalk> talks) {
        return talks.stream().map(TalkLines::of).toList();
    }

    /// For the list of one speaker, who is named only beside others.
    public static TalkLine bySpeaker(ListedTalk talk) {
        return line(talk, talk.speakers().size() > 1 ? talk.speakers() : List.of(), conference(talk), when(talk), null);
    }

    public static Ref speaker(SpeakerName speaker) {
        return new Ref(Paths.speaker(speaker.id(), speaker.name()), speaker.name());
    }

    private static Ref conference(ListedTalk talk) {
        return new Ref(Paths.conference(talk.conferenceId(), talk.conferenceName()), talk.conferenceName());
    }

    private static String when(ListedTalk talk) {
        return talk.date() == null ? "" : Dates.day(talk.date());
    }

    private static TalkLine line(ListedTalk talk, @Nullable Ref conference, String when, @Nullable String note) {
        return line(talk, talk.speakers(), conference, when, note);
    }

    private static TalkLine line(
            ListedTalk talk, List<SpeakerName> speakers, @Nullable Ref conference, String when, @Nullable String note) {
        var has = new ArrayList<String>();
        if (talk.hasVideo()) {
            has.add(Wording.word("video"));
        }
        if (talk.hasSlides()) {
            has.add(Wording.word("slides"));
        }
        if (talk.hasNotes()) {
            has.add(Wording.word("notes"));
        }
        return new TalkLine(
                Paths.talk(talk.id(), talk.title()),
                talk.title(),
                speakers.stream().map(TalkLines::speaker).toList(),
                conference,
                when,
                TalkLine.facts(talk.kind(), talk.language(), talk.durationSeconds(), has),
                talk.cancelled(),
                note);
    }
}
