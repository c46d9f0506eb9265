package org.talks.catalogue.importing.codeandtalk;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Where a file of a talk lies.
///
/// @param folder the conference
/// @param slug the talk
record TalkPath(String folder, String slug) {

    /// Folders of the same repository that hold no talks.
    private static final Set<String> OTHERS = Set.of("events", "people", "sources", "series", "tags", "videos");

    String key() {
        return folder + "/" + slug;
    }

    /// @return null for a file that cannot be a talk
    static @Nullable TalkPath of(String path) {
        String[] parts = path.split("/", -1);
        String file = parts[parts.length - 1];
        String folder = parts.length < 2 ? "" : parts[parts.length - 2];
        return file.endsWith(".json") && !folder.isEmpty() && !folder.startsWith(".") && !OTHERS.contains(folder)
                ? new TalkPath(folder, file.substring(0, file.length() - ".json".length()))
                : null;
    }

    /// The slug of what a file of such a folder (`events`, `people`) describes, null for others.
    static @Nullable String in(String folder, String path) {
        String[] parts = path.split("/", -1);
        String file = parts[parts.length - 1];
        return parts.length > 1 && parts[parts.length - 2].equals(folder) && file.endsWith(".json")
                ? file.substring(0, file.length() - ".json".length())
                : null;
    }
}
