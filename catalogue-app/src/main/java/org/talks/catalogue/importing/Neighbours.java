package org.talks.catalogue.importing;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.talks.catalogue.conference.Conferences;
import org.talks.catalogue.conference.ListedConference;
import org.talks.catalogue.eventstore.SourceRegistry;
import org.talks.catalogue.importing.format.ConferenceDraft;
import org.talks.catalogue.importing.format.TalkDraft;
import org.talks.catalogue.speaker.Speakers;
import org.talks.catalogue.talk.ListedTalk;
import org.talks.catalogue.talk.TalkLists;

/// What the catalogue has that may be the same as something that is new. Only ever a proposal: it asks the views,
/// which may be a moment behind. For one import.
final class Neighbours {

    private static final Pattern NEITHER_LETTER_NOR_DIGIT = Pattern.compile("[^\\p{L}\\p{N}]");

    private final TalkLists talks;
    private final Conferences conferences;
    private final Speakers speakers;

    private @Nullable Map<String, List<ListedConference>> byName;
    private final Map<String, Map<String, ListedTalk>> byTitle = new HashMap<>();

    Neighbours(TalkLists talks, Conferences conferences, Speakers speakers) {
        this.talks = talks;
        this.conferences = conferences;
        this.speakers = speakers;
    }

    /// One of the same name that may have been at the same time.
    @Nullable
    ListedConference conferenceLike(ConferenceDraft draft) {
        if (byName == null) {
            byName = new HashMap<>();
            for (var conference : conferences.all()) {
                byName.merge(folded(conference.name()), List.of(conference), Neighbours::together);
            }
        }
        return byName.getOrDefault(folded(draft.name()), List.of()).stream()
                .filter(known -> draft.startDate() == null
                        || known.startDate() == null
                        || !(draft.startDate().isAfter(Objects.requireNonNullElse(known.endDate(), known.startDate()))
                                || known.startDate()
                                        .isAfter(Objects.requireNonNullElse(draft.endDate(), draft.startDate()))))
                .findFirst()
                .orElse(null);
    }

    /// A talk of the same conference with the same title.
    @Nullable
    ListedTalk talkLike(String conferenceId, TalkDraft draft) {
        var titles = byTitle.computeIfAbsent(conferenceId, this::titles);
        return titles.isEmpty() ? null : titles.get(folded(draft.title()));
    }

    /// What a speaker or a conference is called.
    String nameOf(String id) {
        var speaker = speakers.find(id);
        if (speaker != null) {
            return speaker.name();
        }
        var conference = conferences.find(id);
        return conference == null ? id : conference.name();
    }

    private Map<String, ListedTalk> titles(String conferenceId) {
        var titles = new HashMap<String, ListedTalk>();
        talks.ofConference(conferenceId).forEach(talk -> titles.put(folded(talk.title()), talk));
        return titles;
    }

    private static <T> List<T> together(List<T> one, List<T> other) {
        return java.util.stream.Stream.concat(one.stream(), other.stream()).toList();
    }

    /// Letters and digits only: sources disagree about hyphens, quotes and accents.
    private static String folded(String text) {
        var plain = NEITHER_LETTER_NOR_DIGIT
                .matcher(Normalizer.normalize(SourceRegistry.foldedName(text), Normalizer.Form.NFKD))
                .replaceAll("");
        return plain.isEmpty() ? text.toLowerCase(Locale.ROOT) : plain;
    }
}
