package org.talks.catalogue.importing.format;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/// The paths at the head of a JSON file, for telling formats apart by structure without reading all of it:
/// `sessions/[]/title`. Each name is also there as `*`, for files that key their records by id.
public final class JsonOutline {

    private static final int MAX_DEPTH = 9;
    private static final int MAX_PATHS = 4_000;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(64).build())
            .build();

    private final Set<String> paths = new HashSet<>();

    private JsonOutline() {}

    /// @return an empty outline when the file is a tree, no JSON or cannot be opened
    public static JsonOutline of(SourceFile file) throws IOException {
        JsonOutline outline = new JsonOutline();
        if (file.isTree()) {
            return outline;
        }
        try {
            byte[] head = file.head();
            if (startsLikeJson(head)) {
                outline.read(head);
            }
        } catch (UnreadableSourceException | JacksonException cut) {
            // The head ends in the middle; what was seen until then is the outline.
            return outline;
        }
        return outline;
    }

    /// Whether all of these paths were seen.
    public boolean has(String... wanted) {
        for (String path : wanted) {
            if (!paths.contains(path)) {
                return false;
            }
        }
        return true;
    }

    private static boolean startsLikeJson(byte[] head) {
        for (byte b : head) {
            if (b == '{' || b == '[') {
                return true;
            }
            // Blanks, a byte order mark, and the zero bytes of wide encodings come before.
            if (b > ' ' && b != (byte) 0xef && b != (byte) 0xbb && b != (byte) 0xbf) {
                return false;
            }
        }
        return false;
    }

    private void read(byte[] head) {
        Deque<String> exact = new ArrayDeque<>();
        Deque<String> wild = new ArrayDeque<>();
        Deque<Boolean> arrays = new ArrayDeque<>();
        String name = "";
        String wildName = "";
        try (JsonParser parser =
                FACTORY.createParser(tools.jackson.core.ObjectReadContext.empty(), new ByteArrayInputStream(head))) {
            for (JsonToken token = parser.nextToken();
                    token != null && paths.size() < MAX_PATHS;
                    token = parser.nextToken()) {
                switch (token) {
                    case PROPERTY_NAME -> {
                        name = join(exact, parser.currentName());
                        wildName = join(wild, "*");
                        if (exact.size() < MAX_DEPTH) {
                            paths.add(name);
                            paths.add(join(wild, parser.currentName()));
                        }
                    }
                    case START_OBJECT, START_ARRAY -> {
                        boolean inArray = !exact.isEmpty() && arrays.element();
                        String at = exact.isEmpty() ? "" : inArray ? exact.element() : name;
                        String wildAt = wild.isEmpty() ? "" : inArray ? wild.element() : wildName;
                        boolean array = token == JsonToken.START_ARRAY;
                        arrays.push(array);
                        exact.push(array ? add(at, "[]") : at);
                        wild.push(array ? add(wildAt, "[]") : wildAt);
                        if (array && exact.size() < MAX_DEPTH) {
                            paths.add(exact.element());
                        }
                    }
                    case END_OBJECT, END_ARRAY -> {
                        arrays.pop();
                        exact.pop();
                        wild.pop();
                    }
                    default -> {
                        // Values say nothing about the structure.
                    }
                }
            }
        }
    }

    private static String join(Deque<String> parents, String name) {
        return add(parents.isEmpty() ? "" : parents.element(), name);
    }

    private static String add(String parent, String name) {
        return parent.isEmpty() ? name : parent + "/" + name;
    }
}
