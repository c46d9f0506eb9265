package org.talks.catalogue.importing.format;

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
            "talk|\\blectures?\\b|\\bvortr[aä]g|\\bpresentations?\\b|\\bsession\\b|\\bconf(?:e|é)rence\\b|\\bdevroom\\b|\\bpodium\\b");
    private static final Pattern BREAK = Pattern.compile(
            "\\b(?:lunch|coffee|tea|dinner|breakfast|registration|check-?in|doors open|opening hours|pause|break|mittagessen"
                    + "|kaffeepause|mittagspause|frühstück|welcome reception|social event|party)\\b");
    private static final Pattern SLIDES = Pattern.compile(
            "\\bslides?\\b|slide ?deck|speakerdeck|slideshare\\.net|\\bfolien\\b|\\bprésentation \\(pdf|\\bpresentation \\(?pdf"
                    + "|docs\\.google\\.com/presentation|slides\\.com/|noti\\.st/|\\.pptx?(?:$|[?#])|\\.odp(?:$|[?#])|\\.key(?:$|[?#])");
    private static final Pattern PDF = Pattern.compile("\\.pdf(?:$|[?#])");
    private static final Pattern CODE = Pattern.compile(
            "^https?://(?:www\\.)?(?:github\\.com|gitlab\\.com|bitbucket\\.org|codeberg\\.org|git\\.sr\\.ht)/[^/]+/[^/]+");
    private static final Pattern VIDEO = Pattern.compile(
            "youtube\\.com/watch|youtube\\.com/live/|youtu\\.be/|vimeo\\.com/\\d|media\\.ccc\\.de/v/|video\\.fosdem\\.org/.*\\.(?:mp4|webm)"
                    + "|\\.(?:mp4|webm|ogv|mkv|avi|mov|flv)(?:$|[?#])");
    private static final Pattern AUDIO = Pattern.compile("\\.(?:mp3|ogg|opus|oga|m4a|flac|wav)(?:$|[?#])");

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
        return TALK.matcher(lower).find() ? "talk" : null;
    }

    /// Whether these words name a pause of the programme.
    public static boolean isBreak(@Nullable String words) {
        return words != null && BREAK.matcher(words.toLowerCase(Locale.ROOT)).find();
    }

    /// Guesses what lies at a URL from its label and itself; `link` when nothing tells.
    public static String ofResource(@Nullable String label, String url) {
        String words = label == null ? "" : label.toLowerCase(Locale.ROOT);
        String lower = url.toLowerCase(Locale.ROOT);
        if (SLIDES.matcher(words).find()) {
            return Resource.SLIDES;
        }
        if (VIDEO.matcher(lower).find()) {
            return Resource.VIDEO;
        }
        if (AUDIO.matcher(lower).find()) {
            return Resource.AUDIO;
        }
        if (words.contains("paper") || words.contains("proceedings")) {
            return Resource.PAPER;
        }
        if (SLIDES.matcher(lower).find()) {
            return Resource.SLIDES;
        }
        if (CODE.matcher(lower).find()) {
            return Resource.CODE;
        }
        boolean presentationPdf = PDF.matcher(lower).find() && words.contains("presentation");
        return presentationPdf ? Resource.SLIDES : Resource.LINK;
    }
}
