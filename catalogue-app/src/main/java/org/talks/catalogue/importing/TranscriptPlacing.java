package org.talks.catalogue.importing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.talks.catalogue.eventstore.EventLog;
import org.talks.catalogue.eventstore.RecordedEvent;
import org.talks.catalogue.importing.format.Rejection;
import org.talks.catalogue.importing.format.Slugs;
import org.talks.catalogue.importing.format.Texts;
import org.talks.catalogue.importing.format.TranscriptDraft;
import org.talks.catalogue.talk.ListedTalk;
import org.talks.catalogue.talk.TalkId;
import org.talks.catalogue.talk.TalkLists;
import org.talks.catalogue.transcript.TranscriptCommand;
import org.talks.catalogue.transcript.TranscriptCommand.AttachTranscript;
import org.talks.catalogue.transcript.TranscriptCommand.ReplaceTranscript;
import org.talks.catalogue.transcript.TranscriptContent;
import org.talks.catalogue.transcript.TranscriptId;
import org.talks.events.Cue;
import org.talks.events.TranscriptEvent;

/// Finds the talk that a transcript belongs to, which no transcript says: by the id that a person gave, else by
/// the name of its file. The name tells a talk by its id, by the id of its video, or by its title; the longest
/// title wins, and where several talks remain a person must say which.
@Component
final class TranscriptPlacing {

    /// Origin of transcripts that came as files, beside `human` and `auto`, which nothing in a file tells.
    static final String ORIGIN = "file";

    static final String UNKNOWN_LANGUAGE = "und";

    /// Shorter titles stand in other words by chance.
    private static final int TITLE_MIN = 8;

    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final Pattern SEPARATOR = Pattern.compile("[\\s.()\\[\\]/]+");
    private static final Pattern VIDEO = Pattern.compile("(?=.*[A-Z0-9])[A-Za-z0-9_-]{11}");
    private static final Pattern VIMEO = Pattern.compile("\\d{7,10}");

    private final TalkLists talks;
    private final EventLog log;

    TranscriptPlacing(TalkLists talks, EventLog log) {
        this.talks = talks;
        this.log = log;
    }

    sealed interface Placed {}

    /// @param command attaches or replaces it
    /// @param title of the talk
    /// @param before what the talk has in its place, in words; empty for nothing
    record Found(TranscriptCommand command, String title, String before) implements Placed {}

    /// The talk has it just so.
    record Unchanged() implements Placed {}

    record NotFound(Rejection why) implements Placed {}

    /// @param talk id of the talk as a person gave it, null to go by the name of the file
    Placed place(TranscriptDraft draft, @Nullable String talk) {
        if (talk != null) {
            return command(draft, talk);
        }
        String name = draft.name().substring(draft.name().lastIndexOf('/') + 1);
        List<String> found = named(name);
        return switch (found.size()) {
            case 0 ->
                refused(
                        draft,
                        name,
                        "The name of the file tells no talk.",
                        "Name the talk with --talk or on the import page, or attach it on the page of the talk.");
            case 1 -> command(draft, found.getFirst());
            default ->
                refused(
                        draft,
                        name,
                        "The name of the file fits " + found.size() + " talks.",
                        "Name the talk with --talk or on the import page, or attach it on the page of the talk.");
        };
    }

    private List<String> named(String name) {
        var id = UUID.matcher(name);
        if (id.find() && talks.find(id.group()) != null) {
            return List.of(id.group());
        }
        for (String token : SEPARATOR.split(name, 50)) {
            if (VIDEO.matcher(token).matches() || VIMEO.matcher(token).matches()) {
                List<String> linked =
                        talks.linkingTo(token).stream().map(ListedTalk::id).toList();
                if (!linked.isEmpty()) {
                    return linked;
                }
            }
        }
        return titled("-" + Slugs.of(name) + "-");
    }

    private List<String> titled(String slug) {
        List<String> best = new ArrayList<>();
        int longest = TITLE_MIN - 1;
        for (Map.Entry<String, String> talk : talks.titles().entrySet()) {
            String title = Slugs.of(talk.getValue());
            if (title.length() >= Math.max(longest, TITLE_MIN) && slug.contains("-" + title + "-")) {
                if (title.length() > longest) {
                    best.clear();
                    longest = title.length();
                }
                best.add(talk.getKey());
            }
        }
        return best;
    }

    private Placed command(TranscriptDraft draft, String talkId) {
        var content = talks.find(talkId);
        if (content == null) {
            return refused(draft, talkId, "There is no talk with this id.", "Give the id in the address of the talk.");
        }
        var talk = new TalkId(talkId);
        String language = draft.language() == null ? UNKNOWN_LANGUAGE : draft.language();
        var id = new TranscriptId(talk, language, ORIGIN);
        TranscriptContent known = null;
        for (RecordedEvent recorded : log.stream(id.stream(), Long.MAX_VALUE)) {
            known = TranscriptContent.after(known, (TranscriptEvent) recorded.event());
        }
        if (known == null) {
            return new Found(new AttachTranscript(talk, language, ORIGIN, draft.cues()), content.title(), "");
        }
        if (known.removed()) {
            return refused(
                    draft,
                    draft.name(),
                    "This transcript was removed from the talk and stays so.",
                    "Attach it on the page of the talk.");
        }
        return said(known.cues()).equals(said(draft.cues()))
                ? new Unchanged()
                : new Found(
                        new ReplaceTranscript(talk, language, ORIGIN, draft.cues()),
                        content.title(),
                        words(known.cues().size()));
    }

    static String words(int cues) {
        return cues == 1 ? "1 cue" : cues + " cues";
    }

    /// As the rules keep cues: in one line, without empty ones, by start.
    private static List<Cue> said(List<Cue> cues) {
        return cues.stream()
                .filter(cue -> !Texts.line(cue.text()).isEmpty())
                .map(cue -> new Cue(
                        cue.startMillis(), cue.endMillis(), Texts.lineOrNull(cue.voice()), Texts.line(cue.text())))
                .sorted(Comparator.comparingLong(Cue::startMillis))
                .toList();
    }

    private static Placed refused(TranscriptDraft draft, String value, String reason, String remedy) {
        return new NotFound(new Rejection(draft.place(), value, reason, remedy));
    }
}
