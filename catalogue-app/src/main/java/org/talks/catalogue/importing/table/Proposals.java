package org.talks.catalogue.importing.table;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Guesses what columns mean by their names, for a person to confirm. Columns that are private by their names are
/// never proposed.
public final class Proposals {

    private static final Pattern PRIVATE = Pattern.compile(
            "e-?mail|phone|mobile|address|diet|t-?shirt|internal|review|score|rating|token|password|gender|birth|passport",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NUMBERED = Pattern.compile("\\d{1,2}$");
    private static final Pattern OTHERS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern SLASHED = Pattern.compile("\\s*(\\d{1,2})/(\\d{1,2})/\\d{4}.*");

    private static final Map<Field, List<String>> NAMES = names();

    private Proposals() {}

    /// The mapping to confirm. It may lack a title, which a person must then name.
    public static Mapping propose(Table table) {
        return Presets.of(table.columns()).orElseGet(() -> guess(table));
    }

    private static Mapping guess(Table table) {
        Map<Field, List<String>> columns = new EnumMap<>(Field.class);
        Set<String> taken = new HashSet<>();
        NAMES.forEach((field, names) -> {
            for (String name : names) {
                for (String column : table.columns()) {
                    boolean free = columns.getOrDefault(field, List.of()).isEmpty() || field.several();
                    if (free && !isPrivate(column) && matches(column, name, field) && taken.add(column)) {
                        columns.computeIfAbsent(field, f -> new ArrayList<>()).add(column);
                    }
                }
                if (field == Field.SPEAKERS && columns.containsKey(field)) {
                    break;
                }
            }
        });
        return new Mapping(columns, dates(table, columns));
    }

    /// Whether these columns are those of talks: one of them is a title.
    static boolean areTalks(List<String> columns) {
        return !propose(new Table(columns, List.of())).of(Field.TITLE).isEmpty();
    }

    /// Whether a column is nothing for a public catalogue.
    public static boolean isPrivate(String column) {
        return PRIVATE.matcher(column).find();
    }

    private static boolean matches(String column, String name, Field field) {
        String plain = OTHERS.matcher(column.toLowerCase(Locale.ROOT)).replaceAll("");
        if (plain.equals(name)) {
            return true;
        }
        return field.several() && NUMBERED.matcher(plain).replaceFirst("").equals(name);
    }

    /// Only a number above twelve tells which one the day is.
    private static Mapping.Dates dates(Table table, Map<Field, List<String>> columns) {
        boolean dayFirst = false;
        boolean monthFirst = false;
        for (Field field : List.of(Field.DATE, Field.START, Field.END)) {
            for (String column : columns.getOrDefault(field, List.of())) {
                for (String value : table.samples(column, 1_000)) {
                    Matcher date = SLASHED.matcher(value);
                    if (date.matches()) {
                        dayFirst |= Integer.parseInt(date.group(1)) > 12;
                        monthFirst |= Integer.parseInt(date.group(2)) > 12;
                    }
                }
            }
        }
        if (dayFirst == monthFirst) {
            return Mapping.Dates.UNAMBIGUOUS;
        }
        return dayFirst ? Mapping.Dates.DAY_FIRST : Mapping.Dates.MONTH_FIRST;
    }

    /// Lower case, letters and digits only; the better name first.
    private static Map<Field, List<String>> names() {
        Map<Field, List<String>> names = new EnumMap<>(Field.class);
        names.put(
                Field.TITLE,
                List.of(
                        "title",
                        "talktitle",
                        "sessiontitle",
                        "proposaltitle",
                        "eventtitle",
                        "sessionname",
                        "talk",
                        "titel",
                        "titre",
                        "título",
                        "titulo",
                        "titolo"));
        names.put(Field.KEY, List.of("id", "guid", "uuid", "code", "key", "sessionid", "talkid", "proposalid"));
        names.put(Field.CONFERENCE, List.of("conference", "conferencename", "event", "eventname", "konferenz"));
        names.put(Field.SUBTITLE, List.of("subtitle", "untertitel"));
        names.put(
                Field.SPEAKERS,
                List.of(
                        "speakernames",
                        "speakers",
                        "speakersname",
                        "speakersfullname",
                        "speaker",
                        "speakername",
                        "presenters",
                        "presentersname",
                        "presenter",
                        "presentername",
                        "authors",
                        "authorsname",
                        "author",
                        "panelistsname",
                        "panelist",
                        "referenten",
                        "referent",
                        "vortragende",
                        "intervenants",
                        "facilitators",
                        "name",
                        "fullname"));
        names.put(
                Field.SUMMARY,
                List.of(
                        "abstract",
                        "summary",
                        "description",
                        "talkabstract",
                        "sessiondescription",
                        "beschreibung",
                        "zusammenfassung",
                        "résumé"));
        names.put(Field.BIO, List.of("biography", "bio", "speakerbio", "speakerbiography", "profile", "speakersbio"));
        names.put(
                Field.AFFILIATION,
                List.of("affiliation", "company", "speakercompany", "organisation", "organization", "institution"));
        names.put(Field.KIND, List.of("type", "format", "sessiontype", "sessionformat", "kind", "submissiontype"));
        names.put(Field.LEVEL, List.of("level", "audiencelevel", "pythonlevel", "difficulty"));
        names.put(Field.LANGUAGE, List.of("language", "lang", "sprache", "langue"));
        names.put(Field.TRACK, List.of("track", "stream", "category", "theme"));
        names.put(Field.TOPICS, List.of("tags", "topics", "keywords", "topic", "tag"));
        names.put(Field.ROOM, List.of("room", "location", "venue", "raum", "salle", "roomname"));
        names.put(Field.DATE, List.of("date", "day", "datum", "jour"));
        names.put(
                Field.START,
                List.of(
                        "start",
                        "startat",
                        "startsat",
                        "starttime",
                        "startdate",
                        "begin",
                        "beginn",
                        "time",
                        "scheduledat"));
        names.put(Field.END, List.of("end", "endat", "endsat", "endtime", "enddate", "ende"));
        names.put(Field.DURATION, List.of("duration", "length", "dauer", "minutes"));
        names.put(
                Field.VIDEO,
                List.of("video", "videourl", "videolink", "youtube", "youtubeurl", "recording", "recordingurl"));
        names.put(Field.SLIDES, List.of("slides", "slidesurl", "slideslink", "slide", "slideurl", "presentation"));
        names.put(Field.LINK, List.of("url", "link", "website", "sessionurl"));
        names.put(Field.STATUS, List.of("status", "state"));
        return names;
    }
}
