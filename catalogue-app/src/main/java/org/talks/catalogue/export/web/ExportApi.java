package org.talks.catalogue.export.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.talks.catalogue.conference.Conferences;
import org.talks.catalogue.export.TalkCsv;
import org.talks.catalogue.export.TalkRow;
import org.talks.catalogue.published.Asked;
import org.talks.catalogue.published.Published;
import org.talks.catalogue.published.PublishedConference;
import org.talks.catalogue.published.PublishedTalk;
import org.talks.catalogue.searching.TalkSearch;
import org.talks.catalogue.speaker.Speakers;
import org.talks.catalogue.talk.TalkLists;
import org.talks.catalogue.text.Texts;
import org.talks.catalogue.transcript.Transcripts;
import org.talks.catalogue.web.Site;
import org.talks.events.Cue;
import org.talks.search.SearchRequest;
import org.talks.search.SearchRequest.Order;
import org.talks.search.SearchResult;
import tools.jackson.databind.json.JsonMapper;

/// What any search finds, and the whole catalogue, for programs that want to have all of it. Answers are written
/// while they are read, so that they take no memory to speak of.
@RestController
final class ExportApi {

    /// Talks of one answer; larger catalogues are taken as a whole from the dump.
    private static final int FOUND_MAX = 50_000;

    /// The index gives no more at once.
    private static final int BATCH = 100;

    private static final String NDJSON = "application/x-ndjson";

    private final Published published;
    private final Conferences conferences;
    private final Speakers speakers;
    private final TalkLists talks;
    private final Transcripts transcripts;
    private final TalkSearch search;
    private final Site site;
    private final JsonMapper json;

    ExportApi(
            Published published,
            Conferences conferences,
            Speakers speakers,
            TalkLists talks,
            Transcripts transcripts,
            TalkSearch search,
            Site site,
            JsonMapper json) {
        this.published = published;
        this.conferences = conferences;
        this.speakers = speakers;
        this.talks = talks;
        this.transcripts = transcripts;
        this.search = search;
        this.site = site;
        this.json = json;
    }

    /// Does something with a talk.
    private interface Writing {
        void write(PublishedTalk talk) throws IOException;
    }

    /// The parameters are those of the search page.
    @GetMapping("/search.csv")
    void csv(@RequestParam MultiValueMap<String, String> parameters, HttpServletResponse response) throws IOException {
        begin(response, "text/csv;charset=UTF-8;header=present", "talks.csv");
        try (var writer = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8)) {
            var table = new TalkCsv(writer);
            var url = site.url();
            found(parameters, talk -> table.write(talk, url));
        }
    }

    /// The parameters are those of the search page.
    @GetMapping("/search.ndjson")
    void ndjson(@RequestParam MultiValueMap<String, String> parameters, HttpServletResponse response)
            throws IOException {
        begin(response, NDJSON, "talks.ndjson");
        var output = response.getOutputStream();
        var url = site.url();
        found(parameters, talk -> line(output, TalkRow.of(talk, url)));
    }

    /// @param type `catalogue`, `conference`, `speaker`, `talk` or `transcript`
    record Line(String type, Object is) {}

    /// The dump's first line.
    ///
    /// @param catalogue the log's id
    record About(String catalogue, String url, long talks, String licence) {}

    record ConferenceLine(
            String id,
            String url,
            String name,
            @Nullable String seriesId,
            @Nullable String startDate,
            @Nullable String endDate,
            @Nullable String city,
            @Nullable String country,
            @Nullable String zone,
            @Nullable String website,
            List<String> languages,
            String description,
            boolean cancelled,
            Instant addedAt,
            Instant changedAt) {}

    record SpeakerLine(
            String id,
            String url,
            String name,
            List<String> aliases,
            @Nullable String affiliation,
            String bio,
            List<String> links,
            Instant addedAt,
            Instant changedAt) {}

    record TranscriptLine(String talk, String language, String origin, List<Cue> cues) {}

    /// Everything that everybody may see, one thing a line: conferences, speakers, talks, each talk followed by its
    /// transcripts. What is hidden is not in it, nor who did what.
    @GetMapping("/dump.ndjson")
    void dump(HttpServletResponse response) throws IOException {
        begin(response, NDJSON, "catalogue.ndjson");
        var output = response.getOutputStream();
        var url = site.url();
        line(
                output,
                new Line(
                        "catalogue",
                        new About(
                                published.logId(),
                                url,
                                talks.totals().talks(),
                                "Each text and recording keeps the licence of its source.")));
        for (var listed : conferences.all()) {
            var conference = published.findConference(listed.id());
            if (conference.isPresent()) {
                line(output, new Line("conference", line(conference.get(), url)));
            }
        }
        dumpSpeakers(output, url);
        dumpTalks(output, url);
    }

    private void dumpSpeakers(OutputStream output, String url) throws IOException {
        var after = "";
        while (true) {
            var batch = speakers.shownAfter(after, BATCH);
            if (batch.isEmpty()) {
                return;
            }
            for (var name : batch) {
                var speaker = published.findSpeaker(name.id());
                if (speaker.isPresent()) {
                    var stored = speaker.get().stored();
                    var details = stored.content().details();
                    line(
                            output,
                            new Line(
                                    "speaker",
                                    new SpeakerLine(
                                            stored.id(),
                                            url + speaker.get().path(),
                                            stored.content().name(),
                                            stored.content().aliases(),
                                            details.affiliation(),
                                            Texts.markdown(details.bio()),
                                            details.links().stream()
                                                    .map(link -> link.url())
                                                    .toList(),
                                            stored.addedAt(),
                                            stored.changedAt())));
                }
            }
            after = batch.getLast().id();
        }
    }

    private void dumpTalks(OutputStream output, String url) throws IOException {
        var after = "";
        while (true) {
            var batch = talks.shownAfter(after, BATCH);
            if (batch.isEmpty()) {
                return;
            }
            for (var talk :
                    published.talks(batch.stream().map(TalkLists.Shown::id).toList())) {
                line(output, new Line("talk", TalkRow.of(talk, url)));
                for (var transcript : transcripts.transcripts(talk.id())) {
                    line(
                            output,
                            new Line(
                                    "transcript",
                                    new TranscriptLine(
                                            talk.id(), transcript.language(), transcript.origin(), transcript.cues())));
                }
            }
            after = batch.getLast().id();
        }
    }

    private static ConferenceLine line(PublishedConference conference, String url) {
        var details = conference.content().details();
        return new ConferenceLine(
                conference.id(),
                url + conference.path(),
                details.name(),
                details.seriesId(),
                details.startDate() == null ? null : details.startDate().toString(),
                details.endDate() == null ? null : details.endDate().toString(),
                details.city(),
                details.country(),
                details.zone(),
                details.website(),
                details.languages(),
                Texts.markdown(details.description()),
                conference.content().cancelled(),
                conference.stored().addedAt(),
                conference.changedAt());
    }

    private void found(MultiValueMap<String, String> parameters, Writing writing) throws IOException {
        var asked = Asked.of(parameters);
        var order = asked.text().isEmpty() ? Order.NEWEST : Order.RELEVANCE;
        @Nullable String cursor = null;
        var left = FOUND_MAX;
        do {
            SearchRequest request = asked.request(order, Math.min(BATCH, left), cursor);
            var result = search.search(request);
            for (var talk : published.talks(
                    result.hits().stream().flatMap(ExportApi::ids).toList())) {
                writing.write(talk);
            }
            left -= result.hits().size();
            cursor = result.hits().isEmpty() ? null : result.next();
        } while (cursor != null && left > 0);
    }

    /// The page folds the same talk given elsewhere into one hit; who takes the list wants each.
    private static Stream<String> ids(SearchResult.Hit hit) {
        return Stream.concat(Stream.of(hit.id()), hit.alsoGiven().stream().map(SearchResult.AlsoGiven::id));
    }

    private void line(OutputStream output, Object value) throws IOException {
        output.write(json.writeValueAsBytes(value));
        output.write('\n');
    }

    private static void begin(HttpServletResponse response, String type, String fileName) {
        response.setContentType(type);
        response.setHeader("Content-Disposition", "attachment; filename=\"" + fileName + "\"");
    }
}
