package org.talks.catalogue.talk;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.talks.catalogue.command.CatalogueCommand;
import org.talks.catalogue.conference.ConferenceId;
import org.talks.events.Credit;
import org.talks.events.Note;
import org.talks.events.Resource;
import org.talks.events.RichText;
import org.talks.events.Session;
import org.talks.events.SourceKey;
import org.talks.events.TalkDetails;

/// Everything that may be said to a talk. Each command sets one part; a command that changes nothing appends
/// nothing. Texts are brought into their stored form when the command is decided, not here. Ids of sessions,
/// resources and notes are minted by the sender, time-ordered: they are shown in the order of their ids.
public sealed interface TalkCommand extends CatalogueCommand {

    TalkId talk();

    @Override
    default String stream() {
        return talk().stream();
    }

    /// Records a talk with all that is known. Adding the same once more changes nothing.
    record AddTalk(
            TalkId talk, TalkDetails details, @Nullable SourceKey source) implements TalkCommand {}

    /// Says that it was given at another conference.
    record MoveTalk(TalkId talk, ConferenceId conference) implements TalkCommand {}

    record RetitleTalk(TalkId talk, String title, @Nullable String subtitle) implements TalkCommand {}

    record RewriteSummary(TalkId talk, RichText summary) implements TalkCommand {}

    /// @param kind one of [TalkVocabulary#KINDS]
    record SetKind(TalkId talk, String kind) implements TalkCommand {}

    record SetLevel(TalkId talk, @Nullable String level) implements TalkCommand {}

    /// @param language BCP 47 tag, null when unknown
    record SetLanguage(TalkId talk, @Nullable String language) implements TalkCommand {}

    record SetTrack(TalkId talk, @Nullable String track) implements TalkCommand {}

    /// Replaces all topics; repeated and blank ones are dropped.
    record SetTopics(
            TalkId talk,

            @JsonSetter(nulls = Nulls.AS_EMPTY, contentNulls = Nulls.FAIL)
            List<String> topics) implements TalkCommand {
        public SetTopics {
            topics = List.copyOf(topics);
        }
    }

    /// Replaces all speakers, in billing order.
    record SetSpeakers(
            TalkId talk,

            @JsonSetter(nulls = Nulls.AS_EMPTY, contentNulls = Nulls.FAIL)
            List<Credit> speakers) implements TalkCommand {
        public SetSpeakers {
            speakers = List.copyOf(speakers);
        }
    }

    record ScheduleSession(TalkId talk, Session session) implements TalkCommand {}

    /// Replaces the session that has the same id.
    record RescheduleSession(TalkId talk, Session session) implements TalkCommand {}

    record UnscheduleSession(TalkId talk, String sessionId) implements TalkCommand {}

    record AttachResource(TalkId talk, Resource resource) implements TalkCommand {}

    /// Replaces the resource that has the same id.
    record CorrectResource(TalkId talk, Resource resource) implements TalkCommand {}

    record DetachResource(TalkId talk, String resourceId) implements TalkCommand {}

    record TakeNote(TalkId talk, Note note) implements TalkCommand {}

    /// Replaces the note that has the same id.
    record ReviseNote(TalkId talk, Note note) implements TalkCommand {}

    record WithdrawNote(TalkId talk, String noteId) implements TalkCommand {}

    /// Says that it was or will not be given; it stays visible as cancelled.
    record CancelTalk(TalkId talk, @Nullable String reason) implements TalkCommand {}

    record ReinstateTalk(TalkId talk) implements TalkCommand {}

    /// Takes it out of the catalogue; it stays in history.
    record WithdrawTalk(TalkId talk, @Nullable String reason) implements TalkCommand {}

    record RestoreTalk(TalkId talk) implements TalkCommand {}

    /// Hides its content everywhere, history included: a takedown. Possible in every state.
    record SuppressTalk(TalkId talk, String reason) implements TalkCommand {}

    record ReleaseTalk(TalkId talk) implements TalkCommand {}

    /// Says that the same talk was also given elsewhere.
    record MarkSameTalk(TalkId talk, TalkId other) implements TalkCommand {}

    record MarkDifferentTalk(TalkId talk, TalkId other) implements TalkCommand {}

    /// Says under which key a source knows it, so that an import of that source finds it.
    record LinkTalkToSource(TalkId talk, SourceKey source) implements TalkCommand {}

    record UnlinkTalkFromSource(TalkId talk, SourceKey source) implements TalkCommand {}
}
