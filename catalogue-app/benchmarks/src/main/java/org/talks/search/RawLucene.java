package org.talks.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;

/// What Lucene needs for documents that are there already: nothing but `addDocuments` from several threads and one
/// commit at the end.
public final class RawLucene {

    private RawLucene() {}

    /// @return how many talks there are
    public static int index(Path path, List<TalkDocument> talks, int threads)
            throws IOException, InterruptedException, ExecutionException {
        var config = new IndexWriterConfig();
        config.setSimilarity(Scoring.SIMILARITY);
        config.setRAMBufferSizeMB(IndexSettings.forRebuild().ramBufferMegabytes());
        try (var directory = FSDirectory.open(path);
                var writer = new IndexWriter(directory, config);
                var workers = Executors.newFixedThreadPool(threads)) {
            var next = new AtomicInteger();
            var running = IntStream.range(0, threads)
                    .<Future<?>>mapToObj(_ -> workers.submit(() -> {
                        for (int i = next.getAndIncrement(); i < talks.size(); i = next.getAndIncrement()) {
                            add(writer, talks.get(i));
                        }
                    }))
                    .toList();
            for (var worker : running) {
                worker.get();
            }
            writer.setLiveCommitData(IndexFormat.stamped(Map.of()).entrySet());
            writer.commit();
            return talks.size();
        }
    }

    private static void add(IndexWriter writer, TalkDocument talk) {
        try {
            writer.addDocuments(DocumentMapper.documents(talk));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
