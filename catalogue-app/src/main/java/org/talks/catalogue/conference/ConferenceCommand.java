package org.talks.catalogue.conference;

import org.jspecify.annotations.Nullable;
import org.talks.catalogue.command.CatalogueCommand;
import org.talks.events.ConferenceDetails;
import org.talks.events.Note;
import org.talks.events.SourceKey;

/// Everything that may be said to a conference.
public sealed interface ConferenceCommand extends CatalogueCommand {

    ConferenceId conference();

    @Override
    default String stream() {
        return conference().stream();
    }

    /// Records a conference with all that is known. Registering the same once more changes nothing.
    record RegisterConference(
            ConferenceId conference,
            ConferenceDetails details,
            @Nullable SourceKey source) implements ConferenceCommand {}

    /// Replaces all details.
    record CorrectConferenceDetails(ConferenceId conference, ConferenceDetails details) implements ConferenceCommand {}

    record TakeConferenceNote(ConferenceId conference, Note note) implements ConferenceCommand {}

    /// Replaces the note that has the same id.
    record ReviseConferenceNote(ConferenceId conference, Note note) implements ConferenceCommand {}

    record WithdrawConferenceNote(ConferenceId conference, String noteId) implements ConferenceCommand {}

    /// Says that it will not take place; it stays visible as cancelled.
    record CancelConference(
            ConferenceId conference, @Nullable String reason) implements ConferenceCommand {}

    record ReinstateConference(ConferenceId conference) implements ConferenceCommand {}

    /// Takes it out of the catalogue, and its talks with it.
    record RemoveConference(
            ConferenceId conference, @Nullable String reason) implements ConferenceCommand {}

    record RestoreConference(ConferenceId conference) implements ConferenceCommand {}

    /// Says under which key a source knows it, so that an import of that source finds it.
    record LinkConferenceToSource(ConferenceId conference, SourceKey source) implements ConferenceCommand {}

    record UnlinkConferenceFromSource(ConferenceId conference, SourceKey source) implements ConferenceCommand {}
}
