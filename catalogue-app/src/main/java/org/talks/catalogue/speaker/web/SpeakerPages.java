package org.talks.catalogue.speaker.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.talks.catalogue.account.CurrentActor;
import org.talks.catalogue.account.Role;
import org.talks.catalogue.command.Refused;
import org.talks.catalogue.pages.Answers;
import org.talks.catalogue.pages.TalkLines;
import org.talks.catalogue.speaker.SpeakerContent;
import org.talks.catalogue.speaker.SpeakerName;
import org.talks.catalogue.speaker.view.SpeakerViews;
import org.talks.catalogue.talk.ListedTalk;
import org.talks.catalogue.talk.TalkLists;
import org.talks.catalogue.talk.TalkLists.TopicCount;
import org.talks.catalogue.text.Texts;
import org.talks.catalogue.web.Alternates;
import org.talks.catalogue.web.Counts;
import org.talks.catalogue.web.Edits;
import org.talks.catalogue.web.Fragment;
import org.talks.catalogue.web.PageController;
import org.talks.catalogue.web.Paging;
import org.talks.catalogue.web.Paths;
import org.talks.catalogue.web.Player;
import org.talks.catalogue.web.Ref;
import org.talks.catalogue.web.SafeHtml;
import org.talks.catalogue.web.Visit;
import org.talks.catalogue.web.Wording;
import org.talks.events.Link;

/// Speakers by name, and each with all their talks.
@PageController
final class SpeakerPages {

    private static final int PER_PAGE = 300;
    static final int TOPICS = 12;
    private static final int TOGETHER = 10;

    /// More than anybody decides about in one sitting.
    private static final int MERGES_MAX = 200;

    private static final int CONFERENCES_OF_ALIKE = 3;

    private final SpeakerViews speakers;
    private final TalkLists talks;
    private final SpeakerEditing editing;
    private final CurrentActor currentActor;

    SpeakerPages(SpeakerViews speakers, TalkLists talks, SpeakerEditing editing, CurrentActor currentActor) {
        this.currentActor = currentActor;
        this.speakers = speakers;
        this.talks = talks;
        this.editing = editing;
    }

    @GetMapping("/speakers")
    SpeakersPage speakers(
            @RequestParam(required = false) @Nullable String letter,
            @RequestParam(defaultValue = "1") int page,
            Visit visit) {
        var initials = speakers.initials();
        var shown = letter != null
                ? letter
                : initials.isEmpty() ? "" : initials.getFirst().getKey();
        var total = initials.stream()
                .filter(initial -> initial.getKey().equals(shown))
                .mapToLong(Map.Entry::getValue)
                .sum();
        var number = Math.clamp(page, 1, Math.max(1, (int) Math.ceilDiv(total, PER_PAGE)));
        var from = (number - 1) * PER_PAGE;
        var path = letterPath(shown);
        return new SpeakersPage(
                visit,
                Wording.count("count.speakers", speakers.count()),
                initials.stream()
                        .map(initial -> new SpeakersPage.Letter(letterPath(initial.getKey()), initial.getKey()))
                        .toList(),
                shown,
                speakers.startingWith(shown, PER_PAGE, from).stream()
                        .map(s -> new SpeakersPage.Line(
                                new Ref(Paths.speaker(s.id(), s.name()), s.name()), "", s.talks()))
                        .toList(),
                new Paging(
                        number == 1 ? null : path + "&page=" + (number - 1),
                        from + PER_PAGE < total ? path + "&page=" + (number + 1) : null,
                        total <= PER_PAGE
                                ? ""
                                : Wording.text(
                                        "speaker.of",
                                        Counts.of(from + 1L),
                                        Counts.of(Math.min(total, from + PER_PAGE)),
                                        Counts.of(total))));
    }

    @GetMapping({"/speakers/{id}", "/speakers/{id}/{slug}"})
    ResponseEntity<Fragment> speaker(@PathVariable String id, HttpServletRequest request, Visit visit) {
        // After merges this is another person's page.
        var name = speakers.names(List.of(id)).get(id);
        var speaker = name == null ? null : speakers.find(name.id());
        if (name == null || speaker == null) {
            throw new Refused.NotFound("There is no speaker " + id + ".");
        }
        var path = Paths.speaker(name.id(), name.name());
        var moved = Answers.unlessAt(path, request);
        return moved.orElseGet(() -> ResponseEntity.ok(page(speaker, path, visit)));
    }

    private SpeakerPage page(SpeakerContent speaker, String path, Visit visit) {
        var same = speakers.withMerged(speaker.speakerId());
        return page(
                        speaker,
                        path,
                        same.stream()
                                .filter(other -> !other.equals(speaker.speakerId()))
                                .sorted()
                                .map(speakers::find)
                                .filter(Objects::nonNull)
                                .toList(),
                        talks.ofSpeakers(same),
                        talks.topicsOfSpeakers(same, TOPICS),
                        visit,
                        visit.mayEdit() ? editing.edits(speaker) : null)
                .perhaps(visit.mayEdit() ? perhaps(speaker) : List.of());
    }

    private List<Ref> perhaps(SpeakerContent speaker) {
        return speakers.named(speaker.name()).stream()
                .filter(other -> !other.id().equals(speaker.speakerId()))
                .map(TalkLines::speaker)
                .toList();
    }

    /// People who share a name, for whoever may merge them.
    @GetMapping("/speakers/merges")
    MergesPage merges(Visit visit) {
        currentActor.require(Role.EDITOR);
        var groups = new LinkedHashMap<String, List<MergesPage.Person>>();
        var alike = speakers.namedAlike(MERGES_MAX);
        for (var one : alike) {
            groups.computeIfAbsent(SpeakerViews.folded(one.name()), name -> new ArrayList<>())
                    .add(new MergesPage.Person(
                            new Ref(Paths.speaker(one.id(), one.name()), one.name()),
                            "/speakers/" + one.id() + "/edit/merge",
                            one.talks(),
                            conferences(one.id())));
        }
        return new MergesPage(
                visit,
                groups.values().stream().filter(group -> group.size() > 1).toList(),
                alike.size() == MERGES_MAX);
    }

    /// The latest, to tell two people apart by.
    private List<String> conferences(String speakerId) {
        return talks.ofSpeakers(Set.of(speakerId)).stream()
                .map(ListedTalk::conferenceName)
                .distinct()
                .limit(CONFERENCES_OF_ALIKE)
                .toList();
    }

    /// @param merged those who were merged into the speaker
    static SpeakerPage page(
            SpeakerContent speaker,
            String path,
            List<SpeakerContent> merged,
            List<ListedTalk> given,
            List<TopicCount> topics,
            Visit visit,
            @Nullable Edits edits) {
        var details = speaker.details();
        return new SpeakerPage(
                visit,
                path,
                speaker.name(),
                facts(given),
                details.affiliation(),
                speaker.aliases(),
                SafeHtml.trusted(Texts.html(details.bio())),
                details.links().stream().map(SpeakerPages::link).toList(),
                years(given),
                topics.stream()
                        .map(t -> new Ref(Paths.topic(t.topic()), t.topic()))
                        .toList(),
                together(given, speaker.speakerId()),
                merged.stream()
                        .filter(other -> !other.removed())
                        .map(other -> Wording.text("speaker.also-recorded-as", other.name()))
                        .distinct()
                        .toList(),
                Alternates.speaker(speaker.speakerId()),
                null,
                edits);
    }

    private static String letterPath(String letter) {
        return "/speakers?letter=" + Paths.encoded(letter);
    }

    private static List<String> facts(List<ListedTalk> given) {
        var facts = new ArrayList<String>();
        facts.add(Wording.count("count.talks", given.size()));
        var conferences =
                given.stream().map(ListedTalk::conferenceId).distinct().count();
        if (conferences > 0) {
            facts.add(Wording.count("count.conferences", conferences));
        }
        var years = new TreeSet<Integer>();
        given.stream().map(ListedTalk::date).filter(Objects::nonNull).forEach(date -> years.add(date.getYear()));
        if (!years.isEmpty()) {
            facts.add(years.size() == 1 ? String.valueOf(years.first()) : years.first() + "–" + years.last());
        }
        return facts;
    }

    private static Ref link(Link link) {
        if (link.label() != null) {
            return new Ref(link.url(), link.label());
        }
        try {
            return new Ref(link.url(), Player.host(URI.create(link.url())));
        } catch (IllegalArgumentException e) {
            return new Ref(link.url(), link.url());
        }
    }

    private static List<SpeakerPage.Year> years(List<ListedTalk> given) {
        var byYear = new LinkedHashMap<String, List<ListedTalk>>();
        given.stream()
                .filter(talk -> talk.date() != null)
                .forEach(talk -> byYear.computeIfAbsent(year(talk), year -> new ArrayList<>())
                        .add(talk));
        var undated = given.stream().filter(talk -> talk.date() == null).toList();
        if (!undated.isEmpty()) {
            byYear.put(Wording.text("conference.undated"), undated);
        }
        return byYear.entrySet().stream()
                .map(year -> new SpeakerPage.Year(
                        year.getKey(),
                        year.getValue().stream().map(TalkLines::bySpeaker).toList()))
                .toList();
    }

    private static String year(ListedTalk talk) {
        return talk.date() == null
                ? Wording.text("conference.undated")
                : String.valueOf(talk.date().getYear());
    }

    private static List<Ref> together(List<ListedTalk> given, String self) {
        var counts = new HashMap<SpeakerName, Long>();
        given.forEach(talk -> talk.speakers().stream()
                .filter(speaker -> !speaker.id().equals(self))
                .forEach(speaker -> counts.merge(speaker, 1L, Long::sum)));
        return counts.entrySet().stream()
                .sorted(Map.Entry.<SpeakerName, Long>comparingByValue()
                        .reversed()
                        .thenComparing(entry -> entry.getKey().name()))
                .limit(TOGETHER)
                .map(entry -> TalkLines.speaker(entry.getKey()))
                .toList();
    }
}
