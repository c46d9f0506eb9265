package org.talks.catalogue.importing.devoxx;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.talks.catalogue.importing.format.DraftSink;
import org.talks.catalogue.importing.format.Durations;
import org.talks.catalogue.importing.format.HeldConference;
import org.talks.catalogue.importing.format.ImportFormat;
import org.talks.catalogue.importing.format.Json;
import org.talks.catalogue.importing.format.JsonOutline;
import org.talks.catalogue.importing.format.Moment;
import org.talks.catalogue.importing.format.Recognition;
import org.talks.catalogue.importing.format.Rejection;
import org.talks.catalogue.importing.format.SourceFile;
import org.talks.catalogue.importing.format.TalkDraftBuilder;
import org.talks.catalogue.importing.format.Texts;
import org.talks.catalogue.importing.format.UnreadableSourceException;
import org.talks.events.RichText;
import tools.jackson.databind.JsonNode;

/// One day of a Devoxx schedule. Clock times are local without a zone; the date comes from the milliseconds
/// beside them. The conference is named only by its code in the addresses of speakers.
@Component
final class CfpDevoxxFormat implements ImportFormat {

    private static final Pattern CODE =
            Pattern.compile("/api/conferences/([A-Za-z0-9_-]{2,40})/speakers/([0-9a-f]{8,64})");
    private static final long MAX_MILLIS = 4_102_444_800_000L; // the year 2100

    @Override
    public String id() {
        return "cfp-devoxx";
    }

    @Override
    public String title() {
        return "Devoxx CFP schedule";
    }

    @Override
    public Recognition recognise(SourceFile file) throws IOException {
        JsonOutline outline = JsonOutline.of(file);
        for (String prefix : new String[] {"", "response/jsonBody/"}) {
            if (outline.has(prefix + "slots/[]/slotId", prefix + "slots/[]/talk")) {
                return Recognition.certain("It has `slots[]` with `slotId` and `talk`.");
            }
        }
        return outline.has("conferences", "*/*/fromDate", "*/*/eventType")
                ? Recognition.certain(
                        "It has `conferences` with `fromDate` and `eventType`, as Devoxx's apps load them.")
                : Recognition.NO;
    }

    @Override
    public void read(SourceFile file, DraftSink sink) throws IOException, UnreadableSourceException {
        JsonNode root = Json.read(file);
        if (root.path("conferences").isObject() && !root.has("slots")) {
            conferences(root.path("conferences"), file.name(), sink);
            return;
        }
        JsonNode schedule = root.has("slots") ? root : root.path("response").path("jsonBody");
        if (!schedule.path("slots").isArray()) {
            throw new UnreadableSourceException(file.name() + " has no `slots`.");
        }
        sink.partial(file.name() + " is one day of a schedule; import the other days too.");
        Map<String, List<JsonNode>> slotsByTalk = new LinkedHashMap<>();
        int number = 0;
        for (JsonNode slot : schedule.path("slots")) {
            number++;
            String place = file.name() + ", slot " + number;
            sink.progressed(place);
            String id = Json.text(slot.path("talk"), "id");
            if (id != null && !id.isBlank()) {
                slotsByTalk.computeIfAbsent(id, key -> new ArrayList<>()).add(slot);
            } else if (slot.path("talk").isObject()) {
                sink.rejected(new Rejection(place, "", "A talk needs an id.", "Export the schedule again."));
            } else {
                sink.ignored(place, "No talk: " + Texts.line(Json.text(slot.path("break"), "nameEN")));
            }
        }
        HeldConference conference = conference(slotsByTalk, file.name(), sink);
        slotsByTalk.forEach((id, slots) ->
                conference.add(talk(slots, conference.talk(id, file.name() + ", talk " + Texts.line(id), sink))
                        .build()));
        conference.handOver(sink);
    }

    /// The list of conferences that the app of cfp.dev loads first; it has no talks.
    private static void conferences(JsonNode conferences, String fileName, DraftSink sink)
            throws UnreadableSourceException {
        int known = 0;
        for (JsonNode conference : conferences) {
            String name = Texts.line(Json.text(conference, "name"));
            String id = Texts.line(Json.text(conference, "id"));
            String place = fileName + ", conference " + (id.isEmpty() ? name : id);
            sink.progressed(place);
            if (name.isEmpty() || id.isEmpty()) {
                sink.rejected(new Rejection(place, "", "A conference needs an id and a name.", "Correct the file."));
                continue;
            }
            known++;
            Moment from = Moment.parse(Json.text(conference, "fromDate"));
            Moment to = Moment.parse(Json.text(conference, "endDate"));
            new HeldConference("cfp.dev", id, name, place)
                    .dates(from == null ? null : from.date(), to == null ? null : to.date())
                    .website(Json.text(conference, "website"))
                    .handOver(sink);
        }
        if (known == 0) {
            throw new UnreadableSourceException(fileName + " lists no conferences.");
        }
        sink.partial(fileName + " lists conferences without their talks.");
    }

    private static TalkDraftBuilder talk(List<JsonNode> slots, TalkDraftBuilder builder) {
        JsonNode talk = slots.getFirst().path("talk");
        String html = Json.text(talk, "summaryAsHtml");
        builder.title(plain(Json.text(talk, "title")))
                .summary(
                        html == null || html.isBlank()
                                ? Texts.rich(Json.text(talk, "summary"), RichText.MARKDOWN)
                                : Texts.rich(html, RichText.HTML))
                .kindFrom(Json.text(talk, "talkType"))
                .language(Json.text(talk, "lang"))
                .level(Json.text(talk, "audienceLevel"))
                .track(plain(Json.text(talk, "track")));
        for (JsonNode tag : Json.items(talk, "tags")) {
            builder.topic(plain(Json.text(tag, "value")));
        }
        for (JsonNode speaker : Json.items(talk, "speakers")) {
            Matcher address = CODE.matcher(Texts.line(Json.text(speaker.path("link"), "href")));
            builder.speaker(
                    address.find() ? address.group(2) : null,
                    plain(Json.text(speaker, "name")),
                    RichText.EMPTY,
                    null,
                    List.of());
        }
        for (int rank = 0; rank < slots.size(); rank++) {
            session(slots.get(rank), rank, builder);
        }
        return builder;
    }

    private static void session(JsonNode slot, int rank, TalkDraftBuilder talk) {
        long from = slot.path("fromTimeMillis").asLong(0);
        long to = slot.path("toTimeMillis").asLong(0);
        LocalTime clock = Durations.timeOfDay(Json.text(slot, "fromTime"));
        boolean known = from > 0 && from < MAX_MILLIS;
        talk.session(
                String.valueOf(rank),
                known ? date(Instant.ofEpochMilli(from), clock) : null,
                clock == null ? null : clock.toString().substring(0, 5),
                null,
                known && to > from && to < MAX_MILLIS ? (to - from) / 1_000 : null,
                Json.text(slot, "roomName"));
    }

    /// The day on which that clock showed that time, nearest to the instant: no zone is 14 hours away.
    private static LocalDate date(Instant instant, @Nullable LocalTime clock) {
        LocalDateTime utc = LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
        LocalDate best = utc.toLocalDate();
        if (clock == null) {
            return best;
        }
        for (LocalDate day : List.of(best.minusDays(1), best.plusDays(1))) {
            Duration distance = Duration.between(utc, day.atTime(clock)).abs();
            if (distance.compareTo(Duration.between(utc, best.atTime(clock)).abs()) < 0) {
                best = day;
            }
        }
        return best;
    }

    private static HeldConference conference(Map<String, List<JsonNode>> slotsByTalk, String fileName, DraftSink sink) {
        for (List<JsonNode> slots : slotsByTalk.values()) {
            for (JsonNode speaker : Json.items(slots.getFirst().path("talk"), "speakers")) {
                Matcher address = CODE.matcher(Texts.line(Json.text(speaker.path("link"), "href")));
                if (address.find()) {
                    String code = address.group(1).toLowerCase(Locale.ROOT);
                    sink.warning(new Rejection(
                            fileName,
                            address.group(1),
                            "The file names its conference only by a code.",
                            "Correct the name of the conference after the import."));
                    return new HeldConference("devoxx:" + code, code, address.group(1), fileName);
                }
            }
        }
        return HeldConference.namedByFile("devoxx", fileName, sink);
    }

    /// Names and titles carry HTML's entities.
    private static @Nullable String plain(@Nullable String raw) {
        return raw == null ? null : Parser.unescapeEntities(raw, false);
    }
}
