package org.talks.catalogue.importing.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.talks.catalogue.importing.format.Encodings;
import org.talks.catalogue.importing.format.Moment;
import org.talks.catalogue.importing.format.SourceFile;
import org.talks.catalogue.importing.format.SourceFiles;
import org.talks.catalogue.importing.format.Texts;
import org.talks.catalogue.importing.format.UnreadableSourceException;

/// Reads RFC 4180 and its relatives: comma, semicolon, tab or bar; UTF-8 with or without a mark, UTF-16,
/// Windows-1252; quoted line ends. A first line that holds dates or addresses is no header, and the columns are
/// then called `Column 1` and so on.
final class CsvTable {

    private static final int MAX_BYTES = 24 << 20;

    /// Longer names of columns are no names.
    private static final int MAX_NAME = 200;

    /// Begins the names of columns that have none.
    static final String UNNAMED = "Column ";

    private static final char[] DELIMITERS = {',', ';', '\t', '|'};
    private static final Pattern VALUE = Pattern.compile("\\d{1,2}:\\d{2}.*|[^@\\s]+@[^@\\s]+\\.[a-z]+|https?://.*");

    private CsvTable() {}

    /// Whether the head of a file looks like a table, and which of its names are there.
    ///
    /// @return the names of its columns, empty when it is no table
    static List<String> columns(String head) {
        String start = head.stripLeading();
        if (start.isEmpty() || "{[<".indexOf(start.charAt(0)) >= 0 || start.indexOf('\0') >= 0) {
            return List.of();
        }
        int end = firstLineEnd(start);
        if (end < 0) {
            return List.of();
        }
        try (CSVParser parser = parser(start.substring(0, end), delimiter(start))) {
            var first = parser.iterator();
            if (!first.hasNext()) {
                return List.of();
            }
            CSVRecord line = first.next();
            return names(line, headless(line));
        } catch (IOException | UncheckedIOException | IllegalStateException malformed) {
            return List.of();
        }
    }

    static Table read(SourceFile file) throws UnreadableSourceException {
        if (file.isTree()) {
            throw new UnreadableSourceException(file.name() + " is a directory or an archive, not a table.");
        }
        byte[] bytes;
        try (InputStream in = file.open()) {
            bytes = in.readNBytes(MAX_BYTES + 1);
        } catch (IOException damaged) {
            throw SourceFiles.unreadable(file.name(), damaged);
        }
        if (bytes.length > MAX_BYTES) {
            throw new UnreadableSourceException(
                    file.name() + " is larger than " + (MAX_BYTES >> 20) + " MiB. Split it.");
        }
        String text = Encodings.decode(bytes);
        if (text.indexOf('\0') >= 0) {
            throw new UnreadableSourceException(file.name() + " is no text, so no table. Export the sheet as CSV.");
        }
        return table(file.name(), text);
    }

    private static Table table(String name, String text) throws UnreadableSourceException {
        List<String> columns = List.of();
        List<Table.Row> rows = new ArrayList<>();
        try (CSVParser parser = parser(text, delimiter(text))) {
            for (CSVRecord line : parser) {
                if (columns.isEmpty()) {
                    boolean headless = headless(line);
                    columns = names(line, headless);
                    if (columns.size() < 2) {
                        throw new UnreadableSourceException(name + " is no table: its first line has no columns.");
                    }
                    if (!headless) {
                        continue;
                    }
                }
                if (rows.size() >= Table.MAX_ROWS) {
                    throw new UnreadableSourceException(name + " has more than " + Table.MAX_ROWS + " rows. Split it.");
                }
                Table.Row row = row(name, line, parser.getCurrentLineNumber(), columns);
                if (!row.values().isEmpty()) {
                    rows.add(row);
                }
            }
        } catch (IOException | UncheckedIOException | IllegalStateException malformed) {
            throw new UnreadableSourceException(
                    name + " is not a valid table: " + Texts.shorten(Texts.line(malformed.getMessage()), 200)
                            + " Is a quotation mark missing, or the file cut off?",
                    malformed);
        }
        if (columns.isEmpty()) {
            throw new UnreadableSourceException(name + " is empty.");
        }
        return new Table(columns.stream().filter(column -> !column.isEmpty()).toList(), rows);
    }

    private static Table.Row row(String name, CSVRecord line, long lineNumber, List<String> columns) {
        Map<String, List<String>> values = new HashMap<>();
        for (int i = 0; i < Math.min(line.size(), columns.size()); i++) {
            String column = columns.get(i);
            String value = line.get(i);
            if (!column.isEmpty() && !value.isBlank()) {
                values.put(column, List.of(value));
            }
        }
        return new Table.Row(name + ", line " + lineNumber, values);
    }

    private static CSVParser parser(String text, char delimiter) throws IOException {
        return CSVFormat.RFC4180
                .builder()
                .setDelimiter(delimiter)
                .setIgnoreEmptyLines(true)
                .setTrailingData(true)
                .get()
                .parse(new StringReader(text));
    }

    /// The one that cuts the first line into most columns.
    private static char delimiter(String text) {
        int end = firstLineEnd(text);
        String line = end < 0 ? text : text.substring(0, end);
        char best = ',';
        long most = 0;
        for (char delimiter : DELIMITERS) {
            boolean quoted = false;
            long count = 0;
            for (int i = 0; i < line.length(); i++) {
                char c = line.charAt(i);
                quoted ^= c == '"';
                count += !quoted && c == delimiter ? 1 : 0;
            }
            if (count > most) {
                most = count;
                best = delimiter;
            }
        }
        return best;
    }

    /// The end of the first line outside of quotes, -1 when there is none within what a header can be.
    private static int firstLineEnd(String text) {
        boolean quoted = false;
        for (int i = 0; i < Math.min(text.length(), Table.MAX_COLUMNS * MAX_NAME); i++) {
            char c = text.charAt(i);
            quoted ^= c == '"';
            if (!quoted && (c == '\n' || c == '\r')) {
                return i;
            }
        }
        return -1;
    }

    private static boolean headless(CSVRecord line) {
        for (String cell : line) {
            String value = cell.strip();
            if (Moment.parse(value) != null || VALUE.matcher(value).matches()) {
                return true;
            }
        }
        return false;
    }

    /// Columns without a name are not read; names that stand twice are told apart by a number.
    private static List<String> names(CSVRecord line, boolean headless) {
        List<String> names = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < Math.min(line.size(), Table.MAX_COLUMNS); i++) {
            String name = headless ? UNNAMED + (i + 1) : Texts.line(line.get(i));
            if (name.isEmpty() || name.length() > MAX_NAME) {
                names.add("");
                continue;
            }
            String unique = name;
            for (int n = 2; !seen.add(unique); n++) {
                unique = name + " (" + n + ")";
            }
            names.add(unique);
        }
        return names;
    }
}
