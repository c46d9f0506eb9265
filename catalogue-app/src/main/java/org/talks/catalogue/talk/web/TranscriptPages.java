package org.talks.catalogue.talk.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.support.RequestContextUtils;
import org.talks.catalogue.account.CurrentActor;
import org.talks.catalogue.account.Role;
import org.talks.catalogue.api.CommandSender;
import org.talks.catalogue.command.Refused;
import org.talks.catalogue.eventstore.Receipt;
import org.talks.catalogue.importing.format.UnreadableSourceException;
import org.talks.catalogue.importing.transcript.Transcripts;
import org.talks.catalogue.pages.Answers;
import org.talks.catalogue.talk.TalkContent;
import org.talks.catalogue.talk.TalkId;
import org.talks.catalogue.talk.view.TalkViews;
import org.talks.catalogue.transcript.TranscriptCommand.AttachTranscript;
import org.talks.catalogue.transcript.TranscriptCommand.RemoveTranscript;
import org.talks.catalogue.transcript.TranscriptCommand.ReplaceTranscript;
import org.talks.catalogue.transcript.TranscriptContent;
import org.talks.catalogue.web.Durations;
import org.talks.catalogue.web.Flash;
import org.talks.catalogue.web.Fragment;
import org.talks.catalogue.web.Languages;
import org.talks.catalogue.web.PageController;
import org.talks.catalogue.web.Paths;
import org.talks.catalogue.web.Ref;
import org.talks.catalogue.web.Visit;
import org.talks.catalogue.web.Wording;

/// The transcripts of a talk: attach one as WebVTT or SubRip, replace it, remove it.
@PageController
final class TranscriptPages {

    /// Ten hours of speech have 700 KiB.
    private static final int FILE_BYTES_MAX = 8 << 20;

    private final TalkViews talks;
    private final TalkEditing editing;
    private final CommandSender sender;
    private final CurrentActor currentActor;

    TranscriptPages(TalkViews talks, TalkEditing editing, CommandSender sender, CurrentActor currentActor) {
        this.talks = talks;
        this.editing = editing;
        this.sender = sender;
        this.currentActor = currentActor;
    }

    @GetMapping("/talks/{id}/transcripts")
    Fragment show(@PathVariable String id, Visit visit) {
        currentActor.require(Role.EDITOR);
        return page(find(id), visit, Map.of(), Map.of());
    }

    @PostMapping("/talks/{id}/transcripts")
    ResponseEntity<Fragment> attach(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String language,
            @RequestParam(defaultValue = "human") String origin,
            Visit visit,
            HttpServletRequest request,
            HttpServletResponse response) {
        currentActor.require(Role.EDITOR);
        var talk = find(id);
        try {
            var reading = read(file, text);
            var inFile = reading.draft().language();
            var tag = language.isBlank() ? inFile == null ? "und" : inFile : language.strip();
            var known = transcript(id, tag, origin.strip());
            var command = known == null
                    ? new AttachTranscript(
                            new TalkId(id), tag, origin.strip(), reading.draft().cues())
                    : new ReplaceTranscript(
                            new TalkId(id), tag, origin.strip(), reading.draft().cues());
            var rejected = reading.rejected().size();
            return done(
                    path(talk) + "/transcript",
                    sender.send(command, null),
                    (known == null
                                    ? Wording.text("talk.the-transcript-was-attached")
                                    : Wording.text("talk.the-transcript-was-replaced"))
                            + (rejected == 0 ? "" : " " + Wording.count("talk.cues-left-out", rejected)),
                    request,
                    response);
        } catch (Refused refusal) {
            var errors = new HashMap<String, String>();
            refusal.fields().forEach(f -> errors.putIfAbsent(field(f.field()), f.message()));
            if (errors.isEmpty()) {
                errors.put("file", String.valueOf(refusal.getMessage()));
            }
            var typed = Map.of("text", text, "language", language, "origin", origin);
            return ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT).body(page(talk, visit, typed, errors));
        }
    }

    @PostMapping("/talks/{id}/transcripts/remove")
    ResponseEntity<Fragment> remove(
            @PathVariable String id,
            @RequestParam String language,
            @RequestParam String origin,
            HttpServletRequest request,
            HttpServletResponse response) {
        currentActor.require(Role.EDITOR);
        var talk = find(id);
        var receipt = sender.send(new RemoveTranscript(new TalkId(id), language, origin), null);
        return done(
                path(talk), receipt, Wording.text("talk.the-transcript-was-removed-its-history"), request, response);
    }

    /// Refusals name fields of the command; what is wrong with a cue is wrong with the file.
    private static String field(String name) {
        return name.equals("language") || name.equals("origin") ? name : "file";
    }

    private static Transcripts.Reading read(@Nullable MultipartFile file, String text) {
        try {
            if (file != null && !file.isEmpty()) {
                if (file.getSize() > FILE_BYTES_MAX) {
                    throw new Refused.Invalid(
                            "file", "The file is larger than " + (FILE_BYTES_MAX >> 20) + " MB, as no transcript is.");
                }
                var name = file.getOriginalFilename();
                return Transcripts.read(name == null ? "transcript" : name, file.getBytes());
            }
            if (text.isBlank()) {
                throw new Refused.Invalid("file", "Choose a file, or paste its text below.");
            }
            return Transcripts.read(Wording.text("talk.the-text"), text.getBytes(StandardCharsets.UTF_8));
        } catch (UnreadableSourceException unreadable) {
            throw new Refused.Invalid("file", String.valueOf(unreadable.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException("The upload cannot be read: " + e.getMessage(), e);
        }
    }

    private @Nullable TranscriptContent transcript(String id, String language, String origin) {
        return talks.transcripts(id).stream()
                .filter(t ->
                        t.language().equalsIgnoreCase(language) && t.origin().equals(origin))
                .findFirst()
                .orElse(null);
    }

    private TalkContent find(String id) {
        var talk = talks.find(id);
        if (talk == null || talk.suppressed()) {
            throw new Refused.NotFound("There is no talk " + id + ".");
        }
        return talk;
    }

    private TranscriptsPage page(TalkContent talk, Visit visit, Map<String, String> typed, Map<String, String> errors) {
        return new TranscriptsPage(
                visit,
                new Ref(path(talk), talk.title()),
                "/talks/" + talk.talkId() + "/transcripts",
                talks.transcripts(talk.talkId()).stream()
                        .map(TranscriptPages::attached)
                        .toList(),
                typed,
                errors,
                editing.parts(talk));
    }

    private static TranscriptsPage.Attached attached(TranscriptContent transcript) {
        var end = transcript.cues().isEmpty() ? 0 : transcript.cues().getLast().endMillis() / 1_000;
        return new TranscriptsPage.Attached(
                Languages.name(transcript.language()) + ", " + transcript.origin(),
                Wording.text(
                        "talk.until",
                        Wording.count("count.cues", transcript.cues().size()),
                        Durations.clock(end)),
                transcript.language(),
                transcript.origin());
    }

    private static String path(TalkContent talk) {
        return Paths.talk(talk.talkId(), talk.title());
    }

    private static ResponseEntity<Fragment> done(
            String path, Receipt receipt, String message, HttpServletRequest request, HttpServletResponse response) {
        var to = receipt.position() == 0 ? path : path + "?minPosition=" + receipt.position();
        var flash = new Flash(
                receipt.events() == 0 ? Wording.text("pages.nothing-was-different-so-nothing-was") : message, null);
        RequestContextUtils.getOutputFlashMap(request).put(Flash.class.getName(), flash);
        RequestContextUtils.saveOutputFlashMap(to, request, response);
        return Answers.seeOther(to);
    }
}
