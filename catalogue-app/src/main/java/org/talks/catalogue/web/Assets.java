package org.talks.catalogue.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Paths of style, script and font, each with a digest of its content: they may be cached for ever and still
/// change with the next release.
public final class Assets {

    private static final String HTMX = "/webjars/htmx.org/2.0.10/dist/htmx.min.js";
    private static final int DIGEST_CHARACTERS = 10;

    private static final Map<String, String> HREFS = new ConcurrentHashMap<>();

    private Assets() {}

    /// @param name below `static/assets`
    public static String href(String name) {
        return HREFS.computeIfAbsent(
                "/assets/" + name,
                path -> path + "?v=" + digest("/static" + path).substring(0, DIGEST_CHARACTERS));
    }

    /// The WebJar's path has the version in it already.
    public static String htmx() {
        return HTMX;
    }

    private static String digest(String resource) {
        try (var content = Assets.class.getResourceAsStream(resource)) {
            if (content == null) {
                throw new IllegalStateException("There is no " + resource + " on the class path.");
            }
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
