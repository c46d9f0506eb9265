package org.talks.catalogue.web;

import java.net.URI;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// How a recording plays on the page, once somebody asks for it; before that nobody is contacted.
///
/// @param type `frame`, `video` or `audio`: the element that is put in place of the button
/// @param src of the element, without a start time
/// @param host whom playing contacts
/// @param startTemplate how a start is added to `src`, with `{second}`: a query, a fragment, or empty for media
///     elements, which seek by themselves
public record Player(String type, String src, String host, String startTemplate) {

    /// Hosts that may be framed; the Content-Security-Policy's `frame-src` lists the same.
    public static final String FRAME_SOURCES = "https://www.youtube-nocookie.com https://player.vimeo.com "
            + "https://speakerdeck.com https://docs.google.com https://slides.com";

    private static final Pattern YOUTUBE_ID = Pattern.compile("[A-Za-z0-9_-]{11}");
    private static final Pattern VIMEO_ID = Pattern.compile("[0-9]{5,12}");
    private static final Pattern GOOGLE_SLIDES = Pattern.compile("/presentation/d/([A-Za-z0-9_-]{10,})");
    private static final Pattern SLIDES_COM = Pattern.compile("/[A-Za-z0-9_-]+/[A-Za-z0-9_-]+");
    private static final Pattern SPEAKER_DECK_PLAYER = Pattern.compile("/player/[0-9a-f]+");
    private static final Pattern VIDEO_FILE = Pattern.compile("(?i).+\\.(mp4|webm|ogv|m4v)");
    private static final Pattern AUDIO_FILE = Pattern.compile("(?i).+\\.(mp3|opus|ogg|m4a|oga)");

    /// The player for a URL: YouTube, Vimeo, or a file that the browser plays itself; null for anything else.
    public static @Nullable Player of(String url) {
        URI uri;
        try {
            uri = URI.create(url);
        } catch (IllegalArgumentException e) {
            return null;
        }
        var host = host(uri);
        var path = uri.getPath() == null ? "" : uri.getPath();
        var youTube = youTubeId(host, path, uri.getRawQuery());
        if (youTube != null) {
            return new Player(
                    "frame",
                    "https://www.youtube-nocookie.com/embed/" + youTube + "?autoplay=1",
                    "youtube.com",
                    "&start={second}");
        }
        if (host.equals("vimeo.com") && VIMEO_ID.matcher(lastSegment(path)).matches()) {
            return new Player(
                    "frame",
                    "https://player.vimeo.com/video/" + lastSegment(path) + "?autoplay=1&dnt=1",
                    "vimeo.com",
                    "#t={second}s");
        }
        if (!"https".equals(uri.getScheme())) {
            return null;
        }
        if (VIDEO_FILE.matcher(path).matches()) {
            return new Player("video", url, host, "");
        }
        return AUDIO_FILE.matcher(path).matches() ? new Player("audio", url, host, "") : null;
    }

    /// The player for slides whose site has one that the address leads to: Google Slides, slides.com, and Speaker
    /// Deck where the address is that of its player; null for anything else.
    public static @Nullable Player ofSlides(String url) {
        URI uri;
        try {
            uri = URI.create(url);
        } catch (IllegalArgumentException e) {
            return null;
        }
        var host = host(uri);
        var path = uri.getPath() == null ? "" : uri.getPath();
        var google = GOOGLE_SLIDES.matcher(path);
        if (host.equals("docs.google.com") && google.lookingAt()) {
            return new Player(
                    "frame", "https://docs.google.com/presentation/d/" + google.group(1) + "/embed", host, "");
        }
        if (host.equals("slides.com") && SLIDES_COM.matcher(path).matches()) {
            return new Player("frame", "https://slides.com" + path + "/embed", host, "");
        }
        return host.equals("speakerdeck.com")
                        && SPEAKER_DECK_PLAYER.matcher(path).matches()
                ? new Player("frame", "https://speakerdeck.com" + path, host, "")
                : null;
    }

    /// The host without `www.`; empty when the URL has none.
    public static String host(URI uri) {
        var host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(java.util.Locale.ROOT);
        return host.startsWith("www.") ? host.substring("www.".length()) : host;
    }

    /// The URL of a recording opened at a second, for browsers without script; the URL itself where the site is
    /// not known to understand that.
    public static String at(String url, int second) {
        var player = of(url);
        if (player == null) {
            return url;
        }
        return switch (player.host()) {
            case "youtube.com" -> url + (url.contains("?") ? "&" : "?") + "t=" + second;
            default -> url + "#t=" + second;
        };
    }

    private static @Nullable String youTubeId(String host, String path, @Nullable String query) {
        var candidate = switch (host) {
            case "youtu.be" -> lastSegment(path);
            case "youtube.com", "m.youtube.com", "youtube-nocookie.com" ->
                path.equals("/watch") ? parameter(query, "v") : lastSegment(path);
            default -> "";
        };
        return YOUTUBE_ID.matcher(candidate).matches() ? Paths.encoded(candidate) : null;
    }

    private static String parameter(@Nullable String query, String name) {
        if (query != null) {
            for (var pair : query.split("&", -1)) {
                if (pair.startsWith(name + "=")) {
                    return pair.substring(name.length() + 1);
                }
            }
        }
        return "";
    }

    private static String lastSegment(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
