package org.talks.catalogue.transcript;

import java.util.List;

/// Transcripts for the pages and exports of all features.
public interface Transcripts {

    /// Transcripts of a talk, by language and origin; whether the talk may be seen is the caller's to know.
    List<TranscriptContent> transcripts(String talkId);
}
