package org.talks.catalogue.talk;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsLast;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.talks.catalogue.rules.Lists;
import org.talks.events.Credit;
import org.talks.events.Note;
import org.talks.events.Resource;
import org.talks.events.Session;
import org.talks.events.SourceKey;
import org.talks.events.TalkDetails;
import org.talks.events.TalkEvent;
import org.talks.events.TalkEvent.TalkAdded;
import org.talks.events.TalkEvent.TalkCancelled;
import org.talks.events.TalkEvent.TalkKindSet;
import org.talks.events.TalkEvent.TalkLanguageSet;
import org.talks.events.TalkEvent.TalkLevelSet;
import org.talks.events.TalkEvent.TalkLinkedToSource;
import org.talks.events.TalkEvent.TalkMarkedDifferent;
import org.talks.events.TalkEvent.TalkMarkedSame;
import org.talks.events.TalkEvent.TalkMoved;
import org.talks.events.TalkEvent.TalkNoteRevised;
import org.talks.events.TalkEvent.TalkNoteTaken;
import org.talks.events.TalkEvent.TalkNoteWithdrawn;
import org.talks.events.TalkEvent.TalkReinstated;
import org.talks.events.TalkEvent.TalkReleased;
import org.talks.events.TalkEvent.TalkRescheduled;
import org.talks.events.TalkEvent.TalkResourceAttached;
import org.talks.events.TalkEvent.TalkResourceCorrected;
import org.talks.events.TalkEvent.TalkResourceDetached;
import org.talks.events.TalkEvent.TalkRestored;
import org.talks.events.TalkEvent.TalkRetitled;
import org.talks.events.TalkEvent.TalkScheduled;
import org.talks.events.TalkEvent.TalkSpeakersSet;
import org.talks.events.TalkEvent.TalkSummaryRewritten;
import org.talks.events.TalkEvent.TalkSuppressed;
import org.talks.events.TalkEvent.TalkTopicsSet;
import org.talks.events.TalkEvent.TalkTrackSet;
import org.talks.events.TalkEvent.TalkUnlinkedFromSource;
import org.talks.events.TalkEvent.TalkUnscheduled;
import org.talks.events.TalkEvent.TalkWithdrawn;

/// What the events of a talk add up to. [#after] is the only fold there is: the aggregate, the views, the index
/// and time travel share it.
///
/// The order of the lists follows from the content, never from history: sessions by time, resources and notes by
/// id, sources and other talks by name; topics and speakers as they were set. A talk may be cancelled, withdrawn
/// and suppressed at once; each is taken back by itself.
///
/// @param sources under which keys sources know it, sorted
/// @param sameAs ids of talks that this one says to be the same as, sorted
/// @param cancelled it was or will not be given; visible as such
/// @param withdrawn it left the catalogue and stays in history
/// @param suppressed a takedown: its content is to be shown nowhere
public record TalkContent(
        String talkId,
        TalkDetails details,
        List<SourceKey> sources,
        List<String> sameAs,
        boolean cancelled,
        @Nullable String cancelledReason,
        boolean withdrawn,
        @Nullable String withdrawnReason,
        boolean suppressed,
        @Nullable String suppressedReason) {

    private static final Comparator<Session> BY_TIME = comparing(Session::date, nullsLast(naturalOrder()))
            .thenComparing(Session::localTime, nullsLast(naturalOrder()))
            .thenComparing(Session::sessionId);

    private static final Comparator<Resource> BY_RESOURCE_ID = comparing(Resource::resourceId);

    public TalkContent {
        details = inOrder(details);
        sources = Lists.sortedSet(sources, Lists.BY_SOURCE);
        sameAs = Lists.sortedSet(sameAs, naturalOrder());
    }

    /// A talk just added.
    public static TalkContent added(String talkId, TalkDetails details, @Nullable SourceKey source) {
        var sources = source == null ? List.<SourceKey>of() : List.of(source);
        return new TalkContent(talkId, details, sources, List.of(), false, null, false, null, false, null);
    }

    /// The details in the order of [TalkContent], in which equal content is equal.
    public static TalkDetails inOrder(TalkDetails details) {
        var sessions = Lists.sorted(details.sessions(), BY_TIME);
        var resources = Lists.sorted(details.resources(), BY_RESOURCE_ID);
        var notes = Lists.sorted(details.notes(), Lists.BY_NOTE_ID);
        if (sessions.equals(details.sessions())
                && resources.equals(details.resources())
                && notes.equals(details.notes())) {
            return details;
        }
        return DetailsEdit.of(details, d -> {
            d.sessions = sessions;
            d.resources = resources;
            d.notes = notes;
        });
    }

    /// The content after an event. Total: an event that fits nothing, as in a damaged log, changes what it can.
    ///
    /// @param before null before the first event
    public static TalkContent after(@Nullable TalkContent before, TalkEvent event) {
        var talk = before != null ? before : added(event.talkId(), TalkDetails.titled("", ""), null);
        return switch (event) {
            case TalkAdded e -> added(e.talkId(), e.details(), e.source());
            case TalkMoved e -> talk.edited(d -> d.conferenceId = e.conferenceId());
            case TalkRetitled e ->
                talk.edited(d -> {
                    d.title = e.title();
                    d.subtitle = e.subtitle();
                });
            case TalkSummaryRewritten e -> talk.edited(d -> d.summary = e.summary());
            case TalkKindSet e -> talk.edited(d -> d.kind = e.kind());
            case TalkLevelSet e -> talk.edited(d -> d.level = e.level());
            case TalkLanguageSet e -> talk.edited(d -> d.language = e.language());
            case TalkTrackSet e -> talk.edited(d -> d.track = e.track());
            case TalkTopicsSet e -> talk.edited(d -> d.topics = e.topics());
            case TalkSpeakersSet e -> talk.edited(d -> d.speakers = e.speakers());
            case TalkScheduled e -> talk.with(e.session());
            case TalkRescheduled e -> talk.with(e.session());
            case TalkUnscheduled e ->
                talk.edited(d -> d.sessions = Lists.without(d.sessions, e.sessionId(), Session::sessionId));
            case TalkResourceAttached e -> talk.with(e.resource());
            case TalkResourceCorrected e -> talk.with(e.resource());
            case TalkResourceDetached e ->
                talk.edited(d -> d.resources = Lists.without(d.resources, e.resourceId(), Resource::resourceId));
            case TalkNoteTaken e -> talk.with(e.note());
            case TalkNoteRevised e -> talk.with(e.note());
            case TalkNoteWithdrawn e -> talk.edited(d -> d.notes = Lists.without(d.notes, e.noteId(), Note::noteId));
            case TalkCancelled e -> talk.cancelled(true, e.reason());
            case TalkReinstated _ -> talk.cancelled(false, null);
            case TalkWithdrawn e -> talk.withdrawn(true, e.reason());
            case TalkRestored _ -> talk.withdrawn(false, null);
            case TalkSuppressed e -> talk.suppressed(true, e.reason());
            case TalkReleased _ -> talk.suppressed(false, null);
            case TalkMarkedSame e -> talk.sameAs(Lists.plus(talk.sameAs, e.otherTalkId()));
            case TalkMarkedDifferent e -> talk.sameAs(Lists.minus(talk.sameAs, e.otherTalkId()));
            case TalkLinkedToSource e -> talk.sources(Lists.plus(talk.sources, e.source()));
            case TalkUnlinkedFromSource e -> talk.sources(Lists.minus(talk.sources, e.source()));
        };
    }

    public TalkId id() {
        return new TalkId(talkId);
    }

    /// Whether its own state lets it be shown; its conference's state counts too.
    public boolean visible() {
        return !withdrawn && !suppressed;
    }

    public String conferenceId() {
        return details.conferenceId();
    }

    public String title() {
        return details.title();
    }

    public List<Credit> speakers() {
        return details.speakers();
    }

    public List<Session> sessions() {
        return details.sessions();
    }

    public List<Resource> resources() {
        return details.resources();
    }

    public List<Note> notes() {
        return details.notes();
    }

    /// How long it is: as the first session that says so, else as a recording.
    public @Nullable Integer seconds() {
        return Stream.concat(
                        details.sessions().stream().map(Session::durationSeconds),
                        details.resources().stream().map(Resource::durationSeconds))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /// @param kind such as [Resource#VIDEO]
    public boolean hasResource(String kind) {
        return details.resources().stream().anyMatch(resource -> resource.kind().equals(kind));
    }

    public @Nullable Session session(String sessionId) {
        return Lists.find(details.sessions(), sessionId, Session::sessionId);
    }

    public @Nullable Resource resource(String resourceId) {
        return Lists.find(details.resources(), resourceId, Resource::resourceId);
    }

    public @Nullable Note note(String noteId) {
        return Lists.find(details.notes(), noteId, Note::noteId);
    }

    private TalkContent with(Session session) {
        return edited(d -> d.sessions = Lists.put(d.sessions, session, Session::sessionId));
    }

    private TalkContent with(Resource resource) {
        return edited(d -> d.resources = Lists.put(d.resources, resource, Resource::resourceId));
    }

    private TalkContent with(Note note) {
        return edited(d -> d.notes = Lists.put(d.notes, note, Note::noteId));
    }

    private TalkContent edited(Consumer<DetailsEdit> change) {
        return new TalkContent(
                talkId,
                DetailsEdit.of(details, change),
                sources,
                sameAs,
                cancelled,
                cancelledReason,
                withdrawn,
                withdrawnReason,
                suppressed,
                suppressedReason);
    }

    private TalkContent sources(List<SourceKey> changed) {
        return new TalkContent(
                talkId,
                details,
                changed,
                sameAs,
                cancelled,
                cancelledReason,
                withdrawn,
                withdrawnReason,
                suppressed,
                suppressedReason);
    }

    private TalkContent sameAs(List<String> changed) {
        return new TalkContent(
                talkId,
                details,
                sources,
                changed,
                cancelled,
                cancelledReason,
                withdrawn,
                withdrawnReason,
                suppressed,
                suppressedReason);
    }

    private TalkContent cancelled(boolean now, @Nullable String reason) {
        return new TalkContent(
                talkId,
                details,
                sources,
                sameAs,
                now,
                reason,
                withdrawn,
                withdrawnReason,
                suppressed,
                suppressedReason);
    }

    private TalkContent withdrawn(boolean now, @Nullable String reason) {
        return new TalkContent(
                talkId,
                details,
                sources,
                sameAs,
                cancelled,
                cancelledReason,
                now,
                reason,
                suppressed,
                suppressedReason);
    }

    private TalkContent suppressed(boolean now, @Nullable String reason) {
        return new TalkContent(
                talkId, details, sources, sameAs, cancelled, cancelledReason, withdrawn, withdrawnReason, now, reason);
    }
}
