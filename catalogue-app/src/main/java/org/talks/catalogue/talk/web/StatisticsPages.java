package org.talks.catalogue.talk.web;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.talks.catalogue.conference.Conferences;
import org.talks.catalogue.speaker.Speakers;
import org.talks.catalogue.talk.view.TalkViews;
import org.talks.catalogue.talk.view.TalkViews.Added;
import org.talks.catalogue.web.BarRow;
import org.talks.catalogue.web.Dates;
import org.talks.catalogue.web.Languages;
import org.talks.catalogue.web.PageController;
import org.talks.catalogue.web.Paths;
import org.talks.catalogue.web.Visit;
import org.talks.catalogue.web.Wording;

/// `/statistics`: what the catalogue holds.
@PageController
final class StatisticsPages {

    /// As many spans of time make a chart that can be read; with more, longer ones are taken.
    private static final int SPANS_MAX = 40;

    /// The spans that growth is told in, the shortest first.
    enum Span {
        MINUTE(16),
        HOUR(13),
        DAY(10),
        MONTH(7),
        YEAR(4);

        final int characters;

        Span(int characters) {
            this.characters = characters;
        }

        String label() {
            return Wording.text("talk.span." + name().toLowerCase(Locale.ROOT));
        }

        /// Counts by minute, brought together.
        SortedMap<String, Long> of(List<Added> byMinute) {
            var bySpan = new TreeMap<String, Long>();
            byMinute.forEach(count ->
                    bySpan.merge(count.minute().toString().substring(0, characters), count.talks(), Long::sum));
            return bySpan;
        }

        private static String day(String value) {
            return Dates.day(LocalDate.parse(value.substring(0, DAY.characters)));
        }

        String words(String value) {
            return switch (this) {
                case MINUTE -> day(value) + ", " + value.substring(DAY.characters + 1);
                case HOUR -> day(value) + ", " + value.substring(DAY.characters + 1) + ":00";
                case DAY -> day(value);
                case MONTH -> YearMonth.parse(value).format(DateTimeFormatter.ofPattern("LLLL uuuu", Wording.locale()));
                case YEAR -> value;
            };
        }
    }

    private final TalkViews talks;
    private final Conferences conferences;
    private final Speakers speakers;

    StatisticsPages(TalkViews talks, Conferences conferences, Speakers speakers) {
        this.talks = talks;
        this.conferences = conferences;
        this.speakers = speakers;
    }

    @GetMapping("/statistics")
    StatisticsPage statistics(Visit visit) {
        var totals = talks.totals();
        var words = new ArrayList<String>();
        words.add(Wording.count("count.talks", totals.talks()));
        words.add(Wording.count("count.speakers", speakers.count()));
        words.add(Wording.count("count.conferences", conferences.count()));
        if (totals.hours() > 0) {
            words.add(Wording.count("count.hours", totals.hours()));
        }
        var added = talks.added();
        var span = span(added);
        return new StatisticsPage(
                visit,
                words,
                BarRow.of(talks.perYear().stream()
                        .map(y -> new BarRow.Entry(y.value(), "/?year=" + y.value(), y.talks()))
                        .toList()),
                BarRow.of(talks.perLanguage().stream()
                        .map(l -> new BarRow.Entry(
                                Languages.name(l.value()), "/?language=" + Paths.encoded(l.value()), l.talks()))
                        .toList()),
                BarRow.of(talks.perKind().stream()
                        .map(k -> new BarRow.Entry(
                                Wording.word(k.value()), "/?kind=" + Paths.encoded(k.value()), k.talks()))
                        .toList()),
                span.label(),
                growth(span.of(added), span));
    }

    private static Span span(List<Added> added) {
        for (var span : Span.values()) {
            if (span == Span.YEAR || span.of(added).size() <= SPANS_MAX) {
                return span;
            }
        }
        return Span.YEAR;
    }

    private static List<StatisticsPage.Growth> growth(Map<String, Long> added, Span span) {
        var growth = new ArrayList<StatisticsPage.Growth>();
        var inAll = 0L;
        for (var one : added.entrySet()) {
            inAll += one.getValue();
            growth.add(new StatisticsPage.Growth(span.words(one.getKey()), one.getValue(), inAll));
        }
        return growth;
    }
}
