package org.talks.catalogue.importing;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.talks.catalogue.importing.format.Rejection;

/// An import, or the undoing of one: waiting, running, waiting for a person, or ended. It stays for good.
///
/// @param why how the format was recognised, or that a person chose it
/// @param dryRun a person wanted to see the plan first
/// @param started when it was asked for
/// @param position of the log after the last command; views that show it show the whole import
/// @param rejections at most the first [#SHOWN]; the counts have them all
/// @param warnings at most the first [#SHOWN]
/// @param error why the import as a whole failed, null otherwise
public record ImportReport(
        String id,
        State state,
        String name,
        @Nullable String format,
        String why,
        boolean dryRun,
        String actor,
        Instant started,
        @Nullable Instant finished,
        ImportCounts counts,
        long position,
        List<Rejection> rejections,
        List<Rejection> warnings,
        @Nullable String error,
        Origin origin,
        Steps steps,
        Absence absence) {

    /// Rejected rows and warnings that a report keeps one by one.
    public static final int SHOWN = 1_000;

    public ImportReport {
        rejections = List.copyOf(rejections);
        warnings = List.copyOf(warnings);
    }

    /// How an import stands.
    public enum State {
        /// Waiting for its turn, reading, or comparing.
        RUNNING,
        /// The plan is made and waits for a person.
        PLANNED,
        /// Carrying out the plan.
        APPLYING,
        DONE,
        /// A person did not want what was planned.
        DISCARDED,
        FAILED,
        /// The catalogue stopped before the plan was made; nothing was recorded.
        INTERRUPTED
    }

    /// @param hash SHA-256 of what was read, in hexadecimal; null when it was not kept
    /// @param rawKept whether the bytes are still there
    /// @param wantedFormat as a person named it, null when it was to be recognised
    /// @param zone as a person named it
    /// @param source id of the source that it was fetched from
    /// @param undoes the import that this one takes back
    /// @param undoneBy the latest import that took this one back
    public record Origin(
            @Nullable String hash,
            boolean rawKept,
            @Nullable String wantedFormat,
            @Nullable String zone,
            @Nullable String source,
            @Nullable String undoes,
            @Nullable String undoneBy) {}

    /// The commands of the plan.
    ///
    /// @param head of the log when the plan was made
    /// @param from of the log when the plan began to be carried out
    public record Steps(int planned, int applied, long head, long from) {}

    /// What the source does not say.
    ///
    /// @param withoutZone names of conferences with clock times and no time zone
    /// @param known talks of the source's conferences that it still has
    /// @param goneFrom the first command that is about a talk that is gone; the number of commands when there
    ///     is none
    /// @param incomplete why nothing that is missing counts as gone; null when the source told all
    /// @param confirm whether so much is gone that a person must say yes to it
    public record Absence(
            List<String> withoutZone,
            long known,
            int goneFrom,
            @Nullable String incomplete,
            boolean confirm) {
        public Absence {
            withoutZone = List.copyOf(withoutZone);
        }

        static final Absence NONE = new Absence(List.of(), 0, Integer.MAX_VALUE, null, false);
    }

    /// Whether it is still at work.
    public boolean running() {
        return state == State.RUNNING || state == State.APPLYING;
    }
}
