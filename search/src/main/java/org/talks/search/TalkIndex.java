package org.talks.search;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.MergePolicy;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.index.SegmentReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.NRTCachingDirectory;
import org.jspecify.annotations.Nullable;
import org.talks.search.UnusableIndexException.Reason;

/// The index of all talks: the one door of this library.
///
/// What is put becomes visible with [#refresh()] and durable with [#commit(Map)]; closing without a commit loses
/// what was put since the last one. All methods may be called by several threads; two puts of the same talk at
/// the same time leave one of the two.
public final class TalkIndex implements Closeable {

    /// Memory from which on it is written by several threads; below, starting them costs more.
    private static final long MUCH_MEMORY = 8L << 20;

    /// Megabytes up to which a new segment is kept in memory until the next commit, and of all such together.
    private static final double SMALL_SEGMENT = 4;

    private static final double SMALL_SEGMENTS = 32;

    /// Below this size segments are merged whatever they cost: it takes a second or two.
    private static final int SMALL_SEGMENT_MEGABYTES = 64;
    private static final MergePolicy FEW_SEGMENTS =
            new TieredMergePolicy().setSegmentsPerTier(2).setFloorSegmentMB(SMALL_SEGMENT_MEGABYTES);

    /// A merge writes the index once more, and what it replaces is kept until searches have let go of it.
    private static final int ROOM_TO_MERGE = 3;

    private final Path path;
    private final Directory directory;
    private final IndexWriter writer;
    private final MergesAfterChanges merges;
    private final Searchers searchers;
    private final Searching searching;
    private final Suggesting suggesting;
    private final SimilarTalks similarTalks;
    private final AtomicBoolean changed = new AtomicBoolean();
    /// In bulk mode on a new index: the talks put so far, which need no search for an older version of
    /// themselves.
    private final @Nullable Set<String> added;

    private volatile Map<String, String> committed;
    private volatile boolean tidying;

    /// A talk with much in common.
    ///
    /// @param shares topics that both have, then words, the most telling first
    public record Similar(SearchResult.Hit hit, List<String> shares) {}

    /// Something that what was typed may become.
    ///
    /// @param kind `talk`, `speaker`, `conference` or `topic`
    /// @param html the text, escaped, what was typed in `<mark>`
    /// @param detail speakers and conference of a talk; number of talks of the others
    public record Suggestion(String kind, String id, String text, String html, String detail) {}

    /// What the texts of most talks were cut into words with; an index that is outdated stays it until it is built
    /// anew.
    private final String fingerprint;

    private TalkIndex(
            Path path,
            Directory directory,
            IndexWriter writer,
            MergesAfterChanges merges,
            Map<String, String> commitData,
            IndexSettings settings,
            boolean trackAdded) {
        this.path = path;
        this.directory = directory;
        this.writer = writer;
        this.merges = merges;
        this.committed = IndexFormat.withoutStamp(commitData);
        this.fingerprint = commitData.isEmpty() ? IndexFormat.fingerprint() : IndexFormat.fingerprintOf(commitData);
        this.added = trackAdded ? ConcurrentHashMap.newKeySet() : null;
        this.searchers = new Searchers(writer);
        this.searching = new Searching(searchers, settings.patient());
        this.suggesting = new Suggesting(searchers, searching);
        this.similarTalks = new SimilarTalks(searchers);
    }

    /// Opens the index in a directory, or creates it there if the settings allow.
    ///
    /// @throws UnusableIndexException when there is no index, or none that this version reads: build a new one
    /// @throws IOException when the directory cannot be read, written or locked
    public static TalkIndex open(Path path, IndexSettings settings) throws IOException {
        if (!settings.create() && !Files.isDirectory(path)) {
            throw new UnusableIndexException(Reason.MISSING, path, null);
        }
        Files.createDirectories(path);
        var files = FSDirectory.open(path);
        // An edit makes a segment of a few kilobytes: about twenty files, which need not exist before a commit.
        var directory = settings.bulk() ? files : new NRTCachingDirectory(files, SMALL_SEGMENT, SMALL_SEGMENTS);
        try {
            var commitData = commitData(directory, path, settings);
            var merges = new MergesAfterChanges();
            var writer = new IndexWriter(directory, config(settings, merges));
            return new TalkIndex(
                    path,
                    directory,
                    writer,
                    merges,
                    commitData == null ? Map.of() : commitData,
                    settings,
                    settings.bulk() && commitData == null);
        } catch (IOException | RuntimeException e) {
            directory.close();
            if (isCorruption(e)) {
                throw new UnusableIndexException(Reason.CORRUPT, path, e);
            }
            throw e;
        }
    }

    /// Adds the talk, or replaces the one with its id, with all its passages, as one.
    public void put(TalkDocument talk) throws IOException {
        var documents = DocumentMapper.documents(talk);
        if (added != null && added.add(talk.id())) {
            writer.addDocuments(documents);
        } else {
            writer.updateDocuments(new Term(Fields.BLOCK, talk.id()), documents);
        }
        changed();
    }

    /// Adds a talk of which the caller knows that the index does not have it: no older version is searched for, and
    /// were there one, both would be found.
    public void putNew(TalkDocument talk) throws IOException {
        writer.addDocuments(DocumentMapper.documents(talk));
        changed();
    }

    /// Removes the talk; one that is not there is already removed.
    public void remove(String talkId) throws IOException {
        writer.deleteDocuments(new Term(Fields.BLOCK, talkId));
        changed();
    }

    private void changed() {
        merges.begin();
        changed.set(true);
    }

    /// Whether it was closed because its disk failed. Searches see what they saw before; to write on, open it
    /// anew: it then has what was committed last.
    public boolean isBroken() {
        return !writer.isOpen();
    }

    /// Makes all that was put visible to searches.
    public void refresh() throws IOException {
        changed.set(false);
        writeBuffers();
        searchers.refresh();
    }

    /// Makes all that was put durable, together with user data: a position, for instance, so that both are always
    /// of the same moment. Keys that begin with `search.` are the library's own.
    public void commit(Map<String, String> userData) throws IOException {
        writeBuffers();
        writer.setLiveCommitData(IndexFormat.stamped(userData, fingerprint).entrySet());
        writer.commit();
        committed = Map.copyOf(userData);
    }

    /// Writes the buffers that several threads have filled by several threads; a refresh or commit of Lucene writes
    /// one after the other.
    private void writeBuffers() throws IOException {
        if (writer.ramBytesUsed() < MUCH_MEMORY) {
            return;
        }
        try {
            // More than one buffer a thread where threads took turns.
            IntStream.range(0, 2 * Runtime.getRuntime().availableProcessors())
                    .parallel()
                    .forEach(i -> {
                        try {
                            writer.flushNextBuffer();
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /// Merges small segments, so that searches look into few: for when nothing was put for a while. Returns at once;
    /// what was merged in the background is shown and made durable by a later call. To be called only while
    /// everything that was put is committed.
    public void tidy() throws IOException {
        if (writer.hasPendingMerges()) {
            return;
        }
        if (tidying && writer.hasUncommittedChanges()) {
            commit(committed);
            refresh();
        }
        if (!hasRoomToMerge()) {
            // Other things need the rest of the disk, and a merge that fails closes the writer.
            return;
        }
        tidying = true;
        var config = writer.getConfig();
        var usual = config.getMergePolicy();
        config.setMergePolicy(FEW_SEGMENTS);
        try {
            writer.maybeMerge();
        } finally {
            config.setMergePolicy(usual);
        }
    }

    private boolean hasRoomToMerge() throws IOException {
        var needed = 0L;
        try (var pinned = searchers.newest()) {
            for (var leaf : pinned.searcher().getIndexReader().leaves()) {
                if (leaf.reader() instanceof SegmentReader segment) {
                    needed += segment.getSegmentInfo().sizeInBytes();
                }
            }
        }
        return Files.getFileStore(path).getUsableSpace() > ROOM_TO_MERGE * needed;
    }

    /// Whether an older version cut most texts into words, so that building it anew finds more.
    public boolean isOutdated() {
        return !fingerprint.equals(IndexFormat.fingerprint());
    }

    /// The user data of the last commit, empty for a new index.
    public Map<String, String> committedUserData() {
        return committed;
    }

    /// What means the same from the next search on; at first [Synonyms#common()].
    public void synonyms(Synonyms synonyms) {
        searching.synonyms(synonyms);
    }

    /// Finds talks. Never fails because of what is in the request.
    public SearchResult search(SearchRequest request) throws IOException {
        return searching.search(request);
    }

    /// Those of the talks that have all that a request asks for, nothing taken for misspelt and nothing left out; for
    /// telling who waits for a talk. Sees what [#search] sees; order, size and cursor play no part.
    public Set<String> matching(SearchRequest request, Collection<String> talkIds) throws IOException {
        return searching.matching(request, talkIds);
    }

    /// Talks, speakers, conferences and topics for what was typed so far, in this order of kinds, best first.
    ///
    /// @param perKind suggestions of each kind, at most 20
    public List<Suggestion> suggest(String typed, int perKind) throws IOException {
        return suggesting.suggest(typed, perKind);
    }

    /// Talks with most in common with a talk, best first; none for a talk that is not there.
    public List<Similar> similar(String talkId, int size) throws IOException {
        return similarTalks.similar(talkId, size);
    }

    /// The ids of the talks that were made from this id; sees everything that was put, refreshed or not.
    public Set<String> talksReferringTo(String id) throws IOException {
        refreshIfChanged();
        try (var pinned = searchers.newest()) {
            return Lookups.idsOf(pinned.searcher(), new Term(Fields.REFERS, id));
        }
    }

    /// A hash over all that readers can see or find by, the same for the same talks in whatever order they were
    /// put. Sees everything that was put.
    public String contentHash() throws IOException {
        refreshIfChanged();
        try (var pinned = searchers.newest()) {
            return Lookups.contentHash(pinned.searcher());
        }
    }

    /// Reads every file that searches read and compares it with its checksum.
    ///
    /// @throws IOException when one is damaged, naming it
    public void checkFiles() throws IOException {
        refreshIfChanged();
        try (var pinned = searchers.newest()) {
            for (var leaf : pinned.searcher().getIndexReader().leaves()) {
                if (leaf.reader() instanceof CodecReader reader) {
                    reader.checkIntegrity();
                }
            }
        }
    }

    /// For each talk by its id, in order, a hash over all that readers can see or find it by. Sees everything that
    /// was put.
    public SortedMap<String, String> contentHashes() throws IOException {
        refreshIfChanged();
        try (var pinned = searchers.newest()) {
            var hex = new TreeMap<String, String>();
            Lookups.contentHashes(pinned.searcher())
                    .forEach((id, hash) -> hex.put(id, HexFormat.of().formatHex(hash)));
            return hex;
        }
    }

    /// How many talks searches can see.
    public int size() {
        try (var pinned = searchers.newest()) {
            return pinned.searcher().count(QueryCompiler.EVERY_TALK);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Closes without a commit.
    @Override
    public void close() throws IOException {
        searchers.close();
        writer.rollback();
        directory.close();
    }

    private void refreshIfChanged() throws IOException {
        if (changed.get()) {
            refresh();
        }
    }

    private static IndexWriterConfig config(IndexSettings settings, MergesAfterChanges merges) {
        var config = new IndexWriterConfig();
        config.setMergePolicy(merges);
        config.setSimilarity(Scoring.SIMILARITY);
        config.setRAMBufferSizeMB(settings.ramBufferMegabytes());
        // A commit without the caller's position would be worse than none.
        config.setCommitOnClose(false);
        return config;
    }

    /// Null for a directory without an index.
    private static @Nullable Map<String, String> commitData(Directory directory, Path path, IndexSettings settings)
            throws IOException {
        try {
            if (!DirectoryReader.indexExists(directory)) {
                if (!settings.create()) {
                    throw new UnusableIndexException(Reason.MISSING, path, null);
                }
                return null;
            }
            var data = SegmentInfos.readLatestCommit(directory).getUserData();
            if (!IndexFormat.isOurs(data) && !(settings.outdated() && IndexFormat.hasOurFields(data))) {
                throw new UnusableIndexException(Reason.OTHER_FORMAT, path, null);
            }
            return data;
        } catch (IndexFormatTooOldException | IndexFormatTooNewException e) {
            throw new UnusableIndexException(Reason.OTHER_FORMAT, path, e);
        } catch (CorruptIndexException | IndexNotFoundException e) {
            throw new UnusableIndexException(Reason.CORRUPT, path, e);
        }
    }

    private static boolean isCorruption(Exception e) {
        // A file that the commit names and that is not there, or a codec that is not known.
        return e instanceof CorruptIndexException
                || e instanceof java.nio.file.NoSuchFileException
                || e instanceof java.io.EOFException
                || e instanceof IllegalArgumentException;
    }
}
