package org.talks.catalogue.importing.format;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.talks.events.RichText;

/// Holds the talks of one conference until its dates are known, for sources that tell days only by their talks.
public final class HeldConference {

    private final String source;
    private final String key;
    private final String place;
    private final List<TalkDraft> talks = new ArrayList<>();
    private String name;
    private @Nullable LocalDate start;
    private @Nullable LocalDate end;
    private @Nullable String city;
    private @Nullable String country;
    private @Nullable String zone;
    private @Nullable String website;
    private RichText description = RichText.EMPTY;

    public HeldConference(String source, String key, String name, String place) {
        this.source = source;
        this.key = key;
        this.name = name;
        this.place = place;
    }

    /// A conference that its file does not name: the name of the file stands in, with a warning.
    ///
    /// @param system prefix of the source's name, such as `sessionize`
    public static HeldConference namedByFile(String system, String fileName, DraftSink sink) {
        String name = FileNames.conference(fileName);
        sink.warning(new Rejection(
                fileName,
                name,
                "The file does not name its conference; the name of the file was taken.",
                "Correct the name of the conference after the import."));
        String slug = Slugs.of(name);
        String key = slug.isEmpty() ? "conference" : slug;
        return new HeldConference(system + ":" + key, key, name, fileName);
    }

    public String source() {
        return source;
    }

    public String key() {
        return key;
    }

    public HeldConference name(@Nullable String raw) {
        name = Objects.requireNonNullElse(Texts.lineOrNull(raw), name);
        return this;
    }

    public HeldConference dates(@Nullable LocalDate first, @Nullable LocalDate last) {
        start = first;
        end = last;
        return this;
    }

    public HeldConference where(@Nullable String rawCity, @Nullable String rawCountry) {
        city = Texts.lineOrNull(rawCity);
        country = Texts.lineOrNull(rawCountry);
        return this;
    }

    /// @param raw taken only when it is the name of a region
    public HeldConference zone(@Nullable String raw) {
        var known = Zones.of(raw);
        zone = known == null ? null : known.getId();
        return this;
    }

    public HeldConference website(@Nullable String raw) {
        website = Urls.http(raw);
        return this;
    }

    public HeldConference description(RichText text) {
        description = text;
        return this;
    }

    /// A builder for one of its talks.
    public TalkDraftBuilder talk(String talkKey, String talkPlace, DraftSink sink) {
        return new TalkDraftBuilder(source, talkKey, key, talkPlace, sink);
    }

    /// Keeps what was built; null, a rejected talk, is passed over.
    public void add(@Nullable TalkDraft talk) {
        if (talk != null) {
            talks.add(talk);
        }
    }

    public boolean isEmpty() {
        return talks.isEmpty();
    }

    /// Hands over the conference and then its talks.
    public void handOver(DraftSink sink) {
        TreeSet<LocalDate> days = new TreeSet<>();
        for (TalkDraft talk : talks) {
            talk.sessions().forEach(session -> {
                if (session.date() != null) {
                    days.add(session.date());
                }
            });
        }
        if (!days.isEmpty()) {
            start = start == null ? days.first() : start;
            end = end == null && !days.last().isBefore(start) ? days.last() : end;
        }
        sink.conference(new ConferenceDraft(
                source,
                key,
                name,
                Titles.series(name),
                start,
                end,
                city,
                country,
                zone,
                website,
                List.of(),
                description,
                place));
        talks.forEach(sink::talk);
    }
}
