package org.talks.catalogue.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.talks.catalogue.importing.format.ConferenceDraft;
import org.talks.catalogue.importing.format.DraftSink;
import org.talks.catalogue.importing.format.ImportFormat;
import org.talks.catalogue.importing.format.Recognition;
import org.talks.catalogue.importing.format.Rejection;
import org.talks.catalogue.importing.format.SourceFile;
import org.talks.catalogue.importing.format.SourceFiles;
import org.talks.catalogue.importing.format.TalkDraft;
import org.talks.catalogue.importing.format.UnreadableSourceException;

class ReadingAheadTest {

    /// More than are ever read ahead.
    private static final int MANY = 5_000;

    @TempDir
    Path directory;

    private SourceFile source;

    @BeforeEach
    void aSource() throws IOException, UnreadableSourceException {
        source = SourceFiles.of(Files.writeString(directory.resolve("any.txt"), "any"));
    }

    private interface Read {
        void into(DraftSink sink) throws IOException, UnreadableSourceException;
    }

    private static ImportFormat format(Read read) {
        return new ImportFormat() {
            @Override
            public String id() {
                return "test";
            }

            @Override
            public String title() {
                return "test";
            }

            @Override
            public Recognition recognise(SourceFile file) {
                throw new UnsupportedOperationException();
            }

            @Override
            public void read(SourceFile file, DraftSink sink) throws IOException, UnreadableSourceException {
                read.into(sink);
            }
        };
    }

    private static class Places implements DraftSink {
        final List<String> seen = new ArrayList<>();

        @Override
        public void conference(ConferenceDraft conference) {
            seen.add(conference.key());
        }

        @Override
        public void talk(TalkDraft talk) {
            seen.add(talk.key());
        }

        @Override
        public void rejected(Rejection rejection) {
            seen.add("rejected " + rejection.place());
        }

        @Override
        public void warning(Rejection warning) {
            seen.add("warning " + warning.place());
        }

        @Override
        public void hidden(String of, String key, String reason) {
            seen.add("hidden " + key);
        }

        @Override
        public void progressed(String place) {
            seen.add(place);
        }
    }

    @Test
    void whatIsReadArrivesWholeAndInOrderOnTheCallersThread() throws Exception {
        var caller = Thread.currentThread();
        var expected = new ArrayList<String>();
        var places = new Places() {
            @Override
            public void progressed(String place) {
                assertThat(Thread.currentThread()).isSameAs(caller);
                super.progressed(place);
            }
        };
        ReadingAhead.read(
                format(sink -> {
                    for (int i = 0; i < MANY; i++) {
                        sink.progressed("place " + i);
                    }
                    sink.hidden("s", "k", "why");
                    sink.ignored("a break", "no talk");
                }),
                source,
                places);
        for (int i = 0; i < MANY; i++) {
            expected.add("place " + i);
        }
        expected.addAll(List.of("hidden k", "warning a break"));
        assertThat(places.seen).isEqualTo(expected);
    }

    @Test
    void whatWasReadBeforeTheSourceBrokeOffArrivesFirst() {
        var places = new Places();
        assertThatThrownBy(() -> ReadingAhead.read(
                        format(sink -> {
                            sink.progressed("read");
                            throw new UnreadableSourceException("broken off");
                        }),
                        source,
                        places))
                .isInstanceOf(UnreadableSourceException.class)
                .hasMessage("broken off");
        assertThat(places.seen).containsExactly("read");
    }

    @Test
    void theReaderStopsWhenPlanningFails() throws InterruptedException {
        var stopped = new CountDownLatch(1);
        assertThatThrownBy(() -> ReadingAhead.read(
                        format(sink -> {
                            try {
                                for (int i = 0; ; i++) {
                                    sink.progressed("place " + i);
                                }
                            } finally {
                                stopped.countDown();
                            }
                        }),
                        source,
                        new Places() {
                            @Override
                            public void progressed(String place) {
                                throw new IllegalStateException("cannot plan");
                            }
                        }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("cannot plan");
        assertThat(stopped.await(10, TimeUnit.SECONDS)).isTrue();
    }
}
