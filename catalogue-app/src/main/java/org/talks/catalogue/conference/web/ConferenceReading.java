package org.talks.catalogue.conference.web;

import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.talks.catalogue.conference.ConferenceContent;
import org.talks.catalogue.pages.NoteTexts;
import org.talks.catalogue.pages.Provenance;
import org.talks.catalogue.pages.TalkLines;
import org.talks.catalogue.projection.StreamState;
import org.talks.catalogue.talk.ListedTalk;
import org.talks.catalogue.talk.TalkLists.TopicCount;
import org.talks.catalogue.text.Texts;
import org.talks.catalogue.web.Alternates;
import org.talks.catalogue.web.Counts;
import org.talks.catalogue.web.Dates;
import org.talks.catalogue.web.Edits;
import org.talks.catalogue.web.Languages;
import org.talks.catalogue.web.Paths;
import org.talks.catalogue.web.Player;
import org.talks.catalogue.web.Ref;
import org.talks.catalogue.web.SafeHtml;
import org.talks.catalogue.web.Visit;
import org.talks.catalogue.web.Wording;
import org.talks.events.ConferenceDetails;

/// Puts the content of a conference into the words of its page.
final class ConferenceReading {

    private static final int HOUR = 3600;

    private final StreamState<ConferenceContent> stored;
    private final ConferenceContent conference;
    private final ConferenceDetails details;

    ConferenceReading(StreamState<ConferenceContent> stored) {
        this.stored = stored;
        this.conference = stored.content();
        this.details = conference.details();
    }

    ConferencePage page(
            Visit visit,
            @Nullable Ref series,
            List<ListedTalk> talks,
            List<TopicCount> topics,
            ConferencePage.Neighbours neighbours,
            @Nullable Edits edits) {
        var id = conference.conferenceId();
        return new ConferencePage(
                visit,
                Paths.conference(id, details.name()),
                details.name(),
                series,
                facts(talks),
                website(details.website()),
                conference.cancelled(),
                counts(talks),
                SafeHtml.trusted(Texts.html(details.description())),
                days(talks),
                NoteTexts.of(conference.notes(), edits == null ? null : "/conferences/" + id + "/edit/notes/"),
                topics.stream()
                        .map(t -> new Ref(Paths.topic(t.topic()), t.topic()))
                        .toList(),
                neighbours,
                Provenance.of(conference.sources(), stored.addedAt(), stored.changedAt()),
                Alternates.conference(id),
                null,
                edits);
    }

    static @Nullable Ref website(@Nullable String url) {
        if (url == null) {
            return null;
        }
        try {
            return new Ref(url, Player.host(URI.create(url)));
        } catch (IllegalArgumentException e) {
            return new Ref(url, url);
        }
    }

    private List<String> facts(List<ListedTalk> talks) {
        var facts = new ArrayList<String>();
        var dates = Dates.range(details.startDate(), details.endDate());
        if (!dates.isEmpty()) {
            facts.add(dates);
        }
        var place = new ArrayList<String>();
        if (details.city() != null) {
            place.add(details.city());
        }
        if (details.country() != null) {
            place.add(details.country());
        }
        if (!place.isEmpty()) {
            facts.add(String.join(", ", place));
        }
        // A zone says something of clock times, also of those to come.
        if (details.zone() != null && (talks.isEmpty() || talks.stream().anyMatch(talk -> talk.localTime() != null))) {
            facts.add(Wording.text("conference.times-in", zoneName(details.zone())));
        }
        if (!details.languages().isEmpty()) {
            facts.add(String.join(
                    ", ", details.languages().stream().map(Languages::name).toList()));
        }
        return facts;
    }

    private static String zoneName(String zone) {
        try {
            return Dates.zone(ZoneId.of(zone));
        } catch (DateTimeException e) {
            return zone;
        }
    }

    private static List<String> counts(List<ListedTalk> talks) {
        var counts = new ArrayList<String>();
        if (!talks.isEmpty()) {
            counts.add(Wording.count("count.talks", talks.size()));
        }
        var speakers =
                talks.stream().flatMap(t -> t.speakers().stream()).distinct().count();
        if (speakers > 0) {
            counts.add(Wording.count("count.speakers", speakers));
        }
        var seconds = talks.stream()
                .map(ListedTalk::durationSeconds)
                .filter(Objects::nonNull)
                .mapToLong(Integer::longValue)
                .sum();
        if (seconds >= HOUR) {
            counts.add(Counts.of(seconds / HOUR) + " h");
        }
        return counts;
    }

    private static List<ConferencePage.Day> days(List<ListedTalk> talks) {
        var byDay = new LinkedHashMap<LocalDate, List<ListedTalk>>();
        var undated = new ArrayList<ListedTalk>();
        for (var talk : talks) {
            if (talk.date() == null) {
                undated.add(talk);
            } else {
                byDay.computeIfAbsent(talk.date(), day -> new ArrayList<>()).add(talk);
            }
        }
        var days = new ArrayList<ConferencePage.Day>();
        byDay.forEach((day, list) -> days.add(new ConferencePage.Day("day-" + day, Dates.dayOfWeek(day), slots(list))));
        if (!undated.isEmpty()) {
            days.add(new ConferencePage.Day(
                    "undated",
                    days.isEmpty() ? Wording.text("search.talks") : Wording.text("conference.without-a-date"),
                    slots(undated)));
        }
        return days;
    }

    private static List<ConferencePage.Slot> slots(List<ListedTalk> talks) {
        var slots = new ArrayList<ConferencePage.Slot>();
        var before = "";
        for (var talk : talks) {
            var time = talk.localTime() == null ? "" : talk.localTime();
            slots.add(new ConferencePage.Slot(
                    time,
                    !time.isEmpty() && time.equals(before),
                    talk.room() == null ? "" : talk.room(),
                    "",
                    TalkLines.inProgramme(talk)));
            before = time;
        }
        return slots;
    }
}
