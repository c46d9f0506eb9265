package org.talks.catalogue.importing.notes;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.talks.catalogue.importing.format.DraftSink;
import org.talks.catalogue.importing.format.Encodings;
import org.talks.catalogue.importing.format.HeldConference;
import org.talks.catalogue.importing.format.ImportFormat;
import org.talks.catalogue.importing.format.Json;
import org.talks.catalogue.importing.format.Moment;
import org.talks.catalogue.importing.format.Recognition;
import org.talks.catalogue.importing.format.Slugs;
import org.talks.catalogue.importing.format.SourceFile;
import org.talks.catalogue.importing.format.SourceFiles;
import org.talks.catalogue.importing.format.TalkDraftBuilder;
import org.talks.catalogue.importing.format.Texts;
import org.talks.catalogue.importing.format.UnreadableSourceException;
import org.talks.catalogue.importing.format.Yaml;
import org.talks.events.Note;
import org.talks.events.RichText;
import tools.jackson.databind.JsonNode;

/// Notes on one talk as Markdown, with a head of YAML between lines of dashes that names at least `title` and
/// `conference` (or `event`). Of the rest it reads `speakers`, `date`, `author`, `written`, `heading`, `slide`,
/// `second`, `language`, `tags`, `video`, `slides` and `url`. The key is made of conference and title, or is
/// `id`. Pages of talks on people's own sites have such heads, too, see [TalkPage]; their text is the talk's
/// summary.
@Component
final class NotesFormat implements ImportFormat {

    private static final String SOURCE = "notes";

    /// The longest summary may have 100,000 characters.
    private static final int MAX_BYTES = 1 << 20;

    private static final Pattern HEAD =
            Pattern.compile("\\A---[ \\t]*\\R(.{0,20000}?)\\R---[ \\t]*(?:\\R|\\z)", Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("\\d{1,6}");

    @Override
    public String id() {
        return "notes";
    }

    @Override
    public String title() {
        return "Notes on a talk (Markdown with front matter)";
    }

    @Override
    public Recognition recognise(SourceFile file) throws IOException {
        if (file.isTree()) {
            return Recognition.NO;
        }
        try {
            Matcher head = HEAD.matcher(Encodings.decodeHead(file.head()));
            JsonNode yaml = head.find() ? Yaml.read(file.name(), bytes(head.group(1))) : null;
            return yaml != null && yaml.has("title") && conference(yaml) != null
                    ? Recognition.certain("It has a head of YAML with `title` and `conference` or `event`.")
                    : Recognition.NO;
        } catch (UnreadableSourceException noHead) {
            return Recognition.NO;
        }
    }

    @Override
    public void read(SourceFile file, DraftSink sink) throws IOException, UnreadableSourceException {
        String text = text(file);
        Matcher head = HEAD.matcher(text);
        if (!head.find()) {
            throw new UnreadableSourceException(file.name()
                    + " has no head of YAML between lines of dashes, so nothing says which talk it is about.");
        }
        JsonNode yaml = Yaml.read(file.name(), bytes(head.group(1)));
        String name = Texts.line(conference(yaml));
        String title = Texts.line(Json.text(yaml, "title"));
        sink.progressed(file.name());
        if (name.isEmpty() || title.isEmpty()) {
            throw new UnreadableSourceException(
                    file.name() + " must name `title` and `conference` in its head, to say which talk it is about.");
        }
        String slug = Slugs.of(name);
        HeldConference conference = new HeldConference(SOURCE, slug.isEmpty() ? "conference" : slug, name, file.name());
        if ("true".equals(Json.text(yaml, "draft"))) {
            sink.ignored(file.name(), "It is a draft: " + title);
            return;
        }
        TalkPage.fillConference(yaml, conference);
        String id = Json.firstText(yaml, "id");
        String key = id == null ? conference.key() + "/" + Slugs.of(title) : id.strip();
        TalkDraftBuilder talk = conference.talk(key, file.name(), sink);
        conference.add(fill(talk, yaml, title, key, text.substring(head.end())).build());
        conference.handOver(sink);
    }

    private static TalkDraftBuilder fill(TalkDraftBuilder talk, JsonNode yaml, String title, String key, String body) {
        talk.title(title).language(Json.firstText(yaml, "language", "lang")).kindFrom(Json.text(yaml, "kind"));
        TalkPage.fill(yaml, talk);
        if (TalkPage.is(yaml)) {
            return talk.summary(TalkPage.summary(yaml, body));
        }
        RichText note = Texts.rich(body, RichText.MARKDOWN);
        if (!note.isBlank()) {
            String author = Texts.line(Json.firstText(yaml, "author", "by"));
            Moment written = Moment.parse(Json.text(yaml, "written"));
            talk.note(new Note(
                    UUID.nameUUIDFromBytes(bytes(SOURCE + "\n" + key + "\n" + author.toLowerCase(Locale.ROOT)))
                            .toString(),
                    author.isEmpty() ? "unknown" : author,
                    Texts.lineOrNull(Json.text(yaml, "heading")),
                    note,
                    number(Json.text(yaml, "slide"), 1),
                    number(Json.text(yaml, "second"), 0),
                    written == null ? null : written.date()));
        }
        return talk;
    }

    private static @Nullable String conference(JsonNode yaml) {
        return Json.firstText(yaml, "conference", "event");
    }

    private static @Nullable Integer number(@Nullable String raw, int least) {
        return raw != null && NUMBER.matcher(raw.strip()).matches() && Integer.parseInt(raw.strip()) >= least
                ? Integer.valueOf(raw.strip())
                : null;
    }

    private static String text(SourceFile file) throws UnreadableSourceException {
        if (file.isTree()) {
            throw new UnreadableSourceException(file.name() + " is a directory or an archive, not a note.");
        }
        byte[] bytes;
        try (InputStream in = file.open()) {
            bytes = in.readNBytes(MAX_BYTES + 1);
        } catch (IOException damaged) {
            throw SourceFiles.unreadable(file.name(), damaged);
        }
        if (bytes.length > MAX_BYTES) {
            throw new UnreadableSourceException(file.name() + " is larger than " + (MAX_BYTES >> 20) + " MiB.");
        }
        return Encodings.decode(bytes);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
