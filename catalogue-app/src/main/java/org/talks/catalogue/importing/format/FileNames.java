package org.talks.catalogue.importing.format;

import java.util.regex.Pattern;

/// What the name of a file tells about a conference that the file itself does not name.
final class FileNames {

    private static final Pattern EXTENSIONS =
            Pattern.compile("(?i)(?:\\.(?:json|xml|ics|xcal|ya?ml|gz|zip|html?|csv|txt))+$");
    private static final Pattern GENERIC = Pattern.compile(
            "(?i)[\\s_.-]+(?:all|sessions?|talks?|speakers?|presentations?|gridsmart|submissions?|accepted|schedule|by|id|export|data|view|programme|program)$");
    private static final Pattern SEPARATORS = Pattern.compile("[\\s_-]+");

    private FileNames() {}

    /// `linz-gab-2021-all.json` is `linz gab 2021`.
    static String conference(String fileName) {
        String name = EXTENSIONS
                .matcher(fileName.substring(fileName.lastIndexOf('/') + 1))
                .replaceFirst("");
        String before = "";
        while (!before.equals(name)) {
            before = name;
            name = GENERIC.matcher(name).replaceFirst("");
        }
        String plain = Texts.line(SEPARATORS.matcher(name).replaceAll(" "));
        return plain.isEmpty() ? "Unnamed conference" : plain;
    }
}
