package org.talks.catalogue.talk.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.talks.catalogue.command.Refused;
import org.talks.catalogue.pages.TalkLines;
import org.talks.catalogue.speaker.SpeakerName;
import org.talks.catalogue.talk.ListedTalk;
import org.talks.catalogue.talk.view.TalkViews;
import org.talks.catalogue.web.BarRow;
import org.talks.catalogue.web.PageController;
import org.talks.catalogue.web.PageSlice;
import org.talks.catalogue.web.Paths;
import org.talks.catalogue.web.Ref;
import org.talks.catalogue.web.Visit;
import org.talks.catalogue.web.Wording;

/// Topics, and the talks about each.
@PageController
final class TopicPages {

    private static final int TOPICS_PER_PAGE = 300;
    private static final int TALKS_PER_PAGE = 50;
    private static final int NEIGHBOURS = 12;
    private static final int SPEAKERS = 8;

    private final TalkViews talks;

    TopicPages(TalkViews talks) {
        this.talks = talks;
    }

    @GetMapping("/topics")
    TopicsPage topics(@RequestParam(defaultValue = "1") int page, Visit visit) {
        var all = talks.topics(Integer.MAX_VALUE);
        var slice = PageSlice.of(all, page, TOPICS_PER_PAGE);
        return new TopicsPage(
                visit,
                Wording.count("count.topics", all.size()),
                slice.items().stream()
                        .map(t -> new TopicsPage.Line(new Ref(Paths.topic(t.topic()), t.topic()), t.talks()))
                        .toList(),
                slice.paging("/topics"));
    }

    @GetMapping(path = "/topics", params = "name")
    TopicPage named(@RequestParam String name, @RequestParam(defaultValue = "1") int page, Visit visit) {
        return topic(name, page, visit);
    }

    @GetMapping("/topics/{topic}")
    TopicPage topic(@PathVariable String topic, @RequestParam(defaultValue = "1") int page, Visit visit) {
        var about = talks.ofTopic(topic);
        if (about.isEmpty()) {
            throw new Refused.NotFound("No talk is about " + topic + ".");
        }
        var path = Paths.topic(topic);
        var slice = PageSlice.of(about, page, TALKS_PER_PAGE);
        return new TopicPage(
                visit,
                path,
                topic,
                Wording.count("count.talks", about.size()),
                TalkLines.of(slice.items()),
                slice.paging(path),
                perYear(topic, about),
                talks.neighboursOf(topic, NEIGHBOURS).stream()
                        .map(t -> new Ref(Paths.topic(t.topic()), t.topic()))
                        .toList(),
                speakers(about),
                search(topic));
    }

    private static String search(String topic) {
        return "/?topic=" + Paths.encoded(topic);
    }

    private static List<BarRow> perYear(String topic, List<ListedTalk> about) {
        var years = new TreeMap<Integer, Long>();
        for (var talk : about) {
            if (talk.date() != null) {
                years.merge(talk.date().getYear(), 1L, Long::sum);
            }
        }
        return BarRow.of(years.entrySet().stream()
                .map(year -> new BarRow.Entry(
                        String.valueOf(year.getKey()), search(topic) + "&year=" + year.getKey(), year.getValue()))
                .toList());
    }

    private static List<BarRow> speakers(List<ListedTalk> about) {
        var counts = new HashMap<SpeakerName, Long>();
        about.forEach(talk -> talk.speakers().forEach(speaker -> counts.merge(speaker, 1L, Long::sum)));
        return BarRow.of(counts.entrySet().stream()
                .filter(entry -> entry.getValue() > 1)
                .sorted(Map.Entry.<SpeakerName, Long>comparingByValue()
                        .reversed()
                        .thenComparing(entry -> entry.getKey().name()))
                .limit(SPEAKERS)
                .map(entry -> new BarRow.Entry(
                        entry.getKey().name(),
                        Paths.speaker(entry.getKey().id(), entry.getKey().name()),
                        entry.getValue()))
                .toList());
    }
}
