package org.talks.catalogue.searching;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.talks.catalogue.conference.ConferenceContent;
import org.talks.catalogue.series.SeriesContent;
import org.talks.catalogue.speaker.SpeakerContent;
import org.talks.catalogue.talk.TalkContent;
import org.talks.catalogue.text.Texts;
import org.talks.catalogue.transcript.TranscriptContent;
import org.talks.events.Resource;
import org.talks.search.TalkDocument;

/// Makes the document of a talk out of the folded content of its own stream and of those it refers to. A pure
/// function of them: the same contents give the same document.
final class TalkDocuments {

    /// What a talk refers to, as it is after an event.
    interface Referred {
        @Nullable
        ConferenceContent conference(String id);

        @Nullable
        SeriesContent series(String id);

        @Nullable
        SpeakerContent speaker(String id);

        List<TranscriptContent> transcripts(String talkId);
    }

    /// Merges follow each other at most this far.
    private static final int MERGE_DEPTH = 32;

    private TalkDocuments() {}

    /// The document, or null when the talk is not shown: withdrawn, suppressed, or of a removed conference.
    static @Nullable TalkDocument of(TalkContent talk, Instant addedAt, Referred referred) {
        var gathered = gather(talk, addedAt, referred);
        return gathered == null ? null : gathered.document();
    }

    /// A talk with all that it refers to.
    record Gathered(
            TalkContent talk,
            Instant addedAt,
            ConferenceContent conference,
            TalkDocument.@Nullable Entity series,
            List<TalkDocument.Entity> speakers,
            List<TranscriptContent> transcripts,
            List<String> referredIds) {

        /// Most of the work, on any thread.
        TalkDocument document() {
            var details = talk.details();
            var first = details.sessions().isEmpty() ? null : details.sessions().getFirst();
            return new TalkDocument(
                    talk.talkId(),
                    details.title(),
                    details.subtitle(),
                    speakers,
                    referredIds,
                    TalkDocuments.conference(conference),
                    series,
                    Texts.plain(details.summary()),
                    notes(talk),
                    transcript(transcripts),
                    details.topics(),
                    details.kind(),
                    details.language(),
                    first == null || first.date() == null ? startDate(conference) : first.date(),
                    talk.seconds(),
                    talk.hasResource(Resource.VIDEO),
                    talk.hasResource(Resource.SLIDES),
                    talk.cancelled() || conference.cancelled(),
                    addedAt,
                    details.resources().stream().map(Resource::url).toList(),
                    talk.sources().stream()
                            .map(s -> s.source().contains(":")
                                    ? s.source().substring(0, s.source().indexOf(':'))
                                    : s.source())
                            .distinct()
                            .toList(),
                    talk.sameAs().isEmpty() ? null : talk.sameAs().getFirst());
        }
    }

    /// Asks for all that a talk refers to; null when the talk is not shown.
    static @Nullable Gathered gather(TalkContent talk, Instant addedAt, Referred referred) {
        var conference = referred.conference(talk.details().conferenceId());
        if (talk.withdrawn() || talk.suppressed() || conference == null || conference.removed()) {
            return null;
        }
        var referredIds = new LinkedHashSet<String>();
        referredIds.add(talk.details().conferenceId());
        var speakers = new LinkedHashMap<String, TalkDocument.Entity>();
        for (var credit : talk.details().speakers()) {
            var speaker = canonical(credit.speakerId(), referred, referredIds);
            if (speaker != null && !speaker.removed()) {
                speakers.put(
                        speaker.speakerId(),
                        new TalkDocument.Entity(speaker.speakerId(), speaker.name(), speaker.aliases()));
            }
        }
        // The ids that a talk was made from are in the order it asks for them: its series' after its speakers'.
        var series = series(conference, referred, referredIds);
        return new Gathered(
                talk,
                addedAt,
                conference,
                series,
                List.copyOf(speakers.values()),
                referred.transcripts(talk.talkId()),
                List.copyOf(referredIds));
    }

    private static @Nullable SpeakerContent canonical(String id, Referred referred, Set<String> referredIds) {
        var speaker = referred.speaker(id);
        referredIds.add(id);
        for (int i = 0; speaker != null && speaker.mergedInto() != null && i < MERGE_DEPTH; i++) {
            referredIds.add(speaker.mergedInto());
            speaker = referred.speaker(speaker.mergedInto());
        }
        return speaker;
    }

    private static TalkDocument.Entity conference(ConferenceContent conference) {
        var details = conference.details();
        var also = new ArrayList<String>();
        if (details.city() != null) {
            also.add(details.city());
        }
        if (details.startDate() != null) {
            also.add(Integer.toString(details.startDate().getYear()));
        }
        return new TalkDocument.Entity(conference.conferenceId(), details.name(), also);
    }

    private static TalkDocument.@Nullable Entity series(
            ConferenceContent conference, Referred referred, Set<String> referredIds) {
        var id = conference.details().seriesId();
        if (id == null) {
            return null;
        }
        referredIds.add(id);
        var series = referred.series(id);
        return series == null || series.removed() ? null : new TalkDocument.Entity(id, series.name(), List.of());
    }

    private static List<TalkDocument.NoteText> notes(TalkContent talk) {
        var texts = new ArrayList<TalkDocument.NoteText>();
        for (var note : talk.details().notes()) {
            for (var section : Texts.plainSections(note.text(), NoteAnchors.prefix(note))) {
                texts.add(new TalkDocument.NoteText(
                        section.anchor(),
                        section.heading() != null ? section.heading() : note.heading(),
                        section.plain(),
                        note.second()));
            }
        }
        return texts;
    }

    private static List<TalkDocument.TranscriptCue> transcript(List<TranscriptContent> transcripts) {
        var cues = new ArrayList<TalkDocument.TranscriptCue>();
        for (var transcript : transcripts) {
            for (var cue : transcript.cues()) {
                cues.add(new TalkDocument.TranscriptCue((int) (cue.startMillis() / 1000), cue.text()));
            }
        }
        return cues;
    }

    private static @Nullable LocalDate startDate(ConferenceContent conference) {
        return conference.details().startDate();
    }
}
