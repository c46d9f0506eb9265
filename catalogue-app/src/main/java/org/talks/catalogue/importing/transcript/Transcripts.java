package org.talks.catalogue.importing.transcript;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.talks.catalogue.importing.format.ConferenceDraft;
import org.talks.catalogue.importing.format.DraftSink;
import org.talks.catalogue.importing.format.Rejection;
import org.talks.catalogue.importing.format.SourceFiles;
import org.talks.catalogue.importing.format.TalkDraft;
import org.talks.catalogue.importing.format.TranscriptDraft;
import org.talks.catalogue.importing.format.UnreadableSourceException;

/// Reads one transcript for somebody who knows which talk it belongs to.
public final class Transcripts {

    private Transcripts() {}

    /// @param draft the transcript
    /// @param rejected cues that were not taken
    public record Reading(TranscriptDraft draft, List<Rejection> rejected) {}

    /// Reads WebVTT or SubRip, also packed.
    ///
    /// @param fileName may tell the language
    /// @throws UnreadableSourceException when it holds no timed cues or passes a limit; the message is for people
    public static Reading read(String fileName, byte[] content) throws UnreadableSourceException {
        Collector collector = new Collector();
        try {
            CueReader.read(SourceFiles.of(fileName, content), collector);
        } catch (IOException damaged) {
            throw SourceFiles.unreadable(fileName, damaged);
        }
        // The reader hands over one or throws.
        return new Reading(collector.transcripts.getFirst(), List.copyOf(collector.rejected));
    }

    private static final class Collector implements DraftSink {

        private final List<TranscriptDraft> transcripts = new ArrayList<>();
        private final List<Rejection> rejected = new ArrayList<>();

        @Override
        public void transcript(TranscriptDraft transcript) {
            transcripts.add(transcript);
        }

        @Override
        public void rejected(Rejection rejection) {
            rejected.add(rejection);
        }

        @Override
        public void conference(ConferenceDraft conference) {
            throw new IllegalStateException("a transcript holds no conference");
        }

        @Override
        public void talk(TalkDraft talk) {
            throw new IllegalStateException("a transcript holds no talk");
        }

        @Override
        public void warning(Rejection warning) {
            rejected.add(warning);
        }

        @Override
        public void hidden(String source, String key, String reason) {
            throw new IllegalStateException("a transcript hides nothing");
        }

        @Override
        public void progressed(String place) {
            // One file is one step.
        }
    }
}
