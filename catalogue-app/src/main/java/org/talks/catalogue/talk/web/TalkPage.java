package org.talks.catalogue.talk.web;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.talks.catalogue.web.Edits;
import org.talks.catalogue.web.NoteText;
import org.talks.catalogue.web.Page;
import org.talks.catalogue.web.PastMoment;
import org.talks.catalogue.web.Player;
import org.talks.catalogue.web.Ref;
import org.talks.catalogue.web.SafeHtml;
import org.talks.catalogue.web.TalkLine;
import org.talks.catalogue.web.Visit;
import org.talks.catalogue.web.Wording;

/// One talk, to be read.
///
/// @param path the talk's own path; every link to its parts starts with it
/// @param description the first sentences of the summary, as plain text
/// @param state how the talk stands
/// @param speakers in billing order
/// @param sessions in time order; none when no date is known
/// @param facts the quiet line: kind, track, level, language, length, licence, each in words
/// @param summary HTML; empty when there is none
/// @param notes in reading order
/// @param resources in the order of use: video, slides, then the rest
/// @param alsoGiven the same talk at other conferences
/// @param similar with [TalkLine#note] saying what they share
/// @param previous talk before this one in the conference's programme
/// @param provenance where this came from, in sentences: "Imported from pyvideo on 3 May 2021."
/// @param asOf the moment of the past that is shown, null for the present
/// @param edits links of those who may edit, keyed by part; null for readers
/// @param opened which part of it is open
public record TalkPage(
        Visit visit,
        String path,
        String title,
        @Nullable String subtitle,
        String description,
        State state,
        List<Speaker> speakers,
        Ref conference,
        List<Session> sessions,
        List<String> facts,
        List<Ref> topics,
        SafeHtml summary,
        List<NoteText> notes,
        List<Transcript> transcripts,
        List<Resource> resources,
        List<TalkLine> alsoGiven,
        List<TalkLine> similar,
        @Nullable Ref previous,
        @Nullable Ref next,
        List<String> provenance,
        List<Alternate> alternates,
        @Nullable PastMoment asOf,
        @Nullable Edits edits,
        Opened opened)
        implements Page {

    /// A part with an address of its own: the talk's path, a slash and [#segment].
    public enum Tab {
        /// Everything at once.
        ALL(""),
        SUMMARY(""),
        NOTES("notes"),
        TRANSCRIPT("transcript"),
        SLIDES("slides"),
        RESOURCES("resources");

        private final String segment;

        Tab(String segment) {
            this.segment = segment;
        }

        public String segment() {
            return segment;
        }

        public String label() {
            return switch (this) {
                case ALL, SUMMARY -> Wording.text("search.in.summary");
                case NOTES -> Wording.text("search.in.notes");
                case TRANSCRIPT -> Wording.text("search.in.transcript");
                case SLIDES -> Wording.text("talk.slides");
                case RESOURCES -> Wording.text("talk.resources");
            };
        }
    }

    /// @param second of the recording that playing starts at; 0 for its beginning
    public record Opened(Tab tab, int second) {

        static final Opened EVERYTHING = new Opened(Tab.ALL, 0);

        public boolean shows(Tab wanted) {
            return tab == Tab.ALL || tab == wanted;
        }
    }

    /// With everything open.
    public TalkPage(
            Visit visit,
            String path,
            String title,
            @Nullable String subtitle,
            String description,
            State state,
            List<Speaker> speakers,
            Ref conference,
            List<Session> sessions,
            List<String> facts,
            List<Ref> topics,
            SafeHtml summary,
            List<NoteText> notes,
            List<Transcript> transcripts,
            List<Resource> resources,
            List<TalkLine> alsoGiven,
            List<TalkLine> similar,
            @Nullable Ref previous,
            @Nullable Ref next,
            List<String> provenance,
            List<Alternate> alternates,
            @Nullable PastMoment asOf,
            @Nullable Edits edits) {
        this(
                visit,
                path,
                title,
                subtitle,
                description,
                state,
                speakers,
                conference,
                sessions,
                facts,
                topics,
                summary,
                notes,
                transcripts,
                resources,
                alsoGiven,
                similar,
                previous,
                next,
                provenance,
                alternates,
                asOf,
                edits,
                Opened.EVERYTHING);
    }

    /// How a talk stands. A suppressed talk has no page.
    public enum State {
        LISTED,
        CANCELLED,
        WITHDRAWN
    }

    /// @param role in words where it is not just "speaker": `host`; null otherwise
    public record Speaker(
            Ref person, @Nullable String role, @Nullable String affiliation) {}

    /// @param when `Saturday 5 November 2016, 11:30, Dublin time`, as far as known
    /// @param place room; empty when unknown
    /// @param machine the same for `datetime`: `2016-11-05T11:30`, `2016-11-05`; empty when unknown
    public record Session(String when, String place, String machine) {}

    /// @param language in words
    /// @param origin who made it: `by hand`, `automatic captions`
    public record Transcript(String language, String origin, List<Cue> cues) {}

    /// @param second of the video; the cue's id on the page is `t` and this number
    /// @param voice null where the transcript does not say who speaks
    public record Cue(int second, @Nullable String voice, String text) {}

    /// @param kind in words: `Video`, `Slides`
    /// @param label what the link says; empty where nobody said it
    /// @param host whom following it contacts: `speakerdeck.com`
    /// @param facts language, licence, length, "with speaker notes", each in words
    /// @param player how it can play on this page, null when it cannot
    public record Resource(
            String kind,
            String label,
            String href,
            String host,
            List<String> facts,
            @Nullable Player player) {

        /// Whether a reader of the label knows the kind.
        public boolean saysItsKind() {
            return saysItsKind(label, kind);
        }

        static boolean saysItsKind(String label, String kind) {
            return label.regionMatches(true, 0, kind, 0, kind.length());
        }
    }

    @Override
    public String template() {
        return "talk/talk";
    }

    @Override
    public String canonical() {
        return path(opened.tab());
    }

    @Override
    public boolean indexed() {
        return state != State.WITHDRAWN && asOf == null;
    }

    /// Where a part has its address.
    public String path(Tab tab) {
        return tab.segment().isEmpty() ? path : path + "/" + tab.segment();
    }

    /// The shortest address, which stays the same when the talk is retitled.
    public String permanent() {
        var end = path.indexOf('/', "/talks/".length());
        return end < 0 ? path : path.substring(0, end);
    }

    /// The parts that have something in them, the summary always.
    public List<Tab> tabs() {
        return Stream.of(Tab.SUMMARY, Tab.NOTES, Tab.TRANSCRIPT, Tab.SLIDES, Tab.RESOURCES)
                .filter(this::has)
                .toList();
    }

    /// Whether a part has something in it.
    boolean has(Tab tab) {
        return switch (tab) {
            case ALL, SUMMARY -> true;
            case NOTES -> !notes.isEmpty();
            case TRANSCRIPT -> !transcripts.isEmpty();
            case SLIDES -> !slides().isEmpty();
            case RESOURCES -> !resources.isEmpty();
        };
    }

    public List<Resource> slides() {
        return resources.stream()
                .filter(r -> r.kind().equals(TalkReading.words(org.talks.events.Resource.SLIDES)))
                .toList();
    }

    /// What plays on the page as it is opened: the slides among the slides, the recording elsewhere.
    public @Nullable Resource staged() {
        return opened.tab() == Tab.SLIDES
                ? slides().stream().filter(r -> r.player() != null).findFirst().orElse(null)
                : recording();
    }

    /// The same with one part open.
    TalkPage open(Opened part) {
        return new TalkPage(
                visit,
                path,
                title,
                subtitle,
                description,
                state,
                speakers,
                conference,
                sessions,
                facts,
                topics,
                summary,
                notes,
                transcripts,
                resources,
                alsoGiven,
                similar,
                previous,
                next,
                provenance,
                alternates,
                asOf,
                edits,
                part);
    }

    /// The same as the page of a moment of the past: its links stay there, and nothing can be edited.
    TalkPage lookingBack(PastMoment moment) {
        return new TalkPage(
                visit,
                path,
                title,
                subtitle,
                description,
                state,
                speakers.stream()
                        .map(speaker ->
                                new Speaker(moment.ref(speaker.person()), speaker.role(), speaker.affiliation()))
                        .toList(),
                moment.ref(conference),
                sessions,
                facts,
                topics.stream().map(topic -> moment.topic(topic.text())).toList(),
                summary,
                notes,
                transcripts,
                resources,
                alsoGiven.stream().map(moment::line).toList(),
                List.of(),
                moment.refOrNull(previous),
                moment.refOrNull(next),
                provenance,
                moment.alternates(alternates),
                moment,
                null);
    }

    /// The resource that times in notes and transcript seek in.
    public @Nullable Resource recording() {
        return resources.stream()
                .filter(r ->
                        r.player() != null && !r.kind().equals(TalkReading.words(org.talks.events.Resource.SLIDES)))
                .findFirst()
                .orElse(null);
    }
}
