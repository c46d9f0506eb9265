package org.talks.catalogue.importing.format;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What titles carry beside the title.
public final class Titles {

    // The word alone is no mark: "Cancelled flights: what we learnt" was given.
    private static final String WORD = "(?:cancell?ed|abgesagt|entfällt|annulée?|cancelad[oa])";
    private static final List<String> HINTS = List.of("cancel", "abgesagt", "entfällt", "annul");
    private static final Pattern CANCELLED = Pattern.compile("(?iu)^\\s*(?:[\\[({*!]{1,3}\\s*" + WORD
            + "\\s*[\\])}*!:]{1,3}\\s*[:–—-]?|" + WORD + "\\s*(?:[:!–—]|\\s-\\s))\\s*"
            + "|\\s*[\\[({*!]{1,3}\\s*" + WORD + "(?:\\s[^\\[\\](){}*!]{1,60})?\\s*[\\])}*!]{1,3}\\s*$"
            + "|\\s+[–—-]\\s*" + WORD + "\\s*$");
    private static final Pattern SHOUTED = Pattern.compile("^\\s*(?:CANCELL?ED|ABGESAGT)\\s+(?=\\S)");

    private static final Pattern TRAILING_YEAR = Pattern.compile(
            "[\\s,;:·–—-]*(?:\\bcirca\\s*)?[\\[(]?\\b(?:19|20)\\d\\d(?:\\s*[-–/]\\s*(?:(?:19|20)?\\d\\d))?\\b[\\])]?.*$");
    private static final Pattern LEADING = Pattern.compile(
            "(?iu)^(?:the\\s+)?(?:(?:19|20)\\d\\d\\b[\\s:–—-]*|\\d{1,3}(?:st|nd|rd|th|\\.)\\s+)(?=\\S)");

    private static final Pattern DASH = Pattern.compile("\\s[-–—]\\s+");

    /// What may follow the name of a speaker at the end of a title: nothing, a company, a second name, a remark.
    private static final Pattern AFTER_NAME = Pattern.compile("\\s*(?:$|[,;&(\\[|/]|[-–—]\\s|and\\s)");

    private Titles() {}

    /// @param title without the mark
    public record Marked(String title, boolean cancelled) {}

    /// Takes a mark of cancellation off: `[CANCELED] Title`, `CANCELLED: Title`, `Title (cancelled)`.
    public static Marked cancellation(String title) {
        String lower = title.toLowerCase(Locale.ROOT);
        if (HINTS.stream().noneMatch(lower::contains)) {
            return new Marked(title, false);
        }
        Matcher mark = CANCELLED.matcher(title);
        Matcher shouted = SHOUTED.matcher(title);
        if (mark.find()) {
            return marked(mark.replaceFirst(""), title);
        }
        if (shouted.find()) {
            return marked(shouted.replaceFirst(""), title);
        }
        return new Marked(title, false);
    }

    /// The name of the series an edition belongs to: the name without year or ordinal.
    ///
    /// @return null when the name tells no edition, as that of a meetup
    public static @Nullable String series(String conferenceName) {
        String rest = LEADING.matcher(conferenceName).replaceFirst("");
        rest = TRAILING_YEAR.matcher(rest).replaceFirst("").strip();
        return rest.isEmpty() || rest.equals(conferenceName.strip()) ? null : rest;
    }

    /// Takes the speakers off the end of a title: `Drawing coasts - Mina Okafor, Maps Inc.`
    ///
    /// @param names of the talk's speakers; nothing is taken off unless one of them stands right after a dash
    public static String withoutSpeakers(String title, List<String> names) {
        Matcher dash = DASH.matcher(title);
        while (dash.find()) {
            String before = title.substring(0, dash.start()).strip();
            String rest = title.substring(dash.end());
            for (String name : names) {
                boolean named = name.length() > 3 && rest.regionMatches(true, 0, name, 0, name.length());
                if (named
                        && !before.isEmpty()
                        && AFTER_NAME.matcher(rest.substring(name.length())).lookingAt()) {
                    return before;
                }
            }
        }
        return title;
    }

    private static Marked marked(String rest, String title) {
        return new Marked(rest.isBlank() ? title : rest.strip(), true);
    }
}
