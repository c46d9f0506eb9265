package org.talks.catalogue.history.web;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.talks.catalogue.history.History;
import org.talks.catalogue.history.TranscriptHistory;
import org.talks.catalogue.talk.TalkContent;
import org.talks.catalogue.transcript.TranscriptContent;
import org.talks.catalogue.web.Paths;
import org.talks.catalogue.web.Ref;
import org.talks.catalogue.web.Wording;
import org.talks.events.Resource;

/// The parts of a talk that have pages of their own, so that they can be gone to from its history as from each
/// other.
@Component
final class TalkTabs {

    private final History history;
    private final TranscriptHistory transcripts;

    TalkTabs(History history, TranscriptHistory transcripts) {
        this.history = history;
        this.transcripts = transcripts;
    }

    /// Those with something in them, in the order of the talk's page; none for what is no talk or is not shown.
    List<Ref> of(Object content) {
        if (!(content instanceof TalkContent talk) || talk.suppressed()) {
            return List.of();
        }
        var path = Paths.talk(talk.talkId(), talk.title());
        var resources = talk.details().resources();
        var tabs = new ArrayList<Ref>();
        tabs.add(new Ref(path, Wording.text("search.in.summary")));
        if (!talk.details().notes().isEmpty()) {
            tabs.add(new Ref(path + "/notes", Wording.text("search.in.notes")));
        }
        if (transcripts.ofTalk(talk.id()).stream()
                .anyMatch(transcript -> history.now(transcript.stream()) instanceof TranscriptContent attached
                        && !attached.removed())) {
            tabs.add(new Ref(path + "/transcript", Wording.text("search.in.transcript")));
        }
        if (resources.stream().anyMatch(resource -> resource.kind().equals(Resource.SLIDES))) {
            tabs.add(new Ref(path + "/slides", Wording.text("talk.slides")));
        }
        if (!resources.isEmpty()) {
            tabs.add(new Ref(path + "/resources", Wording.text("talk.resources")));
        }
        return tabs;
    }
}
