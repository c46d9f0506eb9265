package org.talks.catalogue.importing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.talks.catalogue.importing.format.ConferenceDraft;
import org.talks.catalogue.importing.format.DraftSink;
import org.talks.catalogue.importing.format.ImportFormat;
import org.talks.catalogue.importing.format.Rejection;
import org.talks.catalogue.importing.format.SourceFile;
import org.talks.catalogue.importing.format.TalkDraft;
import org.talks.catalogue.importing.format.TranscriptDraft;
import org.talks.catalogue.importing.format.UnreadableSourceException;

/// Lets a format read on a thread of its own while what it has read is planned on the caller's: a plan is made in
/// the time of the slower of the two. What is read ahead is bounded.
final class ReadingAhead implements DraftSink {

    /// Handed over together, so that handing over costs nothing.
    private static final int BATCH = 64;

    /// Batches read ahead.
    private static final int AHEAD = 16;

    private static final long LOOK_MILLIS = 100;

    /// A batch with nothing in it is the end.
    private static final List<Consumer<DraftSink>> END = List.of();

    private final BlockingQueue<List<Consumer<DraftSink>>> batches = new ArrayBlockingQueue<>(AHEAD);
    private List<Consumer<DraftSink>> filling = new ArrayList<>(BATCH);
    private volatile boolean abandoned;

    private ReadingAhead() {}

    /// The reader is told to stop this way when planning has failed.
    private static final class Abandoned extends RuntimeException {
        Abandoned() {
            super("nobody plans what is read any more");
        }
    }

    /// Reads a source; the sink is called on this thread, in the order of the source.
    ///
    /// @throws UnreadableSourceException as the format does, after all that was read before has been handed over
    static void read(ImportFormat format, SourceFile source, DraftSink sink)
            throws IOException, UnreadableSourceException {
        var ahead = new ReadingAhead();
        var reading = new FutureTask<Boolean>(() -> {
            try {
                format.read(source, ahead);
            } finally {
                ahead.handOver();
                ahead.enqueue(END);
            }
            return true;
        });
        Thread.ofPlatform().name("import-reader").daemon().start(reading);
        try {
            ahead.drain(sink);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while reading", e);
        } finally {
            ahead.abandoned = true;
        }
        outcome(reading);
    }

    private static void outcome(FutureTask<Boolean> reading) throws IOException, UnreadableSourceException {
        try {
            reading.get();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case IOException cause -> throw cause;
                case UnreadableSourceException cause -> throw cause;
                case RuntimeException cause -> throw cause;
                case Error cause -> throw cause;
                case null, default -> throw new IllegalStateException("reading failed", e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while reading", e);
        }
    }

    private void drain(DraftSink sink) throws InterruptedException {
        for (var batch = batches.take(); !batch.isEmpty(); batch = batches.take()) {
            batch.forEach(read -> read.accept(sink));
        }
    }

    private void add(Consumer<DraftSink> read) {
        filling.add(read);
        if (filling.size() >= BATCH) {
            handOver();
        }
    }

    private void handOver() {
        if (!filling.isEmpty()) {
            var full = filling;
            filling = new ArrayList<>(BATCH);
            enqueue(full);
        }
    }

    private void enqueue(List<Consumer<DraftSink>> batch) {
        try {
            do {
                if (abandoned) {
                    throw new Abandoned();
                }
            } while (!batches.offer(batch, LOOK_MILLIS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while reading", e);
        }
    }

    @Override
    public void conference(ConferenceDraft conference) {
        add(sink -> sink.conference(conference));
    }

    @Override
    public void talk(TalkDraft talk) {
        add(sink -> sink.talk(talk));
    }

    @Override
    public void rejected(Rejection rejection) {
        add(sink -> sink.rejected(rejection));
    }

    @Override
    public void warning(Rejection warning) {
        add(sink -> sink.warning(warning));
    }

    @Override
    public void ignored(String place, String reason) {
        add(sink -> sink.ignored(place, reason));
    }

    @Override
    public void partial(String reason) {
        add(sink -> sink.partial(reason));
    }

    @Override
    public void transcript(TranscriptDraft transcript) {
        add(sink -> sink.transcript(transcript));
    }

    @Override
    public void hidden(String source, String key, String reason) {
        add(sink -> sink.hidden(source, key, reason));
    }

    @Override
    public void progressed(String place) {
        add(sink -> sink.progressed(place));
    }
}
