package org.talks.catalogue.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Somebody's notes, to be read: on a talk or on a conference.
///
/// @param anchor id on the page; unique, also among the sections
/// @param heading null when the text brings its own
/// @param byline `Notes by Ian Huston, 5 November 2016`
/// @param pinnedTo what on the slides it is about: `slide 12`; null for nothing
/// @param second of the video it is about, null for none
/// @param sections in reading order
/// @param edit path of its form, null for readers
public record NoteText(
        String anchor,
        @Nullable String heading,
        String byline,
        @Nullable String pinnedTo,
        @Nullable Integer second,
        List<Section> sections,
        @Nullable String edit) {

    /// As many headings are worth a list of contents.
    private static final int HEADINGS_FOR_CONTENTS = 3;

    public NoteText {
        sections = List.copyOf(sections);
    }

    /// A piece under one heading.
    ///
    /// @param anchor id on the page, the one by which the index names the section
    /// @param heading text; null for what stands before the first heading
    /// @param html without the heading
    public record Section(String anchor, @Nullable String heading, SafeHtml html) {}

    /// The sections to list above the text; empty when it is short.
    public List<Section> contents() {
        var headed = sections.stream().filter(s -> s.heading() != null).toList();
        return headed.size() < HEADINGS_FOR_CONTENTS ? List.of() : headed;
    }
}
