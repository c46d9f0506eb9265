package org.talks.catalogue.importing;

/// What an import came to, in numbers.
///
/// @param places input files or records dealt with
/// @param talksUnchanged talks that the catalogue has just so
/// @param kept talks of which a person changed something since, which was left as it is
/// @param hidden talks that the source says must stay hidden
/// @param gone talks that the source had and no longer has
/// @param duplicates new things that the catalogue may have from another source
/// @param rejected records that were not taken
/// @param ignored records left out on purpose, such as breaks
/// @param events appended to the log
public record ImportCounts(
        long places,
        long conferencesAdded,
        long conferencesChanged,
        long conferencesUnchanged,
        long talksAdded,
        long talksChanged,
        long talksUnchanged,
        long kept,
        long hidden,
        long speakersAdded,
        long gone,
        long duplicates,
        long rejected,
        long ignored,
        long warnings,
        long events) {}
