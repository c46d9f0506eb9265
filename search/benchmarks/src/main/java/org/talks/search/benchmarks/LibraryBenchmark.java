package org.talks.search.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.talks.search.Facet;
import org.talks.search.IndexSettings;
import org.talks.search.SearchRequest;
import org.talks.search.SearchResult;
import org.talks.search.TalkIndex;

/// The library alone, with one client, on mixed talks: how long one answer takes, as percentiles. An index is
/// made once for each size and kept in the directory for temporary files: [MixedIndex] makes it beforehand, which
/// for a million talks takes longer than JMH waits.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xmx1g", "--enable-native-access=ALL-UNNAMED"})
@Warmup(iterations = 2, time = 10)
@Measurement(iterations = 3, time = 10)
public class LibraryBenchmark {

    private static final int QUERIES = 2_000;

    /// All of pyvideo is twice the first.
    @Param({"10000", "100000", "1000000"})
    int talks;

    @Param("")
    String corpus;

    private TalkIndex index;
    private List<String> queries;
    private int next;

    // NullAway: JMH sets the parameters and calls open().
    @SuppressWarnings("NullAway.Init")
    public LibraryBenchmark() {}

    @Setup(Level.Trial)
    public void open() throws IOException {
        var mixed = new MixedTalks(Pyvideo.talks(Path.of(corpus)));
        queries = mixed.queries(QUERIES);
        var directory = MixedIndex.made(mixed, talks);
        index = TalkIndex.open(directory, IndexSettings.live().existing());
    }

    @TearDown(Level.Trial)
    public void close() throws IOException {
        index.close();
    }

    private SearchResult search(Set<Facet> facets, int size) throws IOException {
        var query = queries.get(next++ % queries.size());
        return index.search(new SearchRequest(
                query, Map.of(), facets, 10, SearchRequest.Order.RELEVANCE, size, null, size > 0, false));
    }

    /// What a page shows at first: ten hits with snippets, years and conferences.
    @Benchmark
    public SearchResult firstPage() throws IOException {
        return search(EnumSet.of(Facet.YEAR, Facet.CONFERENCE), 10);
    }

    /// What it asks for next: counts of speakers and topics.
    @Benchmark
    public SearchResult speakersAndTopics() throws IOException {
        return search(EnumSet.of(Facet.SPEAKER, Facet.TOPIC), 0);
    }

    /// Ten hits and nothing else.
    @Benchmark
    public SearchResult hitsAlone() throws IOException {
        var query = queries.get(next++ % queries.size());
        return index.search(
                new SearchRequest(query, Map.of(), Set.of(), 0, SearchRequest.Order.RELEVANCE, 10, null, false, false));
    }

    /// A keystroke.
    @Benchmark
    public List<TalkIndex.Suggestion> suggestions() throws IOException {
        var query = queries.get(next++ % queries.size());
        return index.suggest(query.substring(0, Math.min(query.length(), 7)), 4);
    }
}
