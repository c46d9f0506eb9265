package org.talks.catalogue.importing.pyvideo;

/// What a path within the tree is, told by its last segments.
///
/// @param folder of the conference
/// @param file name of the talk's file without `.json`, empty for others
record PyvideoPath(Kind kind, String folder, String file) {

    enum Kind {
        VIDEO,
        CATEGORY,
        HIDDEN,
        OTHER
    }

    private static final PyvideoPath OTHER = new PyvideoPath(Kind.OTHER, "", "");

    /// @param rootName folder to assume when the path does not tell one, because the archive was packed inside it
    static PyvideoPath of(String path, String rootName) {
        if (path.startsWith(".") || path.contains("/.")) {
            return OTHER;
        }
        String[] segments = path.split("/", -1);
        String last = segments[segments.length - 1];
        if (last.equals("NO_PUBLISH.json")) {
            return new PyvideoPath(Kind.HIDDEN, "", "");
        }
        if (last.equals("category.json")) {
            return new PyvideoPath(Kind.CATEGORY, segment(segments, 2, rootName), "");
        }
        boolean video = segments.length >= 2
                && segments[segments.length - 2].equals("videos")
                && last.endsWith(".json")
                && last.length() > ".json".length();
        return video
                ? new PyvideoPath(
                        Kind.VIDEO, segment(segments, 3, rootName), last.substring(0, last.length() - ".json".length()))
                : OTHER;
    }

    boolean isVideo() {
        return kind == Kind.VIDEO;
    }

    String key() {
        return folder + "/" + file;
    }

    private static String segment(String[] segments, int fromEnd, String otherwise) {
        return segments.length >= fromEnd ? segments[segments.length - fromEnd] : otherwise;
    }
}
