package org.talks.catalogue.importing;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.talks.catalogue.eventstore.EventLog;
import org.talks.catalogue.eventstore.SourceRegistry;
import org.talks.catalogue.importing.PlanEntry.Kind;
import org.talks.catalogue.talk.ListedTalk;
import org.talks.catalogue.talk.TalkCommand;
import org.talks.catalogue.talk.TalkContent;
import org.talks.catalogue.talk.TalkLists;
import org.talks.events.Resource;

/// Tells what a source no longer has of the conferences that it does have. A talk with a recording was given, so
/// it cannot be cancelled by its absence: it is withdrawn; any other is cancelled and stays visible as such. A
/// source that delivers it again brings it back.
final class GonePlanning {

    private static final String REASON = "It is no longer in its source.";

    private final SourceRegistry sources;
    private final EventLog log;
    private final TalkLists talks;

    GonePlanning(SourceRegistry sources, EventLog log, TalkLists talks) {
        this.sources = sources;
        this.log = log;
        this.talks = talks;
    }

    /// @param apply whether commands are planned; otherwise it is only told
    /// @return how many are gone
    long plan(Delivered delivered, boolean apply, String note, Drafted drafted) {
        long gone = 0;
        for (var entry : delivered.conferences().entrySet()) {
            var source = entry.getKey();
            var keys = sources.ask(answers -> new TreeMap<>(answers.keys("talk", source)));
            keys.keySet().removeAll(delivered.talkKeys(source));
            if (keys.isEmpty()) {
                continue;
            }
            var shown = shown(entry.getValue());
            for (var stream : new HashSet<>(keys.values()).stream().sorted().toList()) {
                if (shown.contains(Streams.id(stream)) && plan(stream, source, apply, note, drafted)) {
                    gone++;
                }
            }
        }
        return gone;
    }

    private Set<String> shown(Set<String> conferenceIds) {
        var shown = new HashSet<String>();
        for (var id : conferenceIds) {
            talks.ofConference(id).stream().map(ListedTalk::id).forEach(shown::add);
        }
        return shown;
    }

    private boolean plan(String stream, String source, boolean apply, String note, Drafted drafted) {
        var history = log.stream(stream, Long.MAX_VALUE);
        var talk = Folds.talk(history, null);
        var base = Folds.talk(history, source);
        if (talk == null || base == null || !talk.visible() || talk.cancelled() || base.cancelled()) {
            // Told before, or taken care of by a person.
            return false;
        }
        if (talk.sources().stream().anyMatch(key -> !key.source().equals(source))) {
            // Another source knows it still.
            return false;
        }
        var command = recorded(talk)
                ? new TalkCommand.WithdrawTalk(talk.id(), REASON)
                : new TalkCommand.CancelTalk(talk.id(), REASON);
        if (apply) {
            drafted.step(new Step(command, (long) history.size(), source, "gone", talk.title()));
        }
        drafted.entry(
                Kind.GONE,
                "talk",
                talk.talkId(),
                talk.title(),
                List.of(),
                "",
                apply ? recorded(talk) ? "It leaves the catalogue." : "It is marked as cancelled." : note,
                null,
                null);
        return true;
    }

    private static boolean recorded(TalkContent talk) {
        return talk.resources().stream()
                .anyMatch(r -> r.kind().equals(Resource.VIDEO) || r.kind().equals(Resource.AUDIO));
    }
}
