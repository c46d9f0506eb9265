package org.talks.search;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One answer; hits, total and facets come from the same state of the index.
///
/// @param total exact up to 10,000, a lower bound above when [#totalIsLowerBound]
/// @param matching how strictly the words had to match for these hits
/// @param facets the facets asked for, each with its values by falling count; the chosen values are always among
///     them
/// @param next cursor of the next page, null on the last
/// @param restarted the cursor's state of the index was gone, so the page continues on a newer one
/// @param didYouMean a spelling that finds clearly more
/// @param dropOne when nothing was found: how many hits dropping each chosen facet value alone would give
/// @param warnings what was ignored in the text, in words for people
/// @param partial the time limit ended the search early
public record SearchResult(
        long total,
        boolean totalIsLowerBound,
        Matching matching,
        List<Hit> hits,
        Map<Facet, List<FacetCount>> facets,
        @Nullable String next,
        boolean restarted,
        @Nullable String didYouMean,
        List<DroppedFacet> dropOne,
        List<String> warnings,
        boolean partial) {

    /// The stage that produced the hits.
    public enum Matching {
        /// Every word is there.
        EXACT,
        /// Every word is there or nearly so: misspelt ones were replaced by close ones.
        FUZZY,
        /// Few talks have every word, or nearly so; talks with all words but one are among them and after them.
        MOST,
        /// Only some of the words are there.
        PARTIAL
    }

    /// One talk.
    ///
    /// @param titleHtml the title, escaped, matched words in `<mark>`
    /// @param snippets best first
    /// @param explanation null unless asked for
    /// @param alsoGiven other hits that are the same talk given elsewhere
    public record Hit(
            String id,
            String title,
            String titleHtml,
            List<Named> speakers,
            Named conference,
            @Nullable Named series,
            String kind,
            @Nullable String language,
            @Nullable LocalDate date,
            @Nullable Integer durationSeconds,
            boolean hasVideo,
            boolean hasSlides,
            boolean hasNotes,
            boolean hasTranscript,
            boolean cancelled,
            List<String> topics,
            List<Snippet> snippets,
            float score,
            @Nullable String explanation,
            List<AlsoGiven> alsoGiven) {}

    /// The same talk at another conference.
    public record AlsoGiven(
            String id, Named conference, @Nullable LocalDate date) {}

    /// An id and what people read.
    public record Named(String id, String name) {}

    /// Where a hit matched.
    ///
    /// @param field `summary`, `notes`, `transcript`, `speakers`, `topics` or `conference`
    /// @param label heading of the note's section, null otherwise
    /// @param anchor fragment of the talk page, null when the field as a whole is meant
    /// @param second of the video, for transcripts and anchored notes
    /// @param html escaped text, matched words in `<mark>`
    public record Snippet(
            String field,
            @Nullable String label,
            @Nullable String anchor,
            @Nullable Integer second,
            String html) {}

    /// One value of a facet.
    ///
    /// @param value what [SearchRequest#chosen] takes
    /// @param label what people read; equals the value where the value is readable
    public record FacetCount(String value, String label, long count, boolean chosen) {}

    /// How many hits there would be without one chosen value.
    public record DroppedFacet(Facet facet, String value, String label, long count) {}
}
