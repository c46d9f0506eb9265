package org.talks.catalogue.rules;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.talks.catalogue.command.Refused;
import org.talks.catalogue.command.Refused.FieldError;
import org.talks.events.Note;
import org.talks.events.RichText;
import org.talks.events.SourceKey;

/// Checks one command, field by field: hands back each value in its stored form and collects what is wrong, so
/// that a person hears of everything at once. Call [#done] at the end. Arguments may be null whatever their type
/// says, because commands come from JSON. For one thread and one command.
///
/// A field is named as in JSON, from the command: `details.sessions[1].zone`.
public final class Checks {

    /// More would not be read; a hostile list could have hundreds of thousands.
    private static final int ERRORS_MAX = 20;

    private static final int SHOWN_CHARACTERS_MAX = 60;

    private static final String PART_ID_WHAT = "id";

    private static final Set<String> ZONES = Set.copyOf(ZoneId.getAvailableZoneIds());

    private static final Set<String> FORMATS = Set.of(RichText.MARKDOWN, RichText.HTML, RichText.RST, RichText.PLAIN);

    private final List<FieldError> errors;
    private final String path;

    public Checks() {
        this(new ArrayList<>(0), "");
    }

    private Checks(List<FieldError> errors, String path) {
        this.errors = errors;
        this.path = path;
    }

    /// Checks a command that has only a reason.
    public static @Nullable String onlyReason(@Nullable String value) {
        var checks = new Checks();
        var reason = checks.optionalLine("reason", value, "reason", Limits.REASON_CHARACTERS_MAX);
        checks.done();
        return reason;
    }

    /// Checks a command that has only the id of a session, resource or note.
    public static String onlyPartId(String field, @Nullable String value) {
        var checks = new Checks();
        var id = checks.partId(field, value);
        checks.done();
        return id;
    }

    /// The same checks, for the fields of an object that stands in a field.
    public Checks in(String field) {
        return new Checks(errors, path + field + ".");
    }

    /// @throws Refused.Invalid when anything was wrong
    public void done() {
        if (errors.isEmpty()) {
            return;
        }
        if (errors.size() == 1) {
            throw new Refused.Invalid(errors.getFirst().message(), errors);
        }
        var message = new StringBuilder(errors.size() + " fields need a correction:");
        errors.forEach(e -> message.append(' ').append(e.message()));
        throw new Refused.Invalid(message.toString(), errors);
    }

    /// Notes a mistake.
    public void wrong(String field, String message) {
        if (errors.size() < ERRORS_MAX) {
            errors.add(new FieldError(path + field, message));
        }
    }

    /// A line that must be there.
    ///
    /// @param what the field as people call it: `title`
    public String line(String field, @Nullable String value, String what, int charactersMax) {
        var line = optionalLine(field, value, what, charactersMax);
        if (line == null) {
            missing(field, what);
            return "";
        }
        return line;
    }

    /// A line, null when it is missing or blank.
    public @Nullable String optionalLine(String field, @Nullable String value, String what, int charactersMax) {
        var line = Texts.lineOrNull(value);
        return line != null && tooLong(field, line, what, charactersMax) ? "" : line;
    }

    /// A text, empty when it is missing.
    public RichText optionalText(String field, @Nullable RichText value, String what, int charactersMax) {
        // JSON may leave out what the type promises.
        if (value == null || isAbsent(value.text())) {
            return RichText.EMPTY;
        }
        if (isAbsent(value.format()) || !FORMATS.contains(value.format())) {
            wrong(field + ".format", "The format of the " + what + " is unknown: use markdown, html, rst or plain.");
            return RichText.EMPTY;
        }
        return tooLong(field, value.text(), what, charactersMax) ? RichText.EMPTY : Texts.rich(value);
    }

    /// A text that must be there.
    public RichText text(String field, @Nullable RichText value, String what, int charactersMax) {
        int before = errors.size();
        var text = optionalText(field, value, what, charactersMax);
        if (text.isBlank() && errors.size() == before) {
            missing(field, what);
        }
        return text;
    }

    /// One of a closed vocabulary.
    public String oneOf(String field, @Nullable String value, String what, List<String> allowed) {
        if (value == null || !allowed.contains(value)) {
            wrong(field, "The " + what + shown(value) + " is unknown: use one of " + String.join(", ", allowed) + ".");
            return "";
        }
        return value;
    }

    /// An absolute `http` or `https` URL that must be there. Letters of any script may stand in it (RFC 3987),
    /// but nothing that ends a link in HTML, text or a log, no user name, and no backslash, which browsers take
    /// for a slash.
    public String url(String field, @Nullable String value, String what) {
        var url = optionalUrl(field, value, what);
        if (url == null) {
            missing(field, what);
            return "";
        }
        return url;
    }

    public @Nullable String optionalUrl(String field, @Nullable String value, String what) {
        var url = Texts.lineOrNull(value);
        if (url == null || tooLong(field, url, what, Limits.URL_CHARACTERS_MAX)) {
            return null;
        }
        if (!Urls.isWebAddress(url)) {
            wrong(
                    field,
                    "The " + what + shown(url)
                            + " is not a web address: it must start with http:// or https://, name a host, and hold no spaces.");
        }
        return url;
    }

    /// A BCP 47 tag in canonical case, null when it is missing.
    public @Nullable String optionalLanguage(String field, @Nullable String value) {
        var tag = Texts.lineOrNull(value);
        if (tag == null) {
            return null;
        }
        var canonical = Languages.canonical(tag);
        if (canonical == null) {
            wrong(field, Languages.unknown(tag));
        }
        return canonical;
    }

    /// A zone of the IANA data base, null when it is missing. Offsets are none: they do not survive the change of
    /// the clocks.
    public @Nullable String optionalZone(String field, @Nullable String value) {
        var zone = Texts.lineOrNull(value);
        if (zone != null && !ZONES.contains(zone)) {
            wrong(field, "The time zone" + shown(zone) + " is unknown: use one such as Europe/Dublin or UTC.");
        }
        return zone;
    }

    /// A time of the day as `HH:mm`, null when it is missing.
    public @Nullable String optionalTime(String field, @Nullable String value) {
        var time = Texts.lineOrNull(value);
        if (time != null && !isTime(time)) {
            wrong(field, "The time" + shown(time) + " is not readable: write it as 09:30.");
        }
        return time;
    }

    public @Nullable LocalDate optionalDate(String field, @Nullable LocalDate value, String what) {
        if (value != null && (value.getYear() < Limits.YEAR_MIN || value.getYear() > Limits.YEAR_MAX)) {
            wrong(
                    field,
                    "The " + what + shown(value.toString()) + " cannot be right: give a year from " + Limits.YEAR_MIN
                            + " to " + Limits.YEAR_MAX + ".");
        }
        return value;
    }

    /// @param max also the highest that is taken
    public @Nullable Integer optionalNumber(String field, @Nullable Integer value, String what, int min, int max) {
        if (value != null && (value < min || value > max)) {
            wrong(field, "The " + what + " cannot be " + value + ": give a number from " + min + " to " + max + ".");
        }
        return value;
    }

    /// The id of a thing of the catalogue.
    ///
    /// @param thing what it should be the id of: `speaker`
    public String id(String field, @Nullable String value, String thing) {
        if (value == null || value.isBlank()) {
            wrong(field, "Say which " + thing + ": give its id.");
            return "";
        }
        if (!Ids.isCanonical(value)) {
            wrong(field, Ids.notCanonical(thing, value));
        }
        return value;
    }

    /// The id of a session, resource or note within its talk or conference.
    public String partId(String field, @Nullable String value) {
        return line(field, value, PART_ID_WHAT, Limits.PART_ID_CHARACTERS_MAX);
    }

    /// A list in which each item passes a check of its own.
    ///
    /// @param check gets these checks and the name of the item's field
    public <T> List<T> each(
            String field,
            @Nullable List<T> items,
            String what,
            int max,
            BiFunction<? super String, ? super T, ? extends T> check) {
        if (items == null || tooMany(field, items.size(), what, max)) {
            return List.of();
        }
        var checked = new ArrayList<T>(items.size());
        for (int i = 0; i < items.size(); i++) {
            checked.add(check.apply(field + "[" + i + "]", items.get(i)));
        }
        return List.copyOf(checked);
    }

    /// Refuses the same id twice.
    ///
    /// @param idField the item's field that the id stands in
    public <T> void distinct(
            String field, List<T> items, String idField, Function<? super T, String> idOf, String message) {
        var seen = new HashSet<String>();
        for (int i = 0; i < items.size(); i++) {
            if (!seen.add(idOf.apply(items.get(i)))) {
                wrong(field + "[" + i + "]." + idField, message);
            }
        }
    }

    public @Nullable SourceKey optionalSource(String field, @Nullable SourceKey value) {
        return value == null ? null : source(field, value);
    }

    public SourceKey source(String field, @Nullable SourceKey value) {
        if (value == null) {
            missing(field, "source");
            return new SourceKey("", "");
        }
        var source = line(field + ".source", value.source(), "name of the source", Limits.SOURCE_CHARACTERS_MAX);
        var key = line(field + ".key", value.key(), "key of the source", Limits.SOURCE_KEY_CHARACTERS_MAX);
        return source.equals(value.source()) && key.equals(value.key()) ? value : new SourceKey(source, key);
    }

    public Note note(String field, @Nullable Note value) {
        if (value == null) {
            missing(field, "note");
            return new Note("", "", null, RichText.EMPTY, null, null, null);
        }
        var in = in(field);
        return new Note(
                in.partId("noteId", value.noteId()),
                in.line("author", value.author(), "author of the note", Limits.LINE_CHARACTERS_MAX),
                in.optionalLine("heading", value.heading(), "heading of the note", Limits.TITLE_CHARACTERS_MAX),
                in.text("text", value.text(), "text of the note", Limits.NOTE_CHARACTERS_MAX),
                in.optionalNumber("slide", value.slide(), "number of the slide", 1, Limits.SLIDE_MAX),
                in.optionalNumber("second", value.second(), "second of the video", 0, Limits.DURATION_SECONDS_MAX),
                in.optionalDate("writtenOn", value.writtenOn(), "day of writing"));
    }

    /// Refuses more notes on one thing than a page can hold.
    public void notesTogether(String field, List<Note> notes) {
        tooMany(field, notes.size(), "notes", Limits.NOTES_MAX);
        long characters =
                notes.stream().mapToLong(n -> n.text().text().length()).sum();
        if (characters > Limits.NOTES_CHARACTERS_MAX) {
            wrong(
                    field,
                    "All notes together have " + characters + " characters; withdraw or shorten some, to at most "
                            + Limits.NOTES_CHARACTERS_MAX + ".");
        }
    }

    /// Notes a mistake when there are too many, and says whether there are.
    public boolean tooMany(String field, int count, String what, int max) {
        if (count > max) {
            wrong(field, "There are " + count + " " + what + "; leave at most " + max + ".");
        }
        return count > max;
    }

    /// Notes that something is not there which must be.
    public void missing(String field, String what) {
        wrong(field, "The " + what + " is missing: give one.");
    }

    private boolean tooLong(String field, String value, String what, int charactersMax) {
        if (value.length() > charactersMax) {
            wrong(
                    field,
                    "The " + what + " has " + value.length() + " characters; shorten it to at most " + charactersMax
                            + ".");
        }
        return value.length() > charactersMax;
    }

    private static boolean isAbsent(@Nullable Object value) {
        return value == null;
    }

    private static boolean isTime(String value) {
        return value.length() == 5
                && value.charAt(2) == ':'
                && isNumberBelow(24, value.charAt(0), value.charAt(1))
                && isNumberBelow(60, value.charAt(3), value.charAt(4));
    }

    private static boolean isNumberBelow(int limit, char tens, char ones) {
        return tens >= '0' && tens <= '9' && ones >= '0' && ones <= '9' && (tens - '0') * 10 + (ones - '0') < limit;
    }

    private static String shown(@Nullable String value) {
        return value == null ? "" : " “" + Texts.shown(value, SHOWN_CHARACTERS_MAX) + "”";
    }
}
