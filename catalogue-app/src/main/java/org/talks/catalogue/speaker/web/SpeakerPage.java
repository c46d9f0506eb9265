package org.talks.catalogue.speaker.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.talks.catalogue.web.Edits;
import org.talks.catalogue.web.Page;
import org.talks.catalogue.web.PastMoment;
import org.talks.catalogue.web.Ref;
import org.talks.catalogue.web.SafeHtml;
import org.talks.catalogue.web.TalkLine;
import org.talks.catalogue.web.Visit;

/// A person with all their talks.
///
/// @param facts in words: `14 talks`, `6 conferences`, `2012–2019`
/// @param affiliation null when unknown
/// @param aliases other names they are found by
/// @param bio HTML, empty when there is none
/// @param links their own pages
/// @param years newest first
/// @param topics what they speak about, by falling number of talks
/// @param together people they gave talks with
/// @param merged sentences about persons merged into this one: "Also held as I. Huston until 3 May 2021."
/// @param edits null for readers
/// @param perhapsSame others of the same name, for those who may merge them
public record SpeakerPage(
        Visit visit,
        String path,
        String title,
        List<String> facts,
        @Nullable String affiliation,
        List<String> aliases,
        SafeHtml bio,
        List<Ref> links,
        List<Year> years,
        List<Ref> topics,
        List<Ref> together,
        List<String> merged,
        List<Alternate> alternates,
        @Nullable PastMoment asOf,
        @Nullable Edits edits,
        List<Ref> perhapsSame)
        implements Page {

    /// Of a name that nobody else has.
    public SpeakerPage(
            Visit visit,
            String path,
            String title,
            List<String> facts,
            @Nullable String affiliation,
            List<String> aliases,
            SafeHtml bio,
            List<Ref> links,
            List<Year> years,
            List<Ref> topics,
            List<Ref> together,
            List<String> merged,
            List<Alternate> alternates,
            @Nullable PastMoment asOf,
            @Nullable Edits edits) {
        this(
                visit,
                path,
                title,
                facts,
                affiliation,
                aliases,
                bio,
                links,
                years,
                topics,
                together,
                merged,
                alternates,
                asOf,
                edits,
                List.of());
    }

    SpeakerPage perhaps(List<Ref> others) {
        return new SpeakerPage(
                visit,
                path,
                title,
                facts,
                affiliation,
                aliases,
                bio,
                links,
                years,
                topics,
                together,
                merged,
                alternates,
                asOf,
                edits,
                others);
    }

    /// @param label `2016`, or `Undated`
    public record Year(String label, List<TalkLine> talks) {}

    /// The same as the page of a moment of the past: its links stay there, and nothing can be edited.
    SpeakerPage lookingBack(PastMoment moment) {
        return new SpeakerPage(
                visit,
                path,
                title,
                facts,
                affiliation,
                aliases,
                bio,
                links,
                years.stream()
                        .map(year -> new Year(
                                year.label(),
                                year.talks().stream().map(moment::line).toList()))
                        .toList(),
                topics.stream().map(topic -> moment.topic(topic.text())).toList(),
                together.stream().map(moment::ref).toList(),
                merged,
                moment.alternates(alternates),
                moment,
                null);
    }

    @Override
    public String template() {
        return "speaker/speaker";
    }

    @Override
    public Section section() {
        return Section.SPEAKERS;
    }

    @Override
    public String description() {
        return title + ": " + String.join(", ", facts);
    }

    @Override
    public String canonical() {
        return path;
    }

    @Override
    public boolean indexed() {
        return asOf == null;
    }
}
