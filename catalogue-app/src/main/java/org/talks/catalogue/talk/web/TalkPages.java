package org.talks.catalogue.talk.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.talks.catalogue.command.Refused;
import org.talks.catalogue.conference.ConferenceContent;
import org.talks.catalogue.conference.Conferences;
import org.talks.catalogue.pages.Answers;
import org.talks.catalogue.pages.TalkLines;
import org.talks.catalogue.searching.TalkSearch;
import org.talks.catalogue.speaker.Speakers;
import org.talks.catalogue.talk.TalkContent;
import org.talks.catalogue.talk.view.TalkViews;
import org.talks.catalogue.talk.web.TalkPage.Opened;
import org.talks.catalogue.talk.web.TalkPage.Tab;
import org.talks.catalogue.web.Fragment;
import org.talks.catalogue.web.PageController;
import org.talks.catalogue.web.Paths;
import org.talks.catalogue.web.Ref;
import org.talks.catalogue.web.Visit;
import org.talks.catalogue.web.Wording;

/// Talks, to be read. The id decides which; the rest of the address is for people, and a wrong or old one leads
/// to the right one.
@PageController
final class TalkPages {

    private static final int SIMILAR = 5;

    private final TalkViews talks;
    private final Conferences conferences;
    private final Speakers speakers;
    private final TalkSearch search;
    private final TalkEditing editing;

    TalkPages(TalkViews talks, Conferences conferences, Speakers speakers, TalkSearch search, TalkEditing editing) {
        this.talks = talks;
        this.conferences = conferences;
        this.speakers = speakers;
        this.search = search;
        this.editing = editing;
    }

    @GetMapping({"/talks/{id}", "/talks/{id}/{slug}"})
    ResponseEntity<Fragment> talk(@PathVariable String id, HttpServletRequest request, Visit visit) {
        return talk(id, new Opened(Tab.SUMMARY, 0), request, visit);
    }

    @GetMapping({"/talks/{id}/notes", "/talks/{id}/{slug:(?!edit$).+}/notes"})
    ResponseEntity<Fragment> notes(@PathVariable String id, HttpServletRequest request, Visit visit) {
        return talk(id, new Opened(Tab.NOTES, 0), request, visit);
    }

    /// @param t second of the recording that somebody came for
    @GetMapping({"/talks/{id}/transcript", "/talks/{id}/{slug:(?!edit$).+}/transcript"})
    ResponseEntity<Fragment> transcript(
            @PathVariable String id, @RequestParam(defaultValue = "0") int t, HttpServletRequest request, Visit visit) {
        return talk(id, new Opened(Tab.TRANSCRIPT, Math.max(0, t)), request, visit);
    }

    @GetMapping({"/talks/{id}/slides", "/talks/{id}/{slug:(?!edit$).+}/slides"})
    ResponseEntity<Fragment> slides(@PathVariable String id, HttpServletRequest request, Visit visit) {
        return talk(id, new Opened(Tab.SLIDES, 0), request, visit);
    }

    @GetMapping({"/talks/{id}/resources", "/talks/{id}/{slug:(?!edit$).+}/resources"})
    ResponseEntity<Fragment> resources(@PathVariable String id, HttpServletRequest request, Visit visit) {
        return talk(id, new Opened(Tab.RESOURCES, 0), request, visit);
    }

    private ResponseEntity<Fragment> talk(String id, Opened opened, HttpServletRequest request, Visit visit) {
        var stored = talks.talk(id);
        if (stored == null || stored.content().suppressed()) {
            throw new Refused.NotFound("There is no talk " + id + ".");
        }
        var talk = stored.content();
        var path = Paths.talk(id, talk.title());
        var asOf = request.getParameter("asOf");
        if (asOf != null) {
            // A talk as it was is one page.
            return Answers.seeOther(path + "?asOf=" + Paths.encoded(asOf));
        }
        var segment = opened.tab().segment();
        var moved = Answers.unlessAt(segment.isEmpty() ? path : path + "/" + segment, request);
        if (moved.isPresent()) {
            return moved.get();
        }
        var conference = conferences.find(talk.conferenceId());
        var gone = talk.withdrawn() || conference == null || conference.removed();
        var reading = new TalkReading(stored, conference);
        var page = reading.page(
                        visit,
                        gone,
                        reading.speakers(speakers),
                        talks.transcripts(id),
                        TalkLines.of(talks.sameAs(talk)),
                        // Only the first tab shows them, and looking for them costs as much as all the rest.
                        gone || opened.tab() != Tab.SUMMARY ? List.of() : similar(id),
                        neighbours(talk, conference),
                        visit.mayEdit() ? editing.edits(talk) : null)
                .open(opened);
        if (!page.has(opened.tab())) {
            return Answers.seeOther(path);
        }
        return ResponseEntity.status(gone ? HttpStatus.GONE : HttpStatus.OK).body(page);
    }

    private List<org.talks.catalogue.web.TalkLine> similar(String id) {
        var found = search.similar(id, SIMILAR);
        var listed = talks.withIds(found.stream().map(s -> s.hit().id()).toList());
        return found.stream()
                .flatMap(similar -> listed.stream()
                        .filter(talk -> talk.id().equals(similar.hit().id()))
                        .map(talk -> TalkLines.of(
                                talk,
                                similar.shares().isEmpty()
                                        ? ""
                                        : Wording.text(
                                                "talk.shares",
                                                String.join(
                                                        ", ",
                                                        similar.shares().stream()
                                                                .limit(3)
                                                                .toList())))))
                .toList();
    }

    /// The talks before and after in the conference's programme.
    record Neighbours(@Nullable Ref before, @Nullable Ref after) {}

    private Neighbours neighbours(TalkContent talk, @Nullable ConferenceContent conference) {
        if (conference == null || conference.removed()) {
            return new Neighbours(null, null);
        }
        var programme = talks.ofConference(conference.conferenceId());
        for (var i = 0; i < programme.size(); i++) {
            if (programme.get(i).id().equals(talk.talkId())) {
                return new Neighbours(
                        i == 0 ? null : ref(programme.get(i - 1)),
                        i == programme.size() - 1 ? null : ref(programme.get(i + 1)));
            }
        }
        return new Neighbours(null, null);
    }

    private static Ref ref(org.talks.catalogue.talk.ListedTalk talk) {
        return new Ref(Paths.talk(talk.id(), talk.title()), talk.title());
    }
}
