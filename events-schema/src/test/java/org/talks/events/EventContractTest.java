package org.talks.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.talks.events.EventTypes.EventType;
import org.talks.events.upcast.Upcasts;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What was stored once stays readable for ever. Every event has a JSON Schema and a stored sample for its
/// current and for every older revision. Changing a record without a new revision fails here; so does forgetting
/// a schema, a sample, an upcast, or a name that was ever stored. Samples and schemas are added, never edited.
class EventContractTest {

    private static final Path STORED = Path.of("src/test/resources/stored");
    private static final Path SCHEMAS = Path.of("src/main/resources/schemas");
    private static final JsonMapper JSON = JsonMapper.shared();

    record Revision(String name, int revision) {

        byte[] sample() {
            return Files.exists(path(STORED)) ? read(path(STORED)) : new byte[0];
        }

        Path path(Path root) {
            return root.resolve(name).resolve(revision + ".json");
        }

        @Override
        public String toString() {
            return name + "/" + revision;
        }
    }

    static Stream<EventType> everyType() {
        return EventTypes.all().stream();
    }

    static Stream<Revision> everyRevision() {
        return everyType()
                .flatMap(type -> IntStream.rangeClosed(1, type.revision())
                        .mapToObj(revision -> new Revision(type.name(), revision)));
    }

    @ParameterizedTest
    @MethodSource("everyRevision")
    void everyRevisionHasASchemaAndAStoredSampleThatFitsIt(Revision revision) {
        assertThat(revision.path(SCHEMAS)).isRegularFile();
        assertThat(revision.path(STORED)).isRegularFile();
        assertThat(EventSchemas.problems(revision.name(), revision.revision(), revision.sample()))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("everyRevision")
    void everyStoredSampleIsReadAsTheEventOfItsName(Revision revision) {
        var event = EventJson.read(revision.name(), revision.revision(), revision.sample());
        assertThat(EventTypes.of(event).name()).isEqualTo(revision.name());
    }

    @ParameterizedTest
    @MethodSource("everyType")
    void theCurrentRevisionIsWrittenByteForByteAsItWasStored(EventType type) {
        var stored = new Revision(type.name(), type.revision()).sample();
        var written = EventJson.write(EventJson.read(type.name(), type.revision(), stored));
        assertThat(text(written)).isEqualTo(text(stored).stripTrailing());
    }

    @ParameterizedTest
    @MethodSource("everyType")
    void theSchemaOfTheCurrentRevisionSaysWhatTheRecordSays(EventType type) {
        var schema = JSON.readTree(read(new Revision(type.name(), type.revision()).path(SCHEMAS)));
        assertThat(EventOutline.ofSchema(schema))
                .as(
                        "%s changed: give it revision %d, an Upcast, a schema and a sample",
                        type.type().getSimpleName(), type.revision() + 1)
                .isEqualTo(EventOutline.ofRecord(type.type()));
    }

    @ParameterizedTest
    @MethodSource("everyRevision")
    void olderRevisionsAreBroughtToTheCurrentSchema(Revision revision) {
        int current = Objects.requireNonNull(EventTypes.named(revision.name())).revision();
        var upcast = Upcasts.upcast(revision.name(), revision.revision(), current, object(revision.sample()));
        assertThat(EventSchemas.problems(revision.name(), current, JSON.writeValueAsBytes(upcast)))
                .isEmpty();
    }

    @Test
    void noNameThatWasEverStoredIsForgotten() throws IOException {
        var names = Files.readAllLines(STORED.resolve("NAMES"));
        assertThat(names).as("stored/NAMES, sorted, each once").isSorted().doesNotHaveDuplicates();
        assertThat(EventTypes.names())
                .as("a name in stored/NAMES stays readable; a new one is added there")
                .containsExactlyInAnyOrderElementsOf(names);
    }

    @Test
    void noSchemaAndNoSampleIsLeftOver() {
        var known = everyRevision().map(Revision::toString).toList();
        assertThat(revisionsIn(SCHEMAS)).containsExactlyInAnyOrderElementsOf(known);
        assertThat(revisionsIn(STORED)).containsExactlyInAnyOrderElementsOf(known);
    }

    @Test
    void titlesOfRevisionOneGetTheirPresentNameAndNoSubtitle() {
        var stored = object("""
                {"talkId":"0198c1d0-7e1a-7c3b-9f00-5b1c2d3e4f50","newTitle":"Old","note":"unknown then"}""");
        assertThat(Upcasts.upcast("talk.retitled", 1, 2, stored.deepCopy())).isEqualTo(object("""
                {"talkId":"0198c1d0-7e1a-7c3b-9f00-5b1c2d3e4f50","note":"unknown then","title":"Old"}"""));
        assertThat(Upcasts.upcast("talk.retitled", 1, 3, stored)).isEqualTo(object("""
                {"talkId":"0198c1d0-7e1a-7c3b-9f00-5b1c2d3e4f50","note":"unknown then","title":"Old","subtitle":null}"""));
    }

    @Test
    void titlesOfEveryRevisionAreReadAsTheSameEvent() {
        var expected = new TalkEvent.TalkRetitled(
                "0198c1d0-7e1a-7c3b-9f00-5b1c2d3e4f50", "Data Science in the Balanced Team", null);
        assertThat(EventJson.read("talk.retitled", 1, new Revision("talk.retitled", 1).sample()))
                .isEqualTo(expected);
        assertThat(EventJson.read("talk.retitled", 2, new Revision("talk.retitled", 2).sample()))
                .isEqualTo(expected);
    }

    private static List<String> revisionsIn(Path root) {
        try (var files = Files.walk(root)) {
            return files.filter(f -> f.toString().endsWith(".json"))
                    .map(f -> root.relativize(f).toString().replace('\\', '/').replace(".json", ""))
                    .toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static ObjectNode object(String json) {
        return object(json.getBytes(StandardCharsets.UTF_8));
    }

    private static ObjectNode object(byte[] json) {
        JsonNode tree = JSON.readTree(json);
        return (ObjectNode) tree;
    }

    private static String text(byte[] utf8) {
        return new String(utf8, StandardCharsets.UTF_8);
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
