package org.talks.catalogue.importing.format;

import java.io.IOException;

/// Reads one format of conference data. Stateless; safe for use by any number of threads.
public interface ImportFormat {

    /// Short stable name, as `--format` takes it: `pyvideo`, `frab`.
    String id();

    /// What people call it.
    String title();

    /// How sure this format is that the file is its own, by structure and never by name alone. Wrongly refusing
    /// its own file is the costly error, wrongly accepting a foreign one the cheap one, as long as it is not
    /// certain of it.
    Recognition recognise(SourceFile file) throws IOException;

    /// Reads the file from start to end, streaming, and hands what it finds to the sink in an order in which each
    /// conference comes before its talks. One bad record is rejected with its place and never stops the rest.
    ///
    /// @throws UnreadableSourceException when the file as a whole cannot be read: not this format, truncated,
    ///     hostile. What was handed over before stays valid, and [DraftSink] is told nothing was complete.
    void read(SourceFile file, DraftSink sink) throws IOException, UnreadableSourceException;
}
