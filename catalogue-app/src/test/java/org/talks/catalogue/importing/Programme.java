package org.talks.catalogue.importing;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A conference's programme as an organiser might have it, before it is written in any format. Null and empty:
/// the organiser does not say.
///
/// @param acronym names the file and, where the format has one, the source
record Programme(String acronym, String title, @Nullable String zone, List<Given> talks) {

    Programme {
        talks = List.copyOf(talks);
    }

    /// @param key `001`
    /// @param minutes 0 when unknown
    record Given(
            String key,
            String title,
            @Nullable String text,
            @Nullable LocalDateTime start,
            int minutes,
            @Nullable String room,
            @Nullable String track,
            @Nullable String language,
            List<Person> speakers,
            List<String> topics,
            @Nullable String video) {

        Given {
            speakers = List.copyOf(speakers);
            topics = List.copyOf(topics);
        }
    }

    /// @param number tells persons apart where a format has keys for them; names need not
    record Person(int number, String name) {}

    /// What an organiser does to a talk between two exports.
    enum Revision {
        KEPT,
        DROPPED,
        RETITLED,
        REWRITTEN,
        MOVED,
        HANDED_OVER,
        EXTENDED,
        CANCELLED,
        FORGOTTEN;

        @Nullable
        Given of(Given talk, Given other) {
            return switch (this) {
                case KEPT -> talk;
                case DROPPED -> null;
                case RETITLED -> with(talk, other.title(), talk.text(), talk, talk.speakers(), talk);
                case REWRITTEN -> with(talk, talk.title(), other.text(), talk, talk.speakers(), talk);
                case MOVED -> with(talk, talk.title(), talk.text(), other, talk.speakers(), talk);
                case HANDED_OVER -> with(talk, talk.title(), talk.text(), talk, other.speakers(), talk);
                case EXTENDED -> with(talk, talk.title(), talk.text(), talk, talk.speakers(), other);
                case CANCELLED -> with(talk, "CANCELED: " + talk.title(), talk.text(), talk, talk.speakers(), talk);
                case FORGOTTEN ->
                    new Given(talk.key(), talk.title(), null, null, 0, null, null, null, List.of(), List.of(), null);
            };
        }

        private static Given with(
                Given talk, String title, @Nullable String text, Given slot, List<Person> speakers, Given rest) {
            return new Given(
                    talk.key(),
                    title,
                    text,
                    slot.start(),
                    slot.minutes(),
                    slot.room(),
                    rest.track(),
                    rest.language(),
                    speakers,
                    rest.topics(),
                    rest.video());
        }
    }

    /// The next version.
    ///
    /// @param revisions in the order of the talks, over and over
    /// @param more talks that are new, and what changed ones take over
    Programme revised(List<Revision> revisions, List<Given> more) {
        var next = new ArrayList<Given>();
        for (int i = 0; i < talks.size(); i++) {
            var talk = revisions.get(i % revisions.size()).of(talks.get(i), more.get(i % more.size()));
            if (talk != null) {
                next.add(talk);
            }
        }
        more.stream().filter(talk -> talk.minutes() % 2 == 1).forEach(next::add);
        if (next.isEmpty()) {
            // A file without talks is of no format, and refused.
            next.add(more.getFirst());
        }
        return new Programme(acronym, title, zone, next);
    }
}
