package org.talks.catalogue.projection;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.talks.events.CatalogueEvent;

/// How one kind of stream is shown in the relational views: its folded content, kept as JSON by the plumbing, and
/// the rows that lists and look-ups need. Rows are a function of the content alone, so live and rebuilt views are
/// equal.
///
/// @param <S> the content
public interface StreamTable<S> {

    /// Prefix of its streams without the colon: `talk`.
    String prefix();

    Class<S> contentType();

    S evolve(@Nullable S before, CatalogueEvent event);

    /// Raised when rows come out differently for the same events; the view is then built anew.
    int revision();

    /// `create table` statements in portable SQL, without indexes. Columns that start with `rec_` hold what has
    /// to do with recording, not with content, and are left out of content hashes.
    List<String> tables();

    /// `create index` statements.
    List<String> indexes();

    /// Names of the tables, for hashing.
    List<String> tableNames();

    /// Deletes the rows of one stream.
    ///
    /// @param id the stream without its prefix
    void delete(Rows rows, String id);

    /// Writes the rows of one stream.
    ///
    /// @param before the content that the present rows were written from, null when there are none
    void write(Rows rows, StreamState<S> state, @Nullable S before);
}
