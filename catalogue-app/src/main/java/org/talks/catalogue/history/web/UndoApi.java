package org.talks.catalogue.history.web;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.talks.catalogue.account.CurrentActor;
import org.talks.catalogue.account.Role;
import org.talks.catalogue.api.CommandSender;
import org.talks.catalogue.api.Describes;
import org.talks.catalogue.command.Refused;
import org.talks.catalogue.eventstore.Receipt;
import org.talks.catalogue.history.History;
import org.talks.catalogue.history.HistoryOf;
import org.talks.catalogue.history.TranscriptHistory;
import org.talks.catalogue.talk.TalkId;
import org.talks.catalogue.transcript.TranscriptId;

/// `POST /api/{things}/{id}/history/{position}/undo`: takes one change back, as the button in the history does.
@RestController
final class UndoApi {

    private final History history;
    private final TranscriptHistory transcripts;
    private final CommandSender sender;
    private final CurrentActor currentActor;

    UndoApi(History history, TranscriptHistory transcripts, CommandSender sender, CurrentActor currentActor) {
        this.history = history;
        this.transcripts = transcripts;
        this.sender = sender;
        this.currentActor = currentActor;
    }

    /// @param position of the log at which it is taken back; 0 when there was nothing to take back
    record Undone(String id, long version, long position, int events) {}

    @Describes("Takes one change back; refused when the same was changed again since.")
    @PostMapping("/api/{kind:talks|conferences|speakers|series}/{id}/history/{position:\\d+}/undo")
    Undone undo(@PathVariable String kind, @PathVariable String id, @PathVariable long position) {
        var editor = currentActor.require(Role.EDITOR).may(Role.EDITOR);
        var found = history.of(Thing.stream(kind, id), editor).orElseThrow(() -> Thing.missing(kind, id));
        return undo(id, found, position);
    }

    @Describes("Takes one change of a transcript back; refused when it was changed again since.")
    @PostMapping("/api/talks/{id}/transcripts/{language}/{origin}/history/{position:\\d+}/undo")
    Undone undoTranscript(
            @PathVariable String id,
            @PathVariable String language,
            @PathVariable String origin,
            @PathVariable long position) {
        var editor = currentActor.require(Role.EDITOR).may(Role.EDITOR);
        var transcript = new TranscriptId(new TalkId(id), language, origin);
        return undo(
                id,
                transcripts.of(transcript, editor).orElseThrow(() -> TranscriptHistoryPages.missing(transcript)),
                position);
    }

    private Undone undo(String id, HistoryOf found, long position) {
        var step = found.at(position)
                .orElseThrow(() -> new Refused.NotFound("Nothing happened to it at position " + position + "."));
        var version = step.recorded().version();
        // The version right after the change is expected, so that it is refused when the same part was touched
        // since.
        var receipts = sender.sendTogether(step.inverse(), version).stream()
                .filter(receipt -> receipt.events() > 0)
                .toList();
        if (receipts.isEmpty()) {
            return new Undone(id, version, 0, 0);
        }
        var last = receipts.getLast();
        return new Undone(
                id,
                last.version(),
                last.position(),
                receipts.stream().mapToInt(Receipt::events).sum());
    }
}
