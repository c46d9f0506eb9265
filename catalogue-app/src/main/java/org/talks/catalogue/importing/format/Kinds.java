package org.talks.catalogue.importing.format;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.talks.events.Resource;

/// Free words of programmes as the catalogue's kinds.
public final class Kinds {

    private static final Pattern KEYNOTE = Pattern.compile("\\bkey-?\\s?notes?\\b|\\bplenary\\b|\\bplenarvortrag\\b");
    private static final Pattern LIGHTNING = Pattern.compile("\\blightning|\\bblitz|\\bquickie\\b|\\bignite\\b");
    private static final Pattern WORKSHOP =
            Pattern.compile("workshop|\\bhands[- ]on|\\bhandson|\\batelier\\b|\\btaller\\b|\\bsprints?\\b");
    private static final Pattern TUTORIAL = Pattern.compile("\\btutorials?\\b|\\btraining\\b|\\buniversity\\b");
    private static final Pattern PANEL = Pattern.compile("\\bpanels?\\b|\\bpodium|\\bround ?table\\b|\\bdiscussion\\b");
    private static final Pattern POSTER = Pattern.compile("\\bposters?\\b");
    private static final Pattern TALK = Pattern.compile(
            "talk|\\blectures?\\b|\\bvortr[aä]g|\\bpresentations?\\b|\\bsession\\b|\\bconf(?:e|é)rence\\b|\\bdevroom\\b|\\bmaintrack\\b");
    private static final Pattern OTHER = Pattern.compile(
            "\\b(?:other|film|movie|performance|concert|concerts|music|musik|meeting|meetup|party|bof|infodesk|certification"
                    + "|stand|standtrack|social|break|hacking|game|games|service|ceremony)\\b");
    private static final Pattern BREAK = Pattern.compile(
            "\\b(?:lunch|coffee|tea|dinner|breakfast|registration|check-?in|doors open|opening hours|pause|break|mittagessen"
                    + "|kaffeepause|mittagspause|frühstück|welcome reception|social event|party)\\b");
    private static final List<String> SLIDE_WORDS = List.of("slide", "speakerdeck", "folien");
    private static final List<String> SLIDE_HOSTS = List.of(
            "speakerdeck.com/",
            "slideshare.net/",
            "docs.google.com/presentation",
            "slides.com/",
            "noti.st/",
            "/slides");
    private static final List<String> SLIDE_FILES = List.of(".ppt", ".pptx", ".odp", ".key");
    private static final List<String> CODE_HOSTS =
            List.of("//github.com/", "//gitlab.com/", "//bitbucket.org/", "//codeberg.org/", "//git.sr.ht/");
    private static final List<String> VIDEO_HOSTS =
            List.of("youtube.com/watch", "youtube.com/live/", "youtu.be/", "//vimeo.com/", "media.ccc.de/v/");
    private static final List<String> VIDEO_FILES =
            List.of(".mp4", ".webm", ".ogv", ".mkv", ".avi", ".mov", ".flv", ".m4v");
    private static final List<String> AUDIO_FILES = List.of(".mp3", ".ogg", ".opus", ".oga", ".m4a", ".flac", ".wav");

    private Kinds() {}

    /// @param words type, format or kind as the programme words it
    /// @return one of the catalogue's kinds; null when the words tell none
    public static @Nullable String ofTalk(@Nullable String words) {
        if (words == null || words.isBlank()) {
            return null;
        }
        String lower = Texts.line(words).toLowerCase(Locale.ROOT);
        if (KEYNOTE.matcher(lower).find()) {
            return "keynote";
        }
        if (LIGHTNING.matcher(lower).find()) {
            return "lightning";
        }
        if (WORKSHOP.matcher(lower).find()) {
            return "workshop";
        }
        if (TUTORIAL.matcher(lower).find()) {
            return "tutorial";
        }
        if (PANEL.matcher(lower).find()) {
            return "panel";
        }
        if (POSTER.matcher(lower).find()) {
            return "poster";
        }
        if (TALK.matcher(lower).find()) {
            return "talk";
        }
        return OTHER.matcher(lower).find() ? "other" : null;
    }

    /// Whether these words name a pause of the programme.
    public static boolean isBreak(@Nullable String words) {
        return words != null && BREAK.matcher(words.toLowerCase(Locale.ROOT)).find();
    }

    /// Guesses what lies at a URL from its label and itself; `link` when nothing tells.
    public static String ofResource(@Nullable String label, String url) {
        String words = label == null ? "" : label.toLowerCase(Locale.ROOT);
        String lower = url.toLowerCase(Locale.ROOT);
        if (containsAny(words, SLIDE_WORDS)) {
            return Resource.SLIDES;
        }
        String file = fileOf(lower);
        if (containsAny(lower, VIDEO_HOSTS) || endsWithAny(file, VIDEO_FILES)) {
            return Resource.VIDEO;
        }
        if (endsWithAny(file, AUDIO_FILES)) {
            return Resource.AUDIO;
        }
        if (words.contains("paper") || words.contains("proceedings")) {
            return Resource.PAPER;
        }
        boolean presentationPdf = file.endsWith(".pdf") && words.contains("presentation");
        if (presentationPdf || containsAny(lower, SLIDE_HOSTS) || endsWithAny(file, SLIDE_FILES)) {
            return Resource.SLIDES;
        }
        return isRepository(lower) ? Resource.CODE : Resource.LINK;
    }

    /// The URL without query and fragment.
    private static String fileOf(String url) {
        int query = url.indexOf('?');
        int fragment = url.indexOf('#');
        int end = query < 0 ? url.length() : query;
        return url.substring(0, fragment < 0 ? end : Math.min(end, fragment));
    }

    /// A repository has an owner and a name; the page of an owner alone is a link.
    private static boolean isRepository(String url) {
        for (String host : CODE_HOSTS) {
            int at = url.indexOf(host);
            if (at >= 0) {
                String path = url.substring(at + host.length());
                int slash = path.indexOf('/');
                return slash > 0 && slash < path.length() - 1;
            }
        }
        return false;
    }

    private static boolean containsAny(String text, List<String> parts) {
        for (String part : parts) {
            if (text.contains(part)) {
                return true;
            }
        }
        return false;
    }

    private static boolean endsWithAny(String text, List<String> ends) {
        for (String end : ends) {
            if (text.endsWith(end)) {
                return true;
            }
        }
        return false;
    }
}
