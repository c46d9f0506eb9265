package org.talks.catalogue.importing.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.talks.catalogue.importing.format.Json;
import org.talks.catalogue.importing.format.SourceFile;
import org.talks.catalogue.importing.format.Texts;
import org.talks.catalogue.importing.format.UnreadableSourceException;
import tools.jackson.databind.JsonNode;

/// Makes a table of any JSON that lists records: the longest list of objects, or of objects by their ids. A
/// member is a column called by its path: `title`, `speaker.name`, `speakers[].name`.
final class JsonTable {

    /// How deep a list of records may lie, and how deep a record is looked into.
    private static final int MAX_DEPTH = 4;

    /// A list in a record: the most speakers seen are 31.
    private static final int MAX_VALUES = 200;

    private JsonTable() {}

    static Table read(SourceFile file) throws IOException, UnreadableSourceException {
        List<JsonNode> best = List.of();
        long most = 0;
        for (List<JsonNode> list : lists(Json.read(file))) {
            long titled = list.stream().filter(JsonTable::hasTitle).count();
            if (titled > most) {
                most = titled;
                best = list;
            }
        }
        if (best.isEmpty()) {
            throw new UnreadableSourceException(file.name() + " holds no list of records with a title or a name.");
        }
        Set<String> columns = new LinkedHashSet<>();
        List<Table.Row> rows = new ArrayList<>();
        for (JsonNode item : best) {
            if (rows.size() >= Table.MAX_ROWS) {
                throw new UnreadableSourceException(
                        file.name() + " lists more than " + Table.MAX_ROWS + " records. Split it.");
            }
            Map<String, List<String>> values = new LinkedHashMap<>();
            if (item.isObject()) {
                collect(item, "", 0, values);
            }
            values.keySet().forEach(column -> {
                if (columns.size() < Table.MAX_COLUMNS) {
                    columns.add(column);
                }
            });
            rows.add(new Table.Row(file.name() + ", record " + (rows.size() + 1), values));
        }
        return new Table(List.copyOf(columns), rows);
    }

    private static List<List<JsonNode>> lists(JsonNode root) {
        List<List<JsonNode>> lists = new ArrayList<>();
        find(root, 0, lists);
        return lists;
    }

    private static void find(JsonNode node, int depth, List<List<JsonNode>> lists) {
        if (depth > MAX_DEPTH || !node.isContainer()) {
            return;
        }
        List<JsonNode> members = new ArrayList<>();
        boolean objects = !node.isEmpty();
        for (JsonNode member : node) {
            objects &= member.isObject();
            members.add(member);
        }
        if (objects && (node.isArray() || members.size() > 1)) {
            lists.add(members);
        }
        if (!node.isArray() || !objects || depth == 0) {
            members.forEach(member -> find(member, depth + 1, lists));
        }
    }

    private static boolean hasTitle(JsonNode item) {
        return titleOf(item) != null;
    }

    private static @Nullable String titleOf(JsonNode item) {
        for (Map.Entry<String, JsonNode> member :
                item.isObject() ? item.properties() : Set.<Map.Entry<String, JsonNode>>of()) {
            String name = member.getKey().toLowerCase(Locale.ROOT);
            if ((name.endsWith("title") || name.equals("name")) && Json.text(member.getValue()) != null) {
                return member.getKey();
            }
        }
        return null;
    }

    private static void collect(JsonNode node, String path, int depth, Map<String, List<String>> values) {
        if (depth > MAX_DEPTH) {
            return;
        }
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            String name = Texts.line(member.getKey());
            if (name.isEmpty() || name.length() > 200) {
                continue;
            }
            value(member.getValue(), path.isEmpty() ? name : path + "." + name, depth, values);
        }
    }

    private static void value(JsonNode value, String column, int depth, Map<String, List<String>> values) {
        if (value.isObject()) {
            collect(value, column, depth + 1, values);
        } else if (value.isArray()) {
            for (JsonNode item : value) {
                if (item.isObject()) {
                    collect(item, column + "[]", depth + 1, values);
                } else {
                    add(column + "[]", Json.text(item), values);
                }
            }
        } else {
            add(column, Json.text(value), values);
        }
    }

    private static void add(String column, @Nullable String value, Map<String, List<String>> values) {
        if (value != null && !value.isBlank()) {
            List<String> list = values.computeIfAbsent(column, c -> new ArrayList<>());
            if (list.size() < MAX_VALUES) {
                list.add(value);
            }
        }
    }
}
