package org.talks.catalogue.importing.pyvideo;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.talks.catalogue.importing.format.DraftSink;
import org.talks.catalogue.importing.format.Json;
import org.talks.catalogue.importing.format.Rejection;
import org.talks.catalogue.importing.format.SourceFile;
import org.talks.catalogue.importing.format.TalkDraft;
import org.talks.catalogue.importing.format.Texts;
import org.talks.catalogue.importing.format.UnreadableSourceException;
import tools.jackson.databind.JsonNode;

/// Goes through the tree once. The talks of one folder are held back until the folder ends, because the dates of
/// a conference are known only then.
final class PyvideoReader implements SourceFile.TreeVisitor {

    private static final String HIDDEN_REASON = "Listed in NO_PUBLISH.json";

    private final String rootName;
    private final DraftSink sink;
    private final Set<String> keys = new HashSet<>();
    private final Set<String> handedOver = new HashSet<>();
    private final Map<String, String> keysById = new HashMap<>();
    private final Set<String> hiddenIds = new HashSet<>();
    private @Nullable Folder current;
    private int others;

    PyvideoReader(String sourceName, DraftSink sink) {
        this.rootName = sourceName.replaceFirst("\\.(?:zip|tar|tgz|tar\\.gz)$", "");
        this.sink = sink;
    }

    @Override
    public boolean wants(String path) {
        boolean known = PyvideoPath.of(path, rootName).kind() != PyvideoPath.Kind.OTHER;
        if (!known) {
            others++;
        }
        return known;
    }

    @Override
    public void file(String path, byte[] content) {
        PyvideoPath place = PyvideoPath.of(path, rootName);
        try {
            JsonNode json = Json.read(path, content);
            switch (place.kind()) {
                case VIDEO -> video(place, path, json);
                case CATEGORY -> category(place, path, json);
                case HIDDEN -> hide(path, json);
                case OTHER -> others++;
            }
        } catch (UnreadableSourceException malformed) {
            reject(path, String.valueOf(malformed.getMessage()), "Correct the file.");
        }
        if (place.isVideo()) {
            sink.progressed(path);
        }
    }

    @Override
    public void skipped(String path, String reason) {
        reject(path, reason, "Make the file smaller or readable.");
        sink.progressed(path);
    }

    /// Hands over what is still held back.
    void finish() {
        endFolder();
        if (others > 0) {
            sink.ignored(rootName, others + " files that are no part of pyvideo's layout, such as README and tests.");
        }
    }

    private void video(PyvideoPath place, String path, JsonNode json) {
        if (!json.isObject()) {
            reject(path, "A talk is a JSON object.", "Correct the file.");
            return;
        }
        if (!keys.add(place.key())) {
            reject(path, "Another file has the same folder and name.", "Import the trees one by one.");
            return;
        }
        TalkDraft talk = new PyvideoTalk(place, path, json, sink).draft();
        if (talk != null) {
            folder(place.folder(), path).add(talk);
            String id = Json.text(json, "id");
            if (id != null) {
                keysById.put(id, talk.key());
                if (hiddenIds.contains(id)) {
                    folder(place.folder(), path).hide(talk.key());
                }
            }
        }
    }

    private void category(PyvideoPath place, String path, JsonNode json) {
        if (handedOver.contains(place.folder())) {
            sink.warning(new Rejection(
                    path, "", "It came after the talks of its folder and was not used.", "Pack folder by folder."));
            return;
        }
        folder(place.folder(), path).category(json);
    }

    private void hide(String path, JsonNode json) {
        for (JsonNode id : json.isArray() ? json : java.util.List.<JsonNode>of()) {
            String text = Json.text(id);
            if (text == null) {
                reject(path, "An id is a number.", "Correct the file.");
                continue;
            }
            hiddenIds.add(text);
            // The list usually comes first; where it comes late, its talks were handed over already or are held.
            String key = keysById.get(text);
            if (key != null && current != null && current.holds(key)) {
                current.hide(key);
            } else if (key != null) {
                sink.hidden(PyvideoFormat.SOURCE, key, HIDDEN_REASON);
            }
        }
    }

    private Folder folder(String name, String path) {
        Folder folder = current;
        if (folder == null || !folder.name().equals(name)) {
            endFolder();
            folder = new Folder(name, path);
            current = folder;
        }
        return folder;
    }

    private void endFolder() {
        Folder folder = current;
        current = null;
        if (folder == null) {
            return;
        }
        // An archive may come back to a folder; its conference was handed over then and stands.
        if (handedOver.add(folder.name())) {
            if (!folder.hasCategory()) {
                sink.warning(new Rejection(
                        folder.place(),
                        folder.name(),
                        "The folder has no category.json; its name became that of the conference.",
                        "Add a category.json with a title."));
            }
            sink.conference(folder.conference(sink));
        }
        folder.handOver(sink, HIDDEN_REASON);
    }

    private void reject(String path, String reason, String remedy) {
        sink.rejected(new Rejection(path, "", Texts.shorten(Texts.line(reason), 400), remedy));
    }

    /// @return the title of a conference of which only the folder is known
    static String titleOf(String folder) {
        return folder.isBlank() ? "pyvideo" : folder.replace('-', ' ');
    }
}
