package org.talks.catalogue.importing.table;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;
import org.talks.catalogue.importing.format.DraftSink;
import org.talks.catalogue.importing.format.Durations;
import org.talks.catalogue.importing.format.HeldConference;
import org.talks.catalogue.importing.format.Kinds;
import org.talks.catalogue.importing.format.Moment;
import org.talks.catalogue.importing.format.People;
import org.talks.catalogue.importing.format.Rejection;
import org.talks.catalogue.importing.format.Slugs;
import org.talks.catalogue.importing.format.Summaries;
import org.talks.catalogue.importing.format.TalkDraftBuilder;
import org.talks.catalogue.importing.format.Texts;
import org.talks.catalogue.importing.format.Titles;
import org.talks.events.Resource;
import org.talks.events.RichText;

/// Makes talks of rows by a mapping. Rows with the same id are one talk with a speaker each, as some exports have
/// it.
final class TableReader {

    /// One for each speaker; the most seen are 31.
    private static final int MAX_ROWS_OF_TALK = 100;

    private static final Pattern SEPARATOR = Pattern.compile("[|;\n]");
    private static final Pattern WITH_AFFILIATION = Pattern.compile("([^()]{3,80}?)\\s*\\(([^()]{2,200})\\)");
    private static final Pattern TOPICS = Pattern.compile("[,;|\n]");
    private static final Pattern YOUTUBE = Pattern.compile("[A-Za-z0-9_-]{11}");
    private static final Pattern MINUTES = Pattern.compile("(\\d{1,3})\\s*(?:min|mins|minutes|Minuten)?\\.?");
    private static final Set<String> CANCELLED = Set.of("cancelled", "canceled", "abgesagt");
    private static final Set<String> NOT_GIVEN = Set.of(
            "rejected",
            "declined",
            "withdrawn",
            "pending",
            "submitted",
            "draft",
            "waitlist",
            "waitlisted",
            "nominated",
            "accept_queue",
            "decline_queue",
            "deleted",
            "n",
            "no",
            "inactive");

    /// A sure entity of HTML; its semicolon separates nothing.
    private static final Pattern ENTITY = Pattern.compile("&(?:[A-Za-z]{2,8}|#\\d{2,6}|#[xX][0-9A-Fa-f]{2,5});");

    private final Table table;
    private final boolean personsListed;
    private final Mapping mapping;
    private final String system;
    private final String fileName;
    private final DraftSink sink;
    private final Clock clock;
    private final Map<String, HeldConference> conferences = new LinkedHashMap<>();

    TableReader(Table table, Mapping mapping, String system, String fileName, DraftSink sink) {
        this.table = table;
        this.personsListed = Presets.listsPersons(table.columns());
        this.mapping = mapping;
        this.system = system;
        this.fileName = fileName;
        this.sink = sink;
        this.clock = new Clock(mapping.dates(), Clock.runsToTwelve(times()));
    }

    private List<String> times() {
        List<String> times = new ArrayList<>();
        for (Field field : List.of(Field.START, Field.END)) {
            mapping.of(field).forEach(column -> times.addAll(table.samples(column, Table.MAX_ROWS)));
        }
        return times;
    }

    void read() {
        if (clock.twelveHours()) {
            sink.warning(new Rejection(
                    fileName,
                    "",
                    "The times run to twelve and do not say am or pm; those from one to seven were left out.",
                    "Set these times after the import."));
        }
        Map<String, List<Table.Row>> talks = new LinkedHashMap<>();
        for (Table.Row row : table.rows()) {
            sink.progressed(row.place());
            String key = key(row);
            if (key == null) {
                sink.rejected(new Rejection(
                        row.place(), "", "A talk needs a title.", "Fill in the column that is the title."));
            } else {
                List<Table.Row> rows = talks.computeIfAbsent(conferenceName(row) + "\n" + key, k -> new ArrayList<>());
                if (rows.size() < MAX_ROWS_OF_TALK) {
                    rows.add(row);
                } else {
                    sink.rejected(new Rejection(
                            row.place(),
                            key,
                            "A talk has at most " + MAX_ROWS_OF_TALK + " rows.",
                            "Give each talk an id of its own."));
                }
            }
        }
        talks.values().forEach(this::talk);
        conferences.values().forEach(conference -> conference.handOver(sink));
    }

    private void talk(List<Table.Row> rows) {
        Table.Row row = rows.getFirst();
        for (int i = 1; i < rows.size(); i++) {
            if (speakers(rows.subList(0, i + 1)).size()
                    == speakers(rows.subList(0, i)).size()) {
                sink.ignored(rows.get(i).place(), "It is listed a second time.");
            }
        }
        String status = Texts.line(value(row, Field.STATUS)).toLowerCase(java.util.Locale.ROOT);
        if (NOT_GIVEN.contains(status)) {
            sink.ignored(row.place(), "Its status is " + status + ", not accepted.");
            return;
        }
        if (speakers(rows).isEmpty() && isBreak(row)) {
            sink.ignored(row.place(), "A break: " + Texts.line(value(row, Field.TITLE)));
            return;
        }
        HeldConference conference = conference(conferenceName(row));
        TalkDraftBuilder talk = conference.talk(String.valueOf(key(row)), row.place(), sink);
        String[] texts = all(row, Field.SUMMARY).toArray(String[]::new);
        List<Speaker> speakers = speakers(rows);
        String kind = value(row, Field.KIND);
        talk.title(title(row, speakers))
                .subtitle(value(row, Field.SUBTITLE))
                .summary(Summaries.join(Summaries.guessFormat(texts), texts))
                .kindFrom(kind == null && personsListed ? value(row, Field.TRACK) : kind)
                .level(value(row, Field.LEVEL))
                .language(value(row, Field.LANGUAGE))
                .track(plain(value(row, Field.TRACK)))
                .cancelled(CANCELLED.contains(status));
        for (String cell : all(row, Field.TOPICS)) {
            for (String topic : TOPICS.split(plain(cell), 100)) {
                talk.topic(topic);
            }
        }
        for (Speaker speaker : speakers) {
            talk.speaker(null, speaker.name(), speaker.bio(), speaker.affiliation(), List.of());
        }
        session(row, talk);
        for (String video : all(row, Field.VIDEO)) {
            String id = video.strip();
            boolean youtube = YOUTUBE.matcher(id).matches();
            talk.resource(Resource.VIDEO, youtube ? "https://www.youtube.com/watch?v=" + id : id, null, null, null);
        }
        all(row, Field.SLIDES).forEach(url -> talk.resource(Resource.SLIDES, url, null, null, null));
        all(row, Field.LINK).forEach(url -> talk.link(url, null));
        conference.add(talk.build());
    }

    private boolean isBreak(Table.Row row) {
        return Kinds.isBreak(value(row, Field.TITLE)) && value(row, Field.SUMMARY) == null;
    }

    private String title(Table.Row row) {
        return Texts.line(plain(value(row, Field.TITLE)));
    }

    private String title(Table.Row row, List<Speaker> speakers) {
        return personsListed
                ? Titles.withoutSpeakers(
                        title(row), speakers.stream().map(Speaker::name).toList())
                : title(row);
    }

    private record Speaker(
            String name, RichText bio, @Nullable String affiliation) {}

    /// The names in all rows of a talk. Biography and affiliation belong to somebody only where one stands alone.
    private List<Speaker> speakers(List<Table.Row> rows) {
        Map<String, Speaker> speakers = new LinkedHashMap<>();
        for (Table.Row row : rows) {
            List<String> names = new ArrayList<>();
            for (String cell : all(row, Field.SPEAKERS)) {
                for (String part : SEPARATOR.split(plain(cell), 100)) {
                    names.addAll(personsListed ? People.listed(part) : People.namesIn(part));
                }
            }
            boolean alone = names.size() == 1;
            for (String name : names) {
                Matcher institution = WITH_AFFILIATION.matcher(name);
                boolean within = institution.matches();
                String affiliation = within ? institution.group(2) : alone ? value(row, Field.AFFILIATION) : null;
                String bio = alone ? value(row, Field.BIO) : null;
                String plain = within ? institution.group(1) : name;
                speakers.putIfAbsent(
                        plain, new Speaker(plain, Summaries.join(Summaries.guessFormat(bio), bio), affiliation));
            }
        }
        return List.copyOf(speakers.values());
    }

    private void session(Table.Row row, TalkDraftBuilder talk) {
        String rawStart = value(row, Field.START);
        String rawDate = value(row, Field.DATE);
        String room = Texts.lineOrNull(plain(value(row, Field.ROOM)));
        Moment start = clock.moment(rawStart);
        Moment end = clock.moment(value(row, Field.END));
        Long length = length(value(row, Field.DURATION));
        if (start != null && (end != null || length == null)) {
            talk.session("0", start, end, null, room);
            return;
        }
        Moment date = start != null ? start : clock.moment(rawDate);
        if (date == null && rawDate != null && rawDate.matches(".*\\d.*")) {
            talk.warn(
                    rawDate, "This date can be read in no way or in two.", "Say how dates are written in the mapping.");
        }
        LocalTime from = start != null ? start.time() : clock.time(rawStart);
        LocalTime inDate = date == null ? null : date.time();
        LocalTime time = from == null ? inDate : from;
        LocalTime to = clock.time(value(row, Field.END));
        LocalTime until = to == null ? clock.endOfRange(rawStart) : to;
        Long seconds = length == null && time != null && until != null && until.isAfter(time)
                ? Long.valueOf(java.time.Duration.between(time, until).toSeconds())
                : length;
        if (date != null || time != null || room != null || seconds != null) {
            boolean utc = start != null && java.time.ZoneOffset.UTC.equals(start.offset());
            talk.session(
                    "0",
                    date == null ? null : date.date(),
                    time == null ? null : time.toString().substring(0, 5),
                    utc ? "UTC" : null,
                    seconds,
                    room);
        }
    }

    /// Bare numbers are minutes, as programmes have them.
    private static @Nullable Long length(@Nullable String raw) {
        if (raw == null) {
            return null;
        }
        Matcher minutes = MINUTES.matcher(raw.strip());
        return minutes.matches() ? Long.valueOf(Long.parseLong(minutes.group(1)) * 60) : Durations.clock(raw);
    }

    private @Nullable String key(Table.Row row) {
        String title = Texts.line(value(row, Field.TITLE));
        if (title.isEmpty()) {
            return null;
        }
        String id = Texts.line(value(row, Field.KEY));
        if (!id.isEmpty()) {
            return id;
        }
        List<String> speakers = all(row, Field.SPEAKERS);
        String slug = Slugs.of(title);
        return (slug.isEmpty() ? title : slug) + "/" + (speakers.isEmpty() ? "" : Slugs.of(speakers.getFirst()));
    }

    private String conferenceName(Table.Row row) {
        return Texts.line(value(row, Field.CONFERENCE));
    }

    private HeldConference conference(String name) {
        return conferences.computeIfAbsent(name, title -> {
            if (title.isEmpty()) {
                return HeldConference.namedByFile(system, fileName, sink);
            }
            String slug = Slugs.of(title);
            String key = slug.isEmpty() ? "conference" : slug;
            return new HeldConference(system + ":" + key, key, title, fileName);
        });
    }

    private @Nullable String value(Table.Row row, Field field) {
        for (String column : mapping.of(field)) {
            String value = row.first(column).orElse(null);
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    /// Some systems write HTML's entities into names and titles.
    private static String plain(@Nullable String raw) {
        if (raw == null) {
            return "";
        }
        return raw.indexOf('&') >= 0 && ENTITY.matcher(raw).find() ? Parser.unescapeEntities(raw, false) : raw;
    }

    private List<String> all(Table.Row row, Field field) {
        List<String> values = new ArrayList<>();
        for (String column : mapping.of(field)) {
            values.addAll(row.values().getOrDefault(column, List.of()));
        }
        return values;
    }
}
