package org.talks.catalogue.importing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.talks.catalogue.conference.ConferenceContent;
import org.talks.catalogue.eventstore.RecordedEvent;
import org.talks.catalogue.importing.PlanEntry.By;
import org.talks.catalogue.talk.TalkContent;
import org.talks.events.ConferenceEvent;
import org.talks.events.TalkEvent;

/// What a stream adds up to, and what it would add up to if one source alone had spoken.
final class Folds {

    private Folds() {}

    /// @param onlySource whose events count; null for all
    static @Nullable TalkContent talk(List<RecordedEvent> history, @Nullable String onlySource) {
        @Nullable TalkContent content = null;
        for (var recorded : history) {
            if (onlySource == null || onlySource.equals(recorded.metadata().source())) {
                content = TalkContent.after(content, (TalkEvent) recorded.event());
            }
        }
        return content;
    }

    /// @param onlySource whose events count; null for all
    static @Nullable ConferenceContent conference(List<RecordedEvent> history, @Nullable String onlySource) {
        @Nullable ConferenceContent content = null;
        for (var recorded : history) {
            if (onlySource == null || onlySource.equals(recorded.metadata().source())) {
                content = ConferenceContent.after(content, (ConferenceEvent) recorded.event());
            }
        }
        return content;
    }

    /// Who said last what a part is: the last event of the part, else the first of the thing, which said it all.
    static By lastOf(String part, List<RecordedEvent> history) {
        var last = history.reversed().stream()
                .filter(recorded -> recorded.event().part().equals(part))
                .findFirst()
                .orElse(history.getFirst());
        return new By(last.metadata().actor(), last.metadata().source());
    }

    /// Whether the last thing that was said of the thing's being there came by an import: what an import took out, an
    /// import may bring back.
    static boolean takenOutByImport(List<RecordedEvent> history) {
        return history.reversed().stream()
                .filter(recorded -> recorded.event().part().equals("existence"))
                .findFirst()
                .map(recorded -> recorded.metadata().importId() != null)
                .orElse(false);
    }
}
