package org.talks.catalogue.searching;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.talks.catalogue.eventstore.EventLog;
import org.talks.catalogue.eventstore.RecordedEvent;
import org.talks.catalogue.projection.ParkedStream;
import org.talks.catalogue.projection.Projection;
import org.talks.catalogue.projection.UnusableViewException;
import org.talks.catalogue.projection.ViewStorageException;
import org.talks.catalogue.talk.TalkContent;
import org.talks.events.ConferenceEvent;
import org.talks.events.SeriesEvent;
import org.talks.events.SpeakerEvent;
import org.talks.events.TalkEvent;
import org.talks.events.TranscriptEvent;
import org.talks.search.TalkDocument;
import org.talks.search.TalkIndex;

/// Keeps the index up with the log. After a batch, every talk that it touched, directly or through its
/// conference, series, speakers or transcripts, has been put anew as the fold of those streams up to the batch's
/// last position; nothing is taken from another view or from the index itself. The position is part of the
/// index's commit.
final class TalkIndexProjection implements Projection {

    private static final Logger LOG = LoggerFactory.getLogger(TalkIndexProjection.class);

    /// An index is committed when this much is not yet durable, and whenever there is nothing else to do; a crash
    /// replays at most that, which takes about a second.
    private static final int EVENTS_PER_COMMIT = 20_000;

    /// From this many documents on, they are put by several threads.
    private static final int MANY = 100;

    /// A commit makes an edit wait for the disk, so while people edit without a pause it comes seldom.
    private static final Duration TIME_PER_COMMIT = Duration.ofSeconds(30);

    private volatile TalkIndex index;
    private final Reopening reopening;
    private final EventLog log;
    private Referrals referrals;
    private final Waiting searches;
    private Arrivals arrivals;
    private final Map<String, ParkedStream> parked;
    private volatile long position;
    private volatile long applied;
    /// The last position that it was tried to apply. A batch that fails halfway has put some of its talks.
    private long attempted;
    private long uncommittedEvents;
    private long committedAtNanos = System.nanoTime();

    /// Opens the index of the same directory again.
    interface Reopening {
        TalkIndex open() throws UnusableViewException;
    }

    private TalkIndexProjection(
            TalkIndex index,
            Reopening reopening,
            EventLog log,
            long position,
            Map<String, ParkedStream> parked,
            Waiting searches) {
        this.searches = searches;
        this.arrivals = new Arrivals(index, searches);
        this.index = index;
        this.reopening = reopening;
        this.log = log;
        this.position = position;
        this.applied = position;
        this.attempted = position;
        this.parked = parked;
        this.referrals = new Referrals(log, position, parked);
    }

    /// Takes up an index where its last commit left it.
    static TalkIndexProjection resume(TalkIndex index, Reopening reopening, EventLog log, Waiting searches)
            throws UnusableViewException {
        var commit = IndexCommit.read(index.committedUserData());
        if (commit == null) {
            if (index.committedUserData().isEmpty()) {
                return new TalkIndexProjection(index, reopening, log, 0, new ConcurrentHashMap<>(), searches);
            }
            throw new UnusableViewException("The search index does not say which position it has.");
        }
        if (!commit.logId().equals(log.logId())) {
            throw new UnusableViewException("The search index belongs to another event log.");
        }
        if (!commit.chain().equals(log.chainAt(commit.position()))) {
            throw new UnusableViewException("The search index stands at position " + commit.position()
                    + " of a log that has another history; the log was restored or altered.");
        }
        var parked = new ConcurrentHashMap<String, ParkedStream>();
        commit.parked().forEach(p -> parked.put(p.stream(), p));
        return new TalkIndexProjection(index, reopening, log, commit.position(), parked, searches);
    }

    TalkIndex index() {
        return index;
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public long applied() {
        return applied;
    }

    @Override
    public void apply(List<RecordedEvent> batch) {
        if (batch.isEmpty()) {
            return;
        }
        reopenIfBroken();
        if (batch.getFirst().position() > applied + 1) {
            // The index went back to its last commit; the caller asks for what comes after that.
            return;
        }
        var last = batch.getLast().position();
        try {
            var folds = new HashMap<String, TalkFold>();
            var newTalks = newTalks(batch);
            attempted = Math.max(attempted, last);
            var talkIds = touched(batch, folds);
            arrivals.changing(talkIds, batch.getLast().time());
            putAll(talkIds, newTalks, folds, last);
            applied = last;
            uncommittedEvents += batch.size();
            if (uncommittedEvents >= EVENTS_PER_COMMIT
                    || System.nanoTime() - committedAtNanos > TIME_PER_COMMIT.toNanos()) {
                flush();
            }
        } catch (IOException e) {
            throw new ViewStorageException("The search index cannot be written: " + e.getMessage(), e);
        } catch (RuntimeException e) {
            if (index.isBroken()) {
                throw new ViewStorageException("The search index was closed because its disk failed: " + e, e);
            }
            throw e;
        }
    }

    /// An index whose disk failed has closed itself. It goes on from its last commit, whose position is back from
    /// where it was; the caller then finds events to apply that it has applied before.
    private void reopenIfBroken() {
        if (!index.isBroken()) {
            return;
        }
        var broken = index;
        try {
            var reopened = resume(reopening.open(), reopening, log, searches);
            LOG.warn(
                    "The search index was closed because its disk failed; it goes on from position {}",
                    reopened.position);
            index = reopened.index;
            arrivals = reopened.arrivals;
            parked.clear();
            parked.putAll(reopened.parked);
            referrals = new Referrals(log, reopened.position, parked);
            position = reopened.position;
            applied = reopened.position;
            uncommittedEvents = 0;
            broken.close();
        } catch (IOException | UnusableViewException e) {
            throw new ViewStorageException("The search index cannot be opened again: " + e.getMessage(), e);
        }
    }

    @Override
    public void show() {
        reopenIfBroken();
        if (position == applied) {
            return;
        }
        try {
            index.refresh();
            arrivals.shown();
            position = applied;
        } catch (IOException e) {
            throw new ViewStorageException("The search index cannot be read anew: " + e.getMessage(), e);
        }
    }

    /// The talks that begin in a batch and so cannot be in the index.
    private Set<String> newTalks(List<RecordedEvent> batch) {
        var newTalks = new HashSet<String>();
        for (var recorded : batch) {
            if (recorded.sequence() == 0
                    && recorded.position() > attempted
                    && recorded.event() instanceof TalkEvent event) {
                newTalks.add(event.talkId());
            }
        }
        return newTalks;
    }

    /// The talks that a batch touches; those that begin in it are folded on the way.
    private Set<String> touched(List<RecordedEvent> batch, Map<String, TalkFold> folds) throws IOException {
        referrals.moveTo(batch.getLast().position());
        var talkIds = new LinkedHashSet<String>();
        for (var recorded : batch) {
            if (parked.containsKey(recorded.stream())) {
                continue;
            }
            switch (recorded.event()) {
                case TalkEvent event -> {
                    talkIds.add(event.talkId());
                    if (recorded.sequence() == 0) {
                        folds.put(event.talkId(), TalkFold.of(List.of(recorded)));
                    } else {
                        folds.computeIfPresent(event.talkId(), (id, fold) -> fold.after(recorded));
                    }
                }
                case SpeakerEvent event -> addReferring(talkIds, recorded, event.speakerId());
                case ConferenceEvent event -> {
                    addReferring(talkIds, recorded, event.conferenceId());
                    if (event instanceof ConferenceEvent.ConferenceRestored) {
                        talkIds.addAll(talksEverOf(event.conferenceId(), recorded.position()));
                    }
                }
                case SeriesEvent event -> addReferring(talkIds, recorded, event.seriesId());
                case TranscriptEvent event -> {
                    referrals.transcriptChanged(event);
                    talkIds.add(event.talkId());
                }
            }
        }
        // A speaker's change must not fail for a talk that is left out.
        talkIds.removeIf(id -> parked.containsKey("talk:" + id));
        return talkIds;
    }

    private void addReferring(Set<String> talkIds, RecordedEvent recorded, String id) throws IOException {
        referrals.changed(recorded);
        // A talk refers only to what was recorded before it, so a thing's first event concerns no talk that is
        // already in the index.
        if (recorded.sequence() > 0) {
            talkIds.addAll(index.talksReferringTo(id));
        }
    }

    /// Talks that were ever of a conference. Those of a removed one are not in the index, so the log is searched;
    /// it happens only when a conference comes back.
    private Set<String> talksEverOf(String conferenceId, long upTo) {
        var talkIds = new LinkedHashSet<String>();
        log.scanStreams("talk:", upTo, raw -> {
            if ((raw.type().equals("talk.added") || raw.type().equals("talk.moved"))
                    && new String(raw.payload(), StandardCharsets.UTF_8).contains(conferenceId)) {
                talkIds.add(raw.stream().substring("talk:".length()));
            }
        });
        return talkIds;
    }

    /// What talks refer to is read by one thread; documents are made, analysed and indexed by as many as there are
    /// processors.
    private void putAll(Set<String> talkIds, Set<String> newTalks, Map<String, TalkFold> folds, long upTo)
            throws IOException {
        var gathered = new ArrayList<TalkDocuments.Gathered>();
        for (var talkId : talkIds) {
            var known = folds.get(talkId);
            var fold = known != null ? known : TalkFold.of(log.stream("talk:" + talkId, upTo));
            var talk = fold == null ? null : TalkDocuments.gather(fold.content(), fold.addedAt(), referrals);
            if (talk == null) {
                index.remove(talkId);
            } else {
                gathered.add(talk);
            }
        }
        if (gathered.size() < MANY) {
            for (var talk : gathered) {
                put(talk.document(), newTalks);
            }
            return;
        }
        try {
            gathered.parallelStream().forEach(talk -> {
                try {
                    put(talk.document(), newTalks);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void put(TalkDocument document, Set<String> newTalks) throws IOException {
        if (newTalks.contains(document.id())) {
            index.putNew(document);
        } else {
            index.put(document);
        }
    }

    @Override
    public void park(ParkedStream stream) {
        parked.put(stream.stream(), stream);
        applied = Math.max(applied, stream.position());
        uncommittedEvents++;
        flush();
    }

    @Override
    public void refold(String stream) {
        var left = parked.remove(stream);
        referrals.forget(stream);
        try {
            var talkIds = new LinkedHashSet<>(talksOf(stream));
            talkIds.removeIf(id -> parked.containsKey("talk:" + id));
            arrivals.changing(
                    talkIds,
                    Instant.ofEpochMilli(log.after(applied - 1, 1).getFirst().timeMillis()));
            putAll(talkIds, Set.of(), Map.of(), applied);
            index.refresh();
            arrivals.shown();
            position = applied;
            uncommittedEvents++;
            flush();
        } catch (IOException e) {
            throw new ViewStorageException("The search index cannot be written: " + e.getMessage(), e);
        } catch (RuntimeException e) {
            if (left != null) {
                parked.put(stream, left);
                referrals.forget(stream);
            }
            throw e;
        }
    }

    private Set<String> talksOf(String stream) throws IOException {
        var parts = stream.split(":", 3);
        return switch (parts[0]) {
            case "talk", "transcript" -> Set.of(parts[1]);
            case "conference" -> talksEverOf(parts[1], position);
            default -> index.talksReferringTo(parts[1]);
        };
    }

    @Override
    public @Nullable String outdated() {
        return index.isOutdated()
                ? "The search index was made by an earlier version, which cut texts into words differently; it finds a"
                        + " little less until it is built anew."
                : null;
    }

    @Override
    public SortedMap<String, String> contentHashes() {
        try {
            var hashes = new TreeMap<String, String>();
            index.contentHashes().forEach((id, hash) -> hashes.put("talk:" + id, hash));
            return hashes;
        } catch (IOException e) {
            throw new ViewStorageException("The search index cannot be read: " + e.getMessage(), e);
        }
    }

    @Override
    public List<ParkedStream> parked() {
        return List.copyOf(new ArrayList<>(parked.values()));
    }

    @Override
    public String contentHash() {
        try {
            return index.contentHash();
        } catch (IOException e) {
            throw new ViewStorageException("The search index cannot be read: " + e.getMessage(), e);
        }
    }

    @Override
    public String damage() {
        try {
            index.checkFiles();
            return "";
        } catch (IOException e) {
            return String.valueOf(e.getMessage());
        }
    }

    @Override
    public void flush() {
        reopenIfBroken();
        try {
            if (uncommittedEvents == 0) {
                // Nothing happened for a while: the time to make searching quicker.
                index.tidy();
                return;
            }
            index.commit(IndexCommit.at(applied, log, parked()).userData());
            uncommittedEvents = 0;
            committedAtNanos = System.nanoTime();
        } catch (IOException e) {
            throw new ViewStorageException("The search index cannot be made durable: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        try (var closing = index) {
            if (!closing.isBroken() && uncommittedEvents > 0) {
                flush();
            }
        } catch (IOException e) {
            throw new ViewStorageException("The search index cannot be closed: " + e.getMessage(), e);
        }
    }

    /// A talk's content with the moment it was added.
    record TalkFold(TalkContent content, Instant addedAt) {

        static @Nullable TalkFold of(List<RecordedEvent> stream) {
            @Nullable TalkContent content = null;
            for (var recorded : stream) {
                content = TalkContent.after(content, (TalkEvent) recorded.event());
            }
            return content == null
                    ? null
                    : new TalkFold(content, stream.getFirst().time());
        }

        TalkFold after(RecordedEvent recorded) {
            return new TalkFold(TalkContent.after(content, (TalkEvent) recorded.event()), addedAt);
        }
    }
}
