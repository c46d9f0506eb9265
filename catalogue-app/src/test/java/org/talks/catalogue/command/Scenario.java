package org.talks.catalogue.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.talks.catalogue.command.Refused.FieldError;
import org.talks.events.CatalogueEvent;

/// Given these events, when this command comes, then these events follow, or it is refused.
public final class Scenario<C extends CatalogueCommand, E extends CatalogueEvent, S> {

    private final Decider<C, E, S> decider;
    private final Lookup lookup;
    private @Nullable S state;

    public Scenario(Decider<C, E, S> decider, Lookup lookup) {
        this.decider = decider;
        this.lookup = lookup;
    }

    @SafeVarargs
    public final Scenario<C, E, S> given(E... events) {
        for (var event : events) {
            state = decider.evolve(state, event);
        }
        return this;
    }

    public Outcome when(C command) {
        return new Outcome(command);
    }

    /// What follows from a command; nothing is decided before it is asked.
    public final class Outcome {

        private final C command;

        private Outcome(C command) {
            this.command = command;
        }

        public void then(CatalogueEvent... events) {
            assertThat(decider.decide(command, state, lookup)).isEqualTo(List.of(events));
        }

        public void thenNothing() {
            assertThat(decider.decide(command, state, lookup)).isEmpty();
        }

        /// Refused because of these fields and no others.
        public void thenInvalid(String... fields) {
            var refused = refused();
            assertThat(refused.code()).isEqualTo("invalid");
            assertThat(refused.fields()).extracting(FieldError::field).containsExactly(fields);
            assertThat(refused.fields())
                    .extracting(FieldError::message)
                    .allSatisfy(message -> assertThat(message).matches("\\p{Lu}.+\\."));
        }

        public void thenNotFound() {
            assertThat(refused().code()).isEqualTo("not-found");
        }

        /// Refused for now, with advice that holds these words.
        public void thenNotNow(String advice) {
            var refused = refused();
            assertThat(refused.code()).isEqualTo("not-now");
            assertThat(refused).hasMessageContaining(advice);
        }

        private Refused refused() {
            var refused = catchThrowableOfType(Refused.class, () -> decider.decide(command, state, lookup));
            assertThat(refused).as("refusal of %s", command).isNotNull();
            return refused;
        }
    }
}
