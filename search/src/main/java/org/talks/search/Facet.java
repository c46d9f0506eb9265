package org.talks.search;

/// A dimension that results can be narrowed by. Several values of one facet mean any of them, several facets mean
/// all.
public enum Facet {
    CONFERENCE,
    SERIES,
    YEAR,
    SPEAKER,
    TOPIC,
    LANGUAGE,
    KIND,
    DURATION,
    HAS,
    SOURCE;

    /// Its name in URLs and JSON: lower case.
    public String parameter() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
