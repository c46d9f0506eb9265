package org.talks.catalogue.importing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.talks.catalogue.importing.format.DraftCollector;
import org.talks.catalogue.importing.format.ImportFormat;
import org.talks.catalogue.importing.format.Recognition.Certainty;
import org.talks.catalogue.importing.format.SourceFile;
import org.talks.catalogue.importing.format.SourceFiles;
import org.talks.catalogue.importing.format.UnreadableSourceException;
import org.talks.catalogue.importing.table.Mapping;
import org.talks.catalogue.importing.table.Proposals;
import org.talks.catalogue.importing.table.Table;
import org.talks.catalogue.importing.table.Tables;

/// Reads every real file and prints what came of it, as a table with tabs. Files that are listed in
/// `EXPECTED.tsv` as folders are read as folders.
///
/// `java … org.talks.catalogue.importing.RealFilesTable DIRECTORY`
public final class RealFilesTable {

    /// Mappings of tables whose columns the proposal alone does not settle, as a person would confirm them.
    private static final Map<String, String> CONFIRMED = Map.of();

    private RealFilesTable() {}

    /// @param format null when none recognised it
    /// @param people speakers without talks, in lists of speakers
    record Row(
            String file,
            String format,
            int conferences,
            int talks,
            int speakers,
            int people,
            int rejected,
            int ignored,
            int transcripts,
            int cues,
            int cancelled,
            long millis,
            String error) {

        static final String HEADER = "file\tformat\tconferences\ttalks\tspeakers\tspeakers without talks\trejected"
                + "\tleft out\ttranscripts\tcancelled\tms\terror";

        String line() {
            return String.join(
                    "\t",
                    file,
                    format,
                    "" + conferences,
                    "" + talks,
                    "" + speakers,
                    "" + people,
                    "" + rejected,
                    "" + (ignored - people),
                    "" + transcripts,
                    "" + cancelled,
                    "" + millis,
                    error);
        }
    }

    /// One line of `EXPECTED.tsv`.
    record Expected(String file, String format, int conferences, int talks, int speakers, int entries, int cancelled) {}

    public static void main(String[] arguments) throws Exception {
        Path data = Path.of(arguments[0]);
        System.out.println(Row.HEADER);
        for (Expected expected : expected(data).values()) {
            System.out.println(read(data, expected.file()).line());
        }
        if (Files.exists(data.resolve("pyvideo/pyvideo-data.tar.gz"))) {
            System.out.println(read(data, "pyvideo/pyvideo-data.tar.gz").line());
        }
    }

    static Map<String, Expected> expected(Path data) throws IOException {
        Map<String, Expected> all = new LinkedHashMap<>();
        for (String line : Files.readAllLines(data.resolve("EXPECTED.tsv")).stream()
                .skip(1)
                .toList()) {
            String[] cells = line.split("\t", -1);
            all.put(
                    cells[0],
                    new Expected(
                            cells[0],
                            cells[1],
                            number(cells[2]),
                            number(cells[3]),
                            number(cells[4]),
                            number(cells[8]),
                            number(cells[9])));
        }
        return all;
    }

    private static int number(String cell) {
        return cell.equals("-") ? 0 : Integer.parseInt(cell);
    }

    /// Files that are in no line of `EXPECTED.tsv`, nor in a folder that is.
    static List<String> unlisted(Path data) throws IOException {
        var listed = expected(data).keySet();
        List<String> unlisted = new ArrayList<>();
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                String path = data.relativize(file).toString();
                if (path.contains("/") && listed.stream().noneMatch(path::startsWith)) {
                    unlisted.add(path);
                }
            }
        }
        return unlisted;
    }

    /// Recognises and reads one file; columns of tables are taken to mean what is proposed.
    static Row read(Path data, String path) throws IOException {
        var mappings = new Formats.Confirmed();
        List<ImportFormat> formats = Formats.all(mappings);
        long start = System.nanoTime();
        DraftCollector read = new DraftCollector();
        String id = "-";
        String error = "";
        try {
            SourceFile file = SourceFiles.of(data.resolve(path));
            ImportFormat format = choose(formats, file);
            id = format.id();
            if (Tables.needMapping(id)) {
                Table table = Tables.open(id, file);
                String text = CONFIRMED.get(path);
                mappings.confirm(table, text == null ? Proposals.propose(table) : Mapping.parse(text));
            }
            format.read(file, read);
        } catch (UnreadableSourceException unreadable) {
            error = String.valueOf(unreadable.getMessage());
        }
        long millis = (System.nanoTime() - start) / 1_000_000;
        int people = (int) read.ignored.stream()
                .filter(reason -> reason.endsWith("A speaker without talks."))
                .count();
        return new Row(
                path,
                id,
                read.conferences.size(),
                read.talks.size(),
                read.speakers().size(),
                people,
                read.rejected.size(),
                read.ignored.size(),
                read.transcripts.size(),
                read.transcripts.stream()
                        .mapToInt(transcript -> transcript.cues().size())
                        .sum(),
                (int) read.talks.stream().filter(talk -> talk.cancelled()).count(),
                millis,
                error);
    }

    /// As the application chooses.
    private static ImportFormat choose(List<ImportFormat> formats, SourceFile file)
            throws IOException, UnreadableSourceException {
        List<ImportFormat> possible = new ArrayList<>();
        for (ImportFormat format : formats) {
            Certainty certainty = format.recognise(file).certainty();
            if (certainty == Certainty.CERTAIN) {
                return format;
            }
            if (certainty == Certainty.POSSIBLE) {
                possible.add(format);
            }
        }
        if (possible.size() != 1) {
            throw new UnreadableSourceException(
                    possible.isEmpty() ? "No known format fits." : "It could be several: " + possible);
        }
        return possible.getFirst();
    }
}
