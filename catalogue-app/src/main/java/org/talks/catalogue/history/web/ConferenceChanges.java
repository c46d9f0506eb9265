package org.talks.catalogue.history.web;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.talks.catalogue.asof.Past;
import org.talks.catalogue.asof.PastTalk;
import org.talks.catalogue.talk.TalkContent;
import org.talks.catalogue.web.HistoryPage.Change;
import org.talks.catalogue.web.Wording;

/// What is different about a conference and its programme between two moments. What was done and undone in
/// between is no difference.
///
/// @param details changes of the conference itself
/// @param talks in the order of the later programme, then those that are no longer in it
record ConferenceChanges(List<Change> details, List<TalkChange> talks) {

    ConferenceChanges {
        details = List.copyOf(details);
        talks = List.copyOf(talks);
    }

    /// What may have become of a talk, the weightiest first.
    enum Kind {
        ADDED,
        MOVED_HERE,
        RESTORED,
        CANCELLED,
        REINSTATED,
        WITHDRAWN,
        MOVED_AWAY,
        RESCHEDULED,
        RETITLED,
        SPEAKERS,
        EDITED;

        String label() {
            return Wording.text(
                    "history.changed." + name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
    }

    /// One talk.
    ///
    /// @param kinds at least one
    /// @param title the later one
    /// @param changes part by part; none for a talk that was added or left
    record TalkChange(String id, String title, Set<Kind> kinds, List<Change> changes) {

        /// The weightiest.
        Kind kind() {
            return kinds.iterator().next();
        }
    }

    static ConferenceChanges between(String conferenceId, Past before, Past after, Names names) {
        var details = new ArrayList<Change>();
        var was = before.findConference(conferenceId);
        var is = after.findConference(conferenceId);
        if (was != null && is != null) {
            details.addAll(Comparing.of(was, is, names));
        }
        var older = byId(before.ofConference(conferenceId));
        var newer = byId(after.ofConference(conferenceId));
        var talks = new ArrayList<TalkChange>();
        Stream.concat(newer.keySet().stream(), older.keySet().stream().filter(id -> !newer.containsKey(id)))
                .forEach(id -> {
                    var change = change(id, older.get(id), newer.get(id), before, after, names);
                    if (change != null) {
                        talks.add(change);
                    }
                });
        return new ConferenceChanges(details, talks);
    }

    private static LinkedHashMap<String, PastTalk> byId(List<PastTalk> talks) {
        var byId = new LinkedHashMap<String, PastTalk>();
        talks.forEach(talk -> byId.put(talk.content().talkId(), talk));
        return byId;
    }

    private static @Nullable TalkChange change(
            String id, @Nullable PastTalk old, @Nullable PastTalk now, Past before, Past after, Names names) {
        if (now == null) {
            if (old == null) {
                return null;
            }
            var later = after.talk(id);
            var away = later != null
                    && !later.content().withdrawn()
                    && !later.content().conferenceId().equals(old.content().conferenceId());
            return new TalkChange(
                    id,
                    later == null ? old.content().title() : later.content().title(),
                    EnumSet.of(away ? Kind.MOVED_AWAY : Kind.WITHDRAWN),
                    List.of());
        }
        if (old == null) {
            var earlier = before.talk(id);
            var kind = earlier == null
                    ? Kind.ADDED
                    : earlier.content().conferenceId().equals(now.content().conferenceId())
                            ? Kind.RESTORED
                            : Kind.MOVED_HERE;
            return new TalkChange(id, now.content().title(), EnumSet.of(kind), List.of());
        }
        var changes = Comparing.of(old.content(), now.content(), names);
        return changes.isEmpty()
                ? null
                : new TalkChange(id, now.content().title(), kinds(old.content(), now.content()), changes);
    }

    private static Set<Kind> kinds(TalkContent old, TalkContent now) {
        var kinds = EnumSet.noneOf(Kind.class);
        if (now.cancelled() != old.cancelled()) {
            kinds.add(now.cancelled() ? Kind.CANCELLED : Kind.REINSTATED);
        }
        if (!now.sessions().equals(old.sessions())) {
            kinds.add(Kind.RESCHEDULED);
        }
        if (!now.title().equals(old.title())) {
            kinds.add(Kind.RETITLED);
        }
        if (!now.speakers().equals(old.speakers())) {
            kinds.add(Kind.SPEAKERS);
        }
        if (kinds.isEmpty()) {
            kinds.add(Kind.EDITED);
        }
        return kinds;
    }
}
