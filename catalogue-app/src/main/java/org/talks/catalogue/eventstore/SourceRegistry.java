package org.talks.catalogue.eventstore;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.talks.catalogue.command.Lookup;
import org.talks.events.SourceKey;

/// What an import asks before it plans: which thing a source's key belongs to and what was delivered for it last.
/// Answers are those of one moment; the commands are checked again when they are applied.
public final class SourceRegistry {

    private final LogTransactions transactions;
    private final Registries registries;

    SourceRegistry(LogTransactions transactions, Registries registries) {
        this.transactions = transactions;
        this.registries = registries;
    }

    /// Asks several things of one moment.
    public <T> T ask(Function<Answers, T> questions) {
        var transaction = transactions.startTransaction();
        try {
            return questions.apply(new Answers(registries));
        } finally {
            transaction.rollback();
        }
    }

    /// Valid during [#ask] only.
    public static final class Answers {
        private final Registries registries;

        private Answers(Registries registries) {
            this.registries = registries;
        }

        /// The stream that a key belongs to, removed ones included.
        public @Nullable String streamOf(String kind, SourceKey key) {
            return registries.ownerOf(kind, key);
        }

        public @Nullable String delivered(String kind, SourceKey key) {
            return registries.delivered(kind, key);
        }

        public List<String> speakersNamed(String name) {
            return registries.speakersNamed(name);
        }

        public boolean exists(String stream) {
            return registries.exists(stream);
        }

        /// Every key that a source has given to things of a kind, with their streams, removed ones included.
        public Map<String, String> keys(String kind, String source) {
            return registries.keys(kind, source);
        }

        /// What a decision made now would learn of other things.
        public Lookup lookup() {
            return registries;
        }
    }

    /// How names are compared; two names with the same folded form are one name.
    public static String foldedName(String name) {
        return Registries.folded(name);
    }
}
