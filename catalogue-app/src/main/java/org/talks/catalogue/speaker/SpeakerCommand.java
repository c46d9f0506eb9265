package org.talks.catalogue.speaker;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.talks.catalogue.command.CatalogueCommand;
import org.talks.events.SourceKey;
import org.talks.events.SpeakerDetails;

/// Everything that may be said to a speaker.
public sealed interface SpeakerCommand extends CatalogueCommand {

    SpeakerId speaker();

    @Override
    default String stream() {
        return speaker().stream();
    }

    /// Records a person with all that is known. Registering the same once more changes nothing.
    ///
    /// @param details null when nothing is known but names
    record RegisterSpeaker(
            SpeakerId speaker,
            String name,

            @JsonSetter(nulls = Nulls.AS_EMPTY, contentNulls = Nulls.FAIL)
            List<String> aliases,

            @Nullable SpeakerDetails details,
            @Nullable SourceKey source)
            implements SpeakerCommand {
        public RegisterSpeaker {
            aliases = List.copyOf(aliases);
        }
    }

    /// Changes the name that is shown everywhere.
    ///
    /// @param keepOldNameFindable whether the old name becomes an alias; if not, it is in no view any more
    record RenameSpeaker(SpeakerId speaker, String name, boolean keepOldNameFindable) implements SpeakerCommand {}

    /// Replaces all details.
    record CorrectSpeakerDetails(SpeakerId speaker, SpeakerDetails details) implements SpeakerCommand {}

    record AddAlias(SpeakerId speaker, String alias) implements SpeakerCommand {}

    record RemoveAlias(SpeakerId speaker, String alias) implements SpeakerCommand {}

    /// Says that this is the same person as another, under whom the talks of both are then shown.
    record MergeSpeaker(SpeakerId speaker, SpeakerId into) implements SpeakerCommand {}

    record UnmergeSpeaker(SpeakerId speaker) implements SpeakerCommand {}

    /// No longer shows the person; their talks stay, without them.
    record RemoveSpeaker(SpeakerId speaker, @Nullable String reason) implements SpeakerCommand {}

    record RestoreSpeaker(SpeakerId speaker) implements SpeakerCommand {}

    /// Says under which key a source knows them, so that an import of that source finds them.
    record LinkSpeakerToSource(SpeakerId speaker, SourceKey source) implements SpeakerCommand {}

    record UnlinkSpeakerFromSource(SpeakerId speaker, SourceKey source) implements SpeakerCommand {}
}
