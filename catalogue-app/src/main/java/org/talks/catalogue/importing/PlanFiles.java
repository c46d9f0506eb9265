package org.talks.catalogue.importing;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.talks.catalogue.command.CatalogueCommand;
import org.talks.catalogue.command.StreamKind;
import org.talks.catalogue.data.DataDirectory;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Keeps plans: `commands.jsonl.gz`, one command a line in the order in which they are carried out, and
/// `entries.jsonl.gz`, what is told of them. A plan is written whole and on disk before its import says that it
/// is planned, and never changed afterwards.
@Component
final class PlanFiles {

    private static final String COMMANDS = "commands.jsonl.gz";
    private static final String ENTRIES = "entries.jsonl.gz";
    private static final Pattern ID = Pattern.compile("[0-9a-f-]{36}");
    private static final int BUFFER = 64 << 10;

    /// Commands packed together; each part is a member of the gzip file, which readers see as one.
    private static final int STEPS_PER_PART = 1_000;

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private final DataDirectory directory;
    private final Map<String, Class<? extends CatalogueCommand>> commands = new HashMap<>();

    PlanFiles(DataDirectory directory, List<StreamKind<?, ?, ?>> kinds) {
        this.directory = directory;
        kinds.forEach(kind -> kind.commandTypes().forEach(type -> commands.put(type.getSimpleName(), type)));
    }

    private record StoredStep(
            String type,
            Object command,
            @Nullable Long expectedVersion,
            String source,
            @Nullable String delivered,
            String place) {

        static StoredStep of(Step step) {
            return new StoredStep(
                    step.command().getClass().getSimpleName(),
                    step.command(),
                    step.expectedVersion(),
                    step.source(),
                    step.delivered(),
                    step.place());
        }
    }

    private record StoredEntry(PlanEntry entry, @Nullable StoredStep offer) {}

    /// Packs commands while more of them are still being planned, on the threads that all share. For one thread.
    static final class Packing {

        private final List<ForkJoinTask<byte[]>> parts = new ArrayList<>();
        private int packed;

        /// Takes what was planned since; the list is not changed up to there any more.
        void upTo(List<Step> steps) {
            while (steps.size() - packed >= STEPS_PER_PART) {
                add(steps, packed + STEPS_PER_PART);
            }
        }

        private void add(List<Step> steps, int end) {
            var part = List.copyOf(steps.subList(packed, end));
            parts.add(ForkJoinPool.commonPool().submit(() -> packed(part)));
            packed = end;
        }

        private void writeTo(Path file, List<Step> steps) throws IOException {
            upTo(steps);
            add(steps, steps.size());
            try (var out = new BufferedOutputStream(Files.newOutputStream(file), BUFFER)) {
                for (var part : parts) {
                    out.write(part.join());
                }
            }
            force(file);
        }

        private static byte[] packed(List<Step> steps) throws IOException {
            var bytes = new ByteArrayOutputStream(BUFFER);
            writeLines(bytes, json -> steps.forEach(step -> line(json, StoredStep.of(step))));
            return bytes.toByteArray();
        }
    }

    void write(String importId, Drafted drafted) {
        var home = home(importId);
        try {
            Files.createDirectories(home);
            drafted.packing().writeTo(home.resolve(COMMANDS), drafted.steps());
            var entries = home.resolve(ENTRIES);
            writeLines(Files.newOutputStream(entries), json -> {
                for (var told : drafted.entries()) {
                    var offer = told.offer();
                    line(json, new StoredEntry(told.entry(), offer == null ? null : StoredStep.of(offer)));
                }
            });
            force(entries);
        } catch (IOException e) {
            throw new UncheckedIOException("The plan cannot be kept: " + e.getMessage(), e);
        }
    }

    /// The commands in order.
    List<Step> steps(String importId) {
        var steps = new ArrayList<Step>();
        read(importId, COMMANDS, (n, line) -> steps.add(step(line)));
        return steps;
    }

    /// The commands as they are kept, one JSON object a line.
    ///
    /// @return false when the plan is gone
    boolean copyCommands(String importId, OutputStream to) throws IOException {
        try (var in = new GZIPInputStream(Files.newInputStream(home(importId).resolve(COMMANDS)), BUFFER)) {
            in.transferTo(to);
            return true;
        } catch (NoSuchFileException _) {
            return false;
        }
    }

    /// What the plan tells, in order; none when it is gone.
    List<PlanEntry> entries(String importId) {
        var entries = new ArrayList<PlanEntry>();
        read(importId, ENTRIES, (n, line) -> entries.add(JSON.treeToValue(line.get("entry"), PlanEntry.class)));
        return entries;
    }

    /// The command behind an entry; null when there is none.
    @Nullable
    Step offer(String importId, int ordinal) {
        var found = new Step[1];
        read(importId, ENTRIES, (n, line) -> {
            if (n == ordinal && line.hasNonNull("offer")) {
                found[0] = step(line.get("offer"));
            }
        });
        return found[0];
    }

    boolean has(String importId) {
        return ID.matcher(importId).matches() && Files.exists(home(importId).resolve(COMMANDS));
    }

    void delete(String importId) {
        try {
            for (var file : Arrays.asList(COMMANDS, ENTRIES)) {
                Files.deleteIfExists(home(importId).resolve(file));
            }
            Files.deleteIfExists(home(importId));
        } catch (IOException e) {
            throw new UncheckedIOException("The plan cannot be deleted: " + e.getMessage(), e);
        }
    }

    private Path home(String importId) {
        if (!ID.matcher(importId).matches()) {
            throw new IllegalArgumentException("no id of an import: " + importId);
        }
        return directory.imports().resolve(importId);
    }

    private interface Lines {
        void to(JsonGenerator json);
    }

    /// Closes what it writes to.
    private static void writeLines(OutputStream to, Lines lines) throws IOException {
        // The plan is read once or twice; speed matters more than the last bytes.
        try (var packed = new GZIPOutputStream(to, BUFFER) {
                    {
                        def.setLevel(Deflater.BEST_SPEED);
                    }
                };
                var json = JSON.createGenerator(packed)) {
            lines.to(json);
        }
    }

    private static void force(Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    private static void line(JsonGenerator json, Object value) {
        json.writePOJO(value);
        json.writeRaw('\n');
    }

    private void read(String importId, String name, BiConsumer<Integer, JsonNode> consumer) {
        if (!has(importId)) {
            return;
        }
        try (var in = new GZIPInputStream(
                        new BufferedInputStream(
                                Files.newInputStream(home(importId).resolve(name))),
                        BUFFER);
                var lines = JSON.readerFor(JsonNode.class).<JsonNode>readValues(in)) {
            for (int n = 0; lines.hasNextValue(); n++) {
                consumer.accept(n, lines.nextValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The plan cannot be read: " + e.getMessage(), e);
        }
    }

    private Step step(JsonNode line) {
        var name = line.get("type").stringValue();
        var type = commands.get(name);
        if (type == null) {
            throw new IllegalStateException("The plan has a command that this version does not know: " + name);
        }
        var expected = line.get("expectedVersion");
        var delivered = line.get("delivered");
        return new Step(
                JSON.treeToValue(line.get("command"), type),
                expected == null || expected.isNull() ? null : expected.longValue(),
                line.get("source").stringValue(),
                delivered == null || delivered.isNull() ? null : delivered.stringValue(),
                line.get("place").stringValue());
    }
}
