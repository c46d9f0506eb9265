package org.talks.catalogue.history;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.talks.catalogue.command.CatalogueCommand;
import org.talks.catalogue.eventstore.RecordedEvent;

/// What happened to one thing, in order.
///
/// @param steps oldest first, at least one
public record HistoryOf(String stream, List<Step> steps) {

    public HistoryOf {
        steps = List.copyOf(steps);
    }

    /// One change.
    ///
    /// @param before the content before it, of the class that the kind of thing has; null before the first
    /// @param after the content after it
    /// @param inverse the commands that take it back; none when it changed nothing
    /// @param overtaken whether a later event touched the same part, so that taking back this one would take back
    ///     that one too
    public record Step(
            RecordedEvent recorded,
            @Nullable Object before,
            Object after,
            List<CatalogueCommand> inverse,
            boolean overtaken) {

        public Step {
            inverse = List.copyOf(inverse);
        }
    }

    /// What the thing is after its last step.
    public Object content() {
        return steps.getLast().after();
    }

    public Optional<Step> at(long position) {
        return steps.stream().filter(s -> s.recorded().position() == position).findFirst();
    }

    /// The last change of the same part after a step.
    public Optional<Step> overtaking(Step step) {
        var event = step.recorded();
        return steps.reversed().stream()
                .filter(later -> later.recorded().position() > event.position()
                        && later.recorded().event().part().equals(event.event().part()))
                .findFirst();
    }
}
