package org.talks.catalogue.importing.pyvideo;

import org.jspecify.annotations.Nullable;
import org.talks.catalogue.importing.format.DraftSink;
import org.talks.catalogue.importing.format.Json;
import org.talks.catalogue.importing.format.Moment;
import org.talks.catalogue.importing.format.Summaries;
import org.talks.catalogue.importing.format.TalkDraft;
import org.talks.catalogue.importing.format.TalkDraftBuilder;
import org.talks.events.Resource;
import org.talks.events.RichText;
import tools.jackson.databind.JsonNode;

/// One file of a talk, in the layout of today and in that of 2016.
final class PyvideoTalk {

    /// Ten hours: beyond it a recording is worth a warning.
    private static final double LONG_SECONDS = 36_000;

    private static final double MAX_SECONDS = 86_400;

    /// Larger numbers are milliseconds: as seconds they are more than three days, as milliseconds 5 to 51 minutes.
    private static final double MIN_MILLIS = 300_000;

    private static final double MAX_MILLIS = MAX_SECONDS * 1_000;

    private final JsonNode json;
    private final TalkDraftBuilder talk;

    PyvideoTalk(PyvideoPath path, String place, JsonNode json, DraftSink sink) {
        this.json = json;
        this.talk = new TalkDraftBuilder(PyvideoFormat.SOURCE, path.key(), path.folder(), place, sink);
    }

    @Nullable
    TalkDraft draft() {
        talk.title(Json.text(json, "title")).summary(summary()).language(Json.text(json, "language"));
        for (JsonNode tag : Json.items(json, "tags")) {
            talk.topic(Json.text(tag));
        }
        for (JsonNode speaker : Json.items(json, "speakers")) {
            talk.speakerNames(Json.text(speaker));
        }
        recorded();
        videos();
        links("related_urls");
        links("related_url");
        talk.link(Json.text(json, "source_url"), null);
        return talk.build();
    }

    /// Summary, abstract and description, in this order, without what repeats another.
    private RichText summary() {
        return Summaries.join(
                RichText.RST, Json.text(json, "summary"), Json.text(json, "abstract"), Json.text(json, "description"));
    }

    private void recorded() {
        String raw = Json.text(json, "recorded");
        Moment moment = Moment.parse(raw);
        if (moment != null) {
            talk.session("0", moment.date(), moment.localTime(), null, null, null);
        } else if (raw != null && !raw.isBlank()) {
            talk.warn(raw, "This is not a date.", "Write it as YYYY-MM-DD.");
        }
    }

    private void videos() {
        Integer seconds = seconds();
        String licence = Json.text(json, "copyright_text");
        for (JsonNode video : Json.items(json, "videos")) {
            talk.resource(Resource.VIDEO, Json.text(video, "url"), Json.text(video, "type"), licence, seconds);
        }
    }

    private void links(String member) {
        for (JsonNode link : Json.items(json, member)) {
            if (link.isObject()) {
                talk.link(Json.text(link, "url"), Json.text(link, "label"));
            } else {
                talk.link(Json.text(link), null);
            }
        }
    }

    private @Nullable Integer seconds() {
        JsonNode node = json.get("duration");
        if (node == null) {
            // One file has its comma within the name.
            node = json.get(",duration");
        }
        if (node == null || node.isNull()) {
            return null;
        }
        double value = node.isNumber() ? node.doubleValue() : -1;
        if (value == 0) {
            return null;
        }
        if (value < 0 || value > MAX_MILLIS || (value > MAX_SECONDS && value < MIN_MILLIS)) {
            talk.warn(node.toString(), "This is no duration in seconds.", "Correct the duration.");
            return null;
        }
        if (value >= MIN_MILLIS) {
            talk.warn(node.toString(), "The duration was read as milliseconds.", "Write it in seconds.");
            return (int) Math.round(value / 1_000);
        }
        if (value > LONG_SECONDS) {
            talk.warn(node.toString(), "The recording lasts more than ten hours.", "Check the duration.");
        }
        return (int) Math.round(value);
    }
}
