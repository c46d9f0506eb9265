package org.talks.catalogue.importing.pyvideo;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.talks.catalogue.importing.format.ConferenceDraft;
import org.talks.catalogue.importing.format.DraftSink;
import org.talks.catalogue.importing.format.Json;
import org.talks.catalogue.importing.format.Moment;
import org.talks.catalogue.importing.format.Rejection;
import org.talks.catalogue.importing.format.TalkDraft;
import org.talks.catalogue.importing.format.Texts;
import org.talks.catalogue.importing.format.Titles;
import org.talks.catalogue.importing.format.Urls;
import org.talks.events.RichText;
import tools.jackson.databind.JsonNode;

/// One conference while its files go by.
final class Folder {

    /// In one of 540 folders a talk was dated by its upload; an edition that names its year does not last longer.
    private static final int MAX_DAYS_FROM_MEDIAN = 45;

    private final String name;
    private final String place;
    private final List<TalkDraft> talks = new ArrayList<>();
    private final Set<String> hidden = new HashSet<>();
    private @Nullable JsonNode category;

    Folder(String name, String place) {
        this.name = name;
        this.place = place;
    }

    String name() {
        return name;
    }

    String place() {
        return place;
    }

    boolean hasCategory() {
        return category != null;
    }

    void category(JsonNode json) {
        category = json;
    }

    void add(TalkDraft talk) {
        talks.add(talk);
    }

    void hide(String key) {
        hidden.add(key);
    }

    boolean holds(String key) {
        return talks.stream().anyMatch(talk -> talk.key().equals(key));
    }

    ConferenceDraft conference(DraftSink sink) {
        JsonNode told = category;
        String title = told == null ? null : Texts.lineOrNull(Json.text(told, "title"));
        String conferenceName = title == null ? PyvideoReader.titleOf(name) : title;
        String series = Titles.series(conferenceName);
        LocalDate start = told == null ? null : date(Json.text(told, "start_date"));
        LocalDate end = told == null ? null : date(Json.text(told, "end_date"));
        List<LocalDate> recorded = recorded(series != null, sink);
        if (!recorded.isEmpty()) {
            LocalDate last = recorded.getLast();
            start = start == null ? recorded.getFirst() : start;
            end = end == null && !last.isBefore(start) ? last : end;
        }
        return new ConferenceDraft(
                PyvideoFormat.SOURCE,
                name,
                conferenceName,
                series,
                start,
                end,
                null,
                null,
                null,
                told == null ? null : Urls.http(Json.text(told, "url")),
                List.of(),
                told == null ? RichText.EMPTY : Texts.richOrHtml(Json.text(told, "description"), RichText.RST),
                place);
    }

    void handOver(DraftSink sink, String hiddenReason) {
        for (TalkDraft talk : talks) {
            sink.talk(talk);
            if (hidden.contains(talk.key())) {
                sink.hidden(PyvideoFormat.SOURCE, talk.key(), hiddenReason);
            }
        }
    }

    /// The days of the talks in order, for a named edition without those far off.
    private List<LocalDate> recorded(boolean edition, DraftSink sink) {
        List<LocalDate> days = new ArrayList<>();
        for (TalkDraft talk : talks) {
            talk.sessions().forEach(session -> {
                if (session.date() != null) {
                    days.add(session.date());
                }
            });
        }
        days.sort(null);
        if (!edition || days.isEmpty()) {
            return days;
        }
        LocalDate median = days.get(days.size() / 2);
        List<LocalDate> near = days.stream()
                .filter(day -> Math.abs(ChronoUnit.DAYS.between(median, day)) <= MAX_DAYS_FROM_MEDIAN)
                .toList();
        if (near.size() < days.size()) {
            sink.warning(new Rejection(
                    place,
                    days.getFirst() + " to " + days.getLast(),
                    (days.size() - near.size()) + " talks are dated far from the others; the dates of the conference"
                            + " leave them out.",
                    "Check the dates of the conference."));
        }
        return near;
    }

    private static @Nullable LocalDate date(@Nullable String raw) {
        Moment moment = Moment.parse(raw);
        return moment == null ? null : moment.date();
    }
}
