/// Reads tables: CSV, TSV, spreadsheets exported to them, and any JSON that lists records. What a column means is
/// a [Mapping], proposed by [Proposals], confirmed by a person once per set of columns and remembered in
/// [Mappings]. Start at [TableReader].
@NullMarked
package org.talks.catalogue.importing.table;

import org.jspecify.annotations.NullMarked;
