package org.talks.catalogue.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Pattern;

/// The shapes of the catalogue's URLs, once.
public final class Paths {

    /// What web servers and firewalls refuse in a path: slashes, percent signs, semicolons, controls, dots alone.
    private static final Pattern PLAIN_TOPIC = Pattern.compile("(?!\\.{1,2}$)[^/\\\\%;\\p{Cntrl}]+");

    /// Slugs that would be taken for a page of the thing without one.
    private static final Set<String> PARTS = Set.of(
            "history", "notes", "transcript", "slides", "resources", "programme", "changes", "undo", "origins", "edit");

    private Paths() {}

    public static String talk(String id, String title) {
        return thing("/talks/", id, title);
    }

    public static String conference(String id, String name) {
        return thing("/conferences/", id, name);
    }

    public static String series(String id, String name) {
        return thing("/series/", id, name);
    }

    public static String speaker(String id, String name) {
        return thing("/speakers/", id, name);
    }

    /// Topics have no id: their text is their path, or, where it has characters that paths may not have even
    /// encoded, such as CI/CD, a parameter.
    public static String topic(String topic) {
        return PLAIN_TOPIC.matcher(topic).matches() ? "/topics/" + encoded(topic) : "/topics?name=" + encoded(topic);
    }

    /// For a path segment or a query value.
    public static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String thing(String prefix, String id, String name) {
        var slug = Slug.of(name);
        return slug.isEmpty() || PARTS.contains(slug) ? prefix + encoded(id) : prefix + encoded(id) + "/" + slug;
    }
}
