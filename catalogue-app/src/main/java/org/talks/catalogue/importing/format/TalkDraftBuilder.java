package org.talks.catalogue.importing.format;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.talks.catalogue.importing.format.TalkDraft.ResourceDraft;
import org.talks.catalogue.importing.format.TalkDraft.SessionDraft;
import org.talks.catalogue.importing.format.TalkDraft.SpeakerDraft;
import org.talks.events.Link;
import org.talks.events.Note;
import org.talks.events.RichText;

/// Gathers a talk from raw values: cleans them, leaves out what is unusable and tells the sink about it. For one
/// thread and one talk.
public final class TalkDraftBuilder {

    /// No real talk has more of any of these; the most speakers seen are 31, links 60.
    private static final int MAX_ITEMS = 200;

    private static final int MAX_KEY = 500;

    /// As the catalogue's rules have it; one such label is not worth the talk.
    private static final int MAX_LABEL = 300;

    private static final int MAX_TOPIC = 200;

    /// Topics and speakers of a talk.
    private static final int MAX_LISTED = 100;
    private static final int SECONDS_PER_DAY = 86_400;

    private final String source;
    private final String key;
    private final String conferenceKey;
    private final String place;
    private final DraftSink sink;
    private String title = "";
    private @Nullable String subtitle;
    private RichText summary = RichText.EMPTY;
    private @Nullable String kind;
    private @Nullable String level;
    private @Nullable String language;
    private @Nullable String track;
    private boolean cancelled;
    private final Set<String> topics = new LinkedHashSet<>();
    private final Map<String, SpeakerDraft> speakers = new LinkedHashMap<>();
    private final Map<String, SessionDraft> sessions = new LinkedHashMap<>();
    private final Map<String, ResourceDraft> resources = new LinkedHashMap<>();
    private final List<Note> notes = new ArrayList<>();

    /// @param place where in the input it stands, for messages
    public TalkDraftBuilder(String source, String key, String conferenceKey, String place, DraftSink sink) {
        this.source = source;
        this.key = key;
        this.conferenceKey = conferenceKey;
        this.place = place;
        this.sink = sink;
    }

    /// Takes a mark of cancellation off the title and keeps it as such.
    public TalkDraftBuilder title(@Nullable String raw) {
        Titles.Marked marked = Titles.cancellation(Texts.line(raw));
        title = marked.title();
        cancelled |= marked.cancelled();
        return this;
    }

    public TalkDraftBuilder subtitle(@Nullable String raw) {
        subtitle = Texts.lineOrNull(raw);
        return this;
    }

    public TalkDraftBuilder summary(RichText text) {
        summary = text;
        return this;
    }

    /// @param words type or format as the programme words it
    public TalkDraftBuilder kindFrom(@Nullable String words) {
        kind = Kinds.ofTalk(words);
        return this;
    }

    public TalkDraftBuilder kind(@Nullable String known) {
        kind = known;
        return this;
    }

    public TalkDraftBuilder level(@Nullable String raw) {
        level = label(raw, MAX_LABEL);
        return this;
    }

    /// Warns when the words are not understood or name several languages.
    public TalkDraftBuilder language(@Nullable String raw) {
        if (raw == null || raw.isBlank()) {
            return this;
        }
        language = Languages.toBcp47(raw);
        if (language == null) {
            warn(raw, "The language is not known.", "Set it on the talk, or correct the source.");
        } else if (Languages.severalIn(raw)) {
            warn(raw, "Several languages are named; the first was taken.", "Set the right one on the talk.");
        }
        return this;
    }

    public TalkDraftBuilder track(@Nullable String raw) {
        track = label(raw, MAX_LABEL);
        return this;
    }

    public TalkDraftBuilder cancelled(boolean marked) {
        cancelled |= marked;
        return this;
    }

    public TalkDraftBuilder topic(@Nullable String raw) {
        String topic = label(raw, MAX_TOPIC);
        if (topic != null && topics.size() < MAX_LISTED) {
            topics.add(topic);
        }
        return this;
    }

    /// Null when there is none, or it is too long to be one.
    private @Nullable String label(@Nullable String raw, int max) {
        String label = Texts.lineOrNull(raw);
        if (label != null && label.length() > max) {
            warn(label, "This is longer than " + max + " characters and was left out.", "Shorten it in the source.");
            return null;
        }
        return label;
    }

    /// Adds every person named in one cell; placeholders add nobody.
    public TalkDraftBuilder speakerNames(@Nullable String cell) {
        if (cell != null) {
            for (String name : People.namesIn(cell)) {
                add(null, name, RichText.EMPTY, null, List.of());
            }
        }
        return this;
    }

    /// Adds every person of a cell in which commas stand between persons only, see [People#listed].
    public TalkDraftBuilder listedSpeakers(@Nullable String cell) {
        for (String name : People.listed(cell == null ? "" : cell)) {
            add(null, name, RichText.EMPTY, null, List.of());
        }
        return this;
    }

    /// Adds one person; `A. Lovelace & C. Babbage` in its place are two, `Sievers, Juniper Networks` is one.
    ///
    /// @param personKey the source's key of the person, not used when several are named
    public TalkDraftBuilder speaker(
            @Nullable String personKey,
            @Nullable String rawName,
            RichText bio,
            @Nullable String affiliation,
            List<Link> links) {
        List<String> names = People.joinedNames(rawName == null ? "" : rawName);
        if (names.size() == 1) {
            add(personKey, names.getFirst(), bio, affiliation, links);
        } else {
            names.forEach(name -> add(null, name, RichText.EMPTY, null, List.of()));
        }
        return this;
    }

    private void add(
            @Nullable String personKey, String name, RichText bio, @Nullable String affiliation, List<Link> links) {
        if (People.isPlaceholder(name) || speakers.size() >= MAX_LISTED) {
            return;
        }
        if (name.length() > People.MAX_NAME || name.contains(Texts.NO_EMAIL)) {
            warn(name, "This is not the name of a person.", "Correct the name in the source.");
            return;
        }
        String person = Texts.lineOrNull(personKey);
        speakers.putIfAbsent(
                person == null ? "name " + name : "key " + person,
                new SpeakerDraft(person, name, "speaker", bio, Texts.lineOrNull(affiliation), List.copyOf(links)));
    }

    /// @param sessionKey tells the slots of one talk apart
    /// @param zone IANA zone as the source names it
    /// @param seconds planned length; outside of a minute to a day it is left out with a warning
    public TalkDraftBuilder session(
            String sessionKey,
            @Nullable LocalDate date,
            @Nullable String localTime,
            @Nullable String zone,
            @Nullable Long seconds,
            @Nullable String room) {
        if (sessions.size() < MAX_ITEMS) {
            Integer length = null;
            if (seconds != null && seconds != 0) {
                if (seconds >= 60 && seconds <= SECONDS_PER_DAY) {
                    length = seconds.intValue();
                } else {
                    warn(seconds + " s", "A session lasts between a minute and a day.", "Correct the duration.");
                }
            }
            sessions.putIfAbsent(
                    sessionKey, new SessionDraft(sessionKey, date, localTime, zone, length, label(room, MAX_LABEL)));
        }
        return this;
    }

    /// A session from two moments. A moment in UTC keeps that as its zone; other offsets name no zone.
    ///
    /// @param end null when only the start is known
    public TalkDraftBuilder session(
            String sessionKey,
            @Nullable Moment start,
            @Nullable Moment end,
            @Nullable String zone,
            @Nullable String room) {
        Long seconds = start == null || end == null ? null : start.secondsTo(end);
        if (start == null) {
            return room == null || room.isBlank() ? this : session(sessionKey, null, null, zone, null, room);
        }
        java.time.ZoneId region = Zones.of(zone);
        Moment local = region == null ? start : start.in(region);
        boolean utc = region == null && java.time.ZoneOffset.UTC.equals(start.offset());
        String named = region == null ? null : region.getId();
        return session(sessionKey, local.date(), local.localTime(), utc ? "UTC" : named, seconds, room);
    }

    /// Adds a link whose kind is guessed from its label and itself.
    public TalkDraftBuilder link(@Nullable String url, @Nullable String label) {
        String http = Urls.http(url);
        return resource(http == null ? "link" : Kinds.ofResource(label, http), url, label, null, null);
    }

    /// Adds a link; the first with a URL wins. A URL that is none is left out with a warning.
    public TalkDraftBuilder resource(
            String resourceKind,
            @Nullable String rawUrl,
            @Nullable String label,
            @Nullable String licence,
            @Nullable Integer seconds) {
        if (rawUrl == null || rawUrl.isBlank() || resources.size() >= MAX_ITEMS) {
            return this;
        }
        String url = Urls.http(rawUrl);
        if (url == null) {
            warn(Texts.shorten(Texts.line(rawUrl), 200), "This is not a web address.", "Correct the link.");
            return this;
        }
        resources.putIfAbsent(
                url,
                new ResourceDraft(
                        resourceKind, url, Texts.lineOrNull(label), null, Texts.lineOrNull(licence), false, seconds));
        return this;
    }

    public TalkDraftBuilder note(Note note) {
        notes.add(note);
        return this;
    }

    public void warn(String value, String reason, String remedy) {
        sink.warning(new Rejection(place, Texts.shorten(Texts.line(value), 200), reason, remedy));
    }

    /// The talk, or null after the sink was told why there is none.
    public @Nullable TalkDraft build() {
        if (title.isEmpty()) {
            sink.rejected(new Rejection(place, "", "A talk needs a title.", "Give it a title in the source."));
            return null;
        }
        if (key.isBlank() || key.length() > MAX_KEY) {
            sink.rejected(new Rejection(
                    place,
                    Texts.shorten(Texts.line(key), 200),
                    "A talk needs a key of 1 to " + MAX_KEY + " characters.",
                    "Give it an id in the source."));
            return null;
        }
        return new TalkDraft(
                source,
                key,
                conferenceKey,
                title,
                Objects.equals(subtitle, title) ? null : subtitle,
                summary,
                kind,
                level,
                language,
                track,
                List.copyOf(topics),
                List.copyOf(speakers.values()),
                List.copyOf(sessions.values()),
                List.copyOf(resources.values()),
                notes,
                cancelled,
                place);
    }

    /// Builds the talk and hands it over, unless it is rejected.
    public void handOver() {
        TalkDraft talk = build();
        if (talk != null) {
            sink.talk(talk);
        }
    }
}
