package org.talks.catalogue.importing.programme;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.talks.catalogue.importing.format.DraftSink;
import org.talks.catalogue.importing.format.HeldConference;
import org.talks.catalogue.importing.format.ImportFormat;
import org.talks.catalogue.importing.format.Json;
import org.talks.catalogue.importing.format.JsonOutline;
import org.talks.catalogue.importing.format.Recognition;
import org.talks.catalogue.importing.format.Rejection;
import org.talks.catalogue.importing.format.Slugs;
import org.talks.catalogue.importing.format.SourceFile;
import org.talks.catalogue.importing.format.Summaries;
import org.talks.catalogue.importing.format.TalkDraftBuilder;
import org.talks.catalogue.importing.format.Texts;
import org.talks.catalogue.importing.format.UnreadableSourceException;
import org.talks.events.RichText;
import tools.jackson.databind.JsonNode;

/// One JSON file that lists the talks of one conference. A subclass says what a record means; here is what each
/// of them must do alike: account for every record, and hand the conference over before its talks.
abstract class JsonProgramme implements ImportFormat {

    private final String id;
    private final String title;

    JsonProgramme(String id, String title) {
        this.id = id;
        this.title = title;
    }

    @Override
    public final String id() {
        return id;
    }

    @Override
    public final String title() {
        return title;
    }

    @Override
    public final Recognition recognise(SourceFile file) throws IOException {
        String why = recognised(JsonOutline.of(file));
        return why == null ? Recognition.NO : Recognition.certain(why);
    }

    @Override
    public final void read(SourceFile file, DraftSink sink) throws IOException, UnreadableSourceException {
        JsonNode root = Json.read(file);
        if (readOther(root, file.name(), sink)) {
            return;
        }
        List<JsonNode> records = new ArrayList<>();
        records(root).forEach(records::add);
        if (records.isEmpty()) {
            throw new UnreadableSourceException(file.name() + " holds no talks as " + title + " has them.");
        }
        HeldConference conference = conference(records, file.name(), sink);
        Set<String> seen = new HashSet<>();
        int number = 0;
        for (JsonNode record : records) {
            number++;
            String key = record.isObject() ? key(record) : null;
            String name = key == null || key.isBlank() ? "record " + number : Texts.shorten(Texts.line(key), 80);
            String place = file.name() + ", " + name;
            sink.progressed(place);
            String leftOut = record.isObject() ? leftOut(record) : null;
            if (leftOut != null) {
                sink.ignored(place, leftOut);
            } else if (key == null || key.isBlank()) {
                sink.rejected(new Rejection(place, "", "A talk needs an id or a title.", "Give it one in the source."));
            } else if (!seen.add(key)) {
                sink.ignored(place, "It is listed a second time.");
            } else {
                TalkDraftBuilder talk = conference.talk(key.strip(), place, sink);
                talk(record, talk);
                conference.add(talk.build());
            }
        }
        conference.handOver(sink);
    }

    /// @return how it was recognised, null when it is another format's
    abstract @Nullable String recognised(JsonOutline outline);

    /// The records, each a talk or something left out; none in a foreign file.
    abstract Iterable<JsonNode> records(JsonNode root);

    /// The source's own key of a record, null when it has none.
    abstract @Nullable String key(JsonNode talk);

    abstract void talk(JsonNode json, TalkDraftBuilder talk);

    /// @return why a record is no talk, null when it is one
    @Nullable
    String leftOut(JsonNode talk) {
        return null;
    }

    /// Reads a file that belongs to the format and lists no talks, such as its speakers.
    ///
    /// @return whether it was one
    boolean readOther(JsonNode root, String fileName, DraftSink sink) {
        return false;
    }

    HeldConference conference(List<JsonNode> records, String fileName, DraftSink sink) {
        return HeldConference.namedByFile(id, fileName, sink);
    }

    /// A list of people or tracks: nothing in a catalogue of talks stands for one without a talk.
    static void listWithoutTalks(Iterable<JsonNode> items, String what, String fileName, DraftSink sink) {
        sink.partial(fileName + " lists " + what + "s and no talks.");
        for (JsonNode item : items) {
            String name = Json.firstText(item, "id", "name", "title");
            sink.ignored(
                    fileName + ", " + what + " " + Texts.shorten(Texts.line(name), 60),
                    "A " + what + " without talks.");
        }
    }

    /// Texts of sources that do not say what they are written in.
    static RichText text(@Nullable String... raw) {
        return Summaries.join(Summaries.guessFormat(raw), raw);
    }

    /// A key for talks of sources without ids: the title and who gave it.
    static @Nullable String keyOf(@Nullable String talkTitle, @Nullable String who) {
        String slug = Slugs.of(Texts.line(talkTitle));
        return slug.isEmpty() ? null : slug + "/" + Slugs.of(Texts.line(who));
    }

    static Iterable<JsonNode> itemsOf(JsonNode array) {
        return array.isArray() ? array : List.of();
    }

    static String youtube(String videoId) {
        return "https://www.youtube.com/watch?v=" + videoId.strip();
    }
}
