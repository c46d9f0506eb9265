package org.talks.catalogue.importing.programme;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.talks.catalogue.importing.format.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What conference-hall's first event API kept apart from its talks and referred to by id: speakers, categories
/// and formats. A talk has one category and one format there, as plain ids and not as lists.
final class EventExport {

    private final Map<String, JsonNode> speakers;
    private final Map<String, JsonNode> categories;
    private final Map<String, JsonNode> formats;

    EventExport(JsonNode root) {
        speakers = byId(root, "speakers", "uid", "id");
        categories = byId(root, "categories", "id");
        formats = byId(root, "formats", "id");
    }

    private static Map<String, JsonNode> byId(JsonNode root, String member, String... ids) {
        Map<String, JsonNode> known = new HashMap<>();
        for (JsonNode item : Json.items(root, member)) {
            String id = Json.firstText(item, ids);
            if (id != null) {
                known.put(id, item);
            }
        }
        return known;
    }

    /// The talk with what it refers to in place of the ids; ids that nothing in the file explains go.
    ObjectNode joined(ObjectNode talk) {
        ObjectNode joined = talk.deepCopy();
        replace(joined, "speakers", speakers);
        replace(joined, "categories", categories);
        replace(joined, "formats", formats);
        return joined;
    }

    private static void replace(ObjectNode talk, String member, Map<String, JsonNode> known) {
        JsonNode value = talk.path(member);
        ArrayNode items = talk.putArray(member);
        for (JsonNode reference : value.isArray() ? value : List.of(value)) {
            JsonNode item = reference.isObject() ? reference : known.get(String.valueOf(Json.text(reference)));
            if (item != null) {
                items.add(item);
            }
        }
    }
}
