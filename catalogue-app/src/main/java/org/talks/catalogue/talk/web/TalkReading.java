package org.talks.catalogue.talk.web;

import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.talks.catalogue.conference.ConferenceContent;
import org.talks.catalogue.pages.NoteTexts;
import org.talks.catalogue.pages.Provenance;
import org.talks.catalogue.projection.StreamState;
import org.talks.catalogue.speaker.SpeakerContent;
import org.talks.catalogue.speaker.SpeakerNames;
import org.talks.catalogue.speaker.Speakers;
import org.talks.catalogue.talk.TalkContent;
import org.talks.catalogue.text.Texts;
import org.talks.catalogue.transcript.TranscriptContent;
import org.talks.catalogue.web.Alternates;
import org.talks.catalogue.web.Dates;
import org.talks.catalogue.web.Durations;
import org.talks.catalogue.web.Edits;
import org.talks.catalogue.web.Languages;
import org.talks.catalogue.web.Paths;
import org.talks.catalogue.web.Player;
import org.talks.catalogue.web.Ref;
import org.talks.catalogue.web.SafeHtml;
import org.talks.catalogue.web.TalkLine;
import org.talks.catalogue.web.Visit;
import org.talks.catalogue.web.Wording;
import org.talks.events.Credit;
import org.talks.events.Resource;
import org.talks.events.Session;
import org.talks.events.TalkDetails;

/// Puts the content of a talk into the words of its page.
final class TalkReading {

    /// A description is cut at a word before this.
    private static final int DESCRIPTION_CHARACTERS = 200;

    private static final List<String> RESOURCE_ORDER = List.of(Resource.VIDEO, Resource.AUDIO, Resource.SLIDES);

    private final StreamState<TalkContent> stored;
    private final TalkContent talk;
    private final TalkDetails details;
    private final @Nullable ConferenceContent conference;

    TalkReading(StreamState<TalkContent> stored, @Nullable ConferenceContent conference) {
        this.stored = stored;
        this.talk = stored.content();
        this.details = talk.details();
        this.conference = conference;
    }

    TalkPage page(
            Visit visit,
            boolean gone,
            List<TalkPage.Speaker> speakers,
            List<TranscriptContent> transcripts,
            List<TalkLine> alsoGiven,
            List<TalkLine> similar,
            TalkPages.Neighbours neighbours,
            @Nullable Edits edits) {
        var path = Paths.talk(talk.talkId(), talk.title());
        var cancelled = talk.cancelled() || (conference != null && conference.cancelled());
        return new TalkPage(
                visit,
                path,
                talk.title(),
                details.subtitle(),
                description(Texts.plain(details.summary())),
                gone ? TalkPage.State.WITHDRAWN : cancelled ? TalkPage.State.CANCELLED : TalkPage.State.LISTED,
                speakers,
                conference(),
                talk.sessions().stream().map(this::session).distinct().toList(),
                facts(),
                details.topics().stream()
                        .map(topic -> new Ref(Paths.topic(topic), topic))
                        .toList(),
                SafeHtml.trusted(Texts.html(details.summary())),
                NoteTexts.of(talk.notes(), edits == null ? null : "/talks/" + talk.talkId() + "/edit/notes/"),
                transcripts.stream().map(TalkReading::transcript).toList(),
                talk.resources().stream()
                        .sorted(Comparator.comparingInt(TalkReading::place))
                        .map(TalkReading::resource)
                        .toList(),
                alsoGiven,
                similar,
                neighbours.before(),
                neighbours.after(),
                Provenance.of(talk.sources(), stored.addedAt(), stored.changedAt()),
                Alternates.talk(talk.talkId()),
                null,
                edits);
    }

    /// Merged speakers are one; removed ones are none.
    List<TalkPage.Speaker> speakers(Speakers speakers) {
        return speakers(speakers, speakers::find);
    }

    List<TalkPage.Speaker> speakers(SpeakerNames speakers, Function<String, @Nullable SpeakerContent> found) {
        var names =
                speakers.names(talk.speakers().stream().map(Credit::speakerId).toList());
        var shown = new LinkedHashMap<String, TalkPage.Speaker>();
        for (var credit : talk.speakers()) {
            var name = names.get(credit.speakerId());
            if (name != null && !shown.containsKey(name.id())) {
                var content = found.apply(name.id());
                shown.put(
                        name.id(),
                        new TalkPage.Speaker(
                                new Ref(Paths.speaker(name.id(), name.name()), name.name()),
                                credit.role().equals(Credit.SPEAKER) ? null : credit.role(),
                                content == null ? null : content.details().affiliation()));
            }
        }
        return List.copyOf(shown.values());
    }

    static String description(String plain) {
        var text = plain.replaceAll("\\s+", " ").strip();
        if (text.length() <= DESCRIPTION_CHARACTERS) {
            return text;
        }
        var end = text.lastIndexOf(' ', DESCRIPTION_CHARACTERS);
        return text.substring(0, end > 0 ? end : DESCRIPTION_CHARACTERS) + " …";
    }

    private Ref conference() {
        return conference == null
                ? new Ref("/conferences", Wording.text("talk.an-unknown-conference"))
                : new Ref(Paths.conference(conference.conferenceId(), conference.name()), conference.name());
    }

    private TalkPage.Session session(Session session) {
        var words = new ArrayList<String>();
        var date = session.date();
        if (date != null) {
            words.add(dayAndYear(date));
        }
        if (session.localTime() != null) {
            words.add(session.localTime());
            var zone = session.zone() != null
                    ? session.zone()
                    : conference == null ? null : conference.details().zone();
            if (zone != null) {
                words.add(zoneName(zone));
            }
        }
        var machine =
                date == null ? "" : session.localTime() == null ? date.toString() : date + "T" + session.localTime();
        return new TalkPage.Session(
                words.isEmpty() ? Wording.text("history.no-date-yet") : String.join(", ", words),
                session.room() == null ? "" : session.room(),
                machine);
    }

    private static String dayAndYear(LocalDate date) {
        return Dates.dayOfWeek(date) + " " + date.getYear();
    }

    private static String zoneName(String zone) {
        try {
            return Dates.zone(ZoneId.of(zone));
        } catch (DateTimeException e) {
            return zone;
        }
    }

    private List<String> facts() {
        var facts = new ArrayList<String>();
        if (!details.kind().equals(TalkDetails.KIND_TALK)) {
            facts.add(Wording.word(details.kind()));
        }
        if (details.track() != null) {
            facts.add(details.track());
        }
        if (details.level() != null) {
            facts.add(details.level());
        }
        if (details.language() != null) {
            facts.add(Languages.name(details.language()));
        }
        var seconds = talk.seconds();
        if (seconds != null) {
            facts.add(Durations.words(seconds));
        }
        return facts;
    }

    private static int place(Resource resource) {
        var place = RESOURCE_ORDER.indexOf(resource.kind());
        return place < 0 ? RESOURCE_ORDER.size() : place;
    }

    private static TalkPage.Resource resource(Resource resource) {
        var facts = new ArrayList<String>();
        if (resource.durationSeconds() != null) {
            facts.add(Durations.words(resource.durationSeconds()));
        }
        if (resource.withSpeakerNotes()) {
            facts.add(Wording.text("history.with-speaker-notes"));
        }
        if (resource.language() != null) {
            facts.add(Languages.name(resource.language()));
        }
        if (resource.licence() != null) {
            facts.add(resource.licence());
        }
        var host = host(resource.url());
        var kind = words(resource.kind());
        var label = resource.label() == null ? "" : resource.label();
        return new TalkPage.Resource(
                kind,
                label,
                resource.url(),
                host,
                facts,
                resource.kind().equals(Resource.SLIDES) ? Player.ofSlides(resource.url()) : Player.of(resource.url()));
    }

    /// What a resource is called in one line: by its label, which may say its kind already, else by its host.
    static String heading(Resource resource) {
        var kind = words(resource.kind());
        if (resource.label() == null) {
            return kind + ": " + host(resource.url());
        }
        return TalkPage.Resource.saysItsKind(resource.label(), kind)
                ? resource.label()
                : kind + ": " + resource.label();
    }

    static String host(String url) {
        try {
            return Player.host(URI.create(url));
        } catch (IllegalArgumentException e) {
            return url;
        }
    }

    static String words(String kind) {
        var word = Wording.word(kind);
        return word.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    private static TalkPage.Transcript transcript(TranscriptContent transcript) {
        return new TalkPage.Transcript(
                Languages.name(transcript.language()),
                transcript.origin(),
                transcript.cues().stream()
                        .map(cue -> new TalkPage.Cue((int) (cue.startMillis() / 1000), cue.voice(), cue.text()))
                        .toList());
    }
}
