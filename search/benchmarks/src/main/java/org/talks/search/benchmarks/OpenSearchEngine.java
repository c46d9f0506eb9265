package org.talks.search.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/// One node of OpenSearch as its manual recommends for text of several fields: folding and stemming,
/// `combined_fields` with boosts, beside it a query that forgives typing errors and one that takes the last word
/// for a prefix; offsets in the postings for highlighting. One shard, no replicas.
final class OpenSearchEngine implements Engine {

    /// Where the build puts the program: `-Dopensearch.classpath=…` for another place.
    private static final String CLASSPATH =
            System.getProperty("opensearch.classpath", "search/benchmarks/opensearch/target/opensearch-node.jar");

    private static final int BULK = 1_000;
    private static final String INDEX = """
            {"settings": {"number_of_shards": 1, "number_of_replicas": 0, "refresh_interval": "-1",
              "analysis": {
                "filter": {"english": {"type": "stemmer", "language": "english"}},
                "analyzer": {"text": {"type": "custom", "tokenizer": "standard",
                  "filter": ["lowercase", "asciifolding", "english"]}}}},
             "mappings": {"dynamic": "strict", "properties": {
              "id": {"type": "keyword", "index": false},
              "title": {"type": "text", "analyzer": "text", "index_options": "offsets"},
              "summary": {"type": "text", "analyzer": "text", "index_options": "offsets"},
              "speakers": {"type": "text", "analyzer": "text"},
              "tags": {"type": "text", "analyzer": "text"},
              "conference": {"type": "text", "analyzer": "text"},
              "conferenceName": {"type": "keyword"},
              "year": {"type": "integer"}}}}""";
    private static final List<String> FIELDS = List.of("title^4", "speakers^3", "tags^2", "conference^2", "summary");

    private final Program node;
    private final JsonMapper mapper = new JsonMapper();

    OpenSearchEngine(Path directory) throws IOException, InterruptedException {
        var port = Program.freePort();
        this.node = Program.start(
                List.of(
                        // As it ships: config/jvm.options and SystemJvmOptions.
                        "-Xms1g",
                        "-Xmx1g",
                        "-XX:+UseG1GC",
                        "-XX:+AlwaysPreTouch",
                        "-Xss1m",
                        "-classpath",
                        CLASSPATH,
                        "org.talks.search.benchmarks.opensearch.Node",
                        directory.toString(),
                        Integer.toString(port)),
                port,
                "/_cluster/health?wait_for_status=yellow");
    }

    @Override
    public String name() {
        return "OpenSearch";
    }

    Program program() {
        return node;
    }

    @Override
    public void index(List<Talk> talks) throws IOException, InterruptedException {
        node.put("/talks", INDEX);
        for (var from = 0; from < talks.size(); from += BULK) {
            var bulk = talks.subList(from, Math.min(talks.size(), from + BULK)).stream()
                    .map(talk -> "{\"index\":{}}\n" + mapper.writeValueAsString(source(talk)) + "\n")
                    .collect(Collectors.joining());
            if (mapper.readTree(node.post("/talks/_bulk", bulk)).path("errors").asBoolean()) {
                throw new IOException("OpenSearch refuses talks");
            }
        }
        node.post("/talks/_forcemerge?max_num_segments=1", "");
        node.post("/talks/_refresh", "");
    }

    private static Map<String, Object> source(Talk talk) {
        var source = new LinkedHashMap<String, Object>();
        source.put("id", talk.id());
        source.put("title", talk.title());
        source.put("summary", talk.summary());
        source.put("speakers", talk.speakers());
        source.put("tags", talk.tags());
        source.put("conference", talk.conference());
        source.put("conferenceName", talk.conference());
        var date = Pyvideo.date(talk);
        if (date != null) {
            source.put("year", date.getYear());
        }
        return source;
    }

    /// Every word required, no typing errors, no prefixes: the leanest query that still finds something.
    static Map<String, Object> strict(String text) {
        return Map.of("combined_fields", Map.of("query", text, "fields", FIELDS, "operator", "and"));
    }

    static Map<String, Object> recommended(String text) {
        var plain = List.of("title", "speakers", "tags", "conference", "summary");
        return Map.of(
                "bool",
                Map.of(
                        "must",
                        List.of(Map.of(
                                "bool",
                                Map.of(
                                        "should",
                                        List.of(
                                                Map.of("combined_fields", Map.of("query", text, "fields", FIELDS)),
                                                Map.of(
                                                        "multi_match",
                                                        Map.of(
                                                                "query",
                                                                text,
                                                                "fields",
                                                                plain,
                                                                "fuzziness",
                                                                "AUTO",
                                                                "prefix_length",
                                                                1,
                                                                "boost",
                                                                0.3)),
                                                Map.of(
                                                        "multi_match",
                                                        Map.of(
                                                                "query",
                                                                text,
                                                                "fields",
                                                                plain,
                                                                "type",
                                                                "bool_prefix",
                                                                "boost",
                                                                0.3))))))));
    }

    /// @param full with total, two facets and snippets, as a page shows them
    String body(Map<String, Object> query, boolean full) {
        var body = new LinkedHashMap<String, Object>();
        body.put("size", 10);
        body.put("query", query);
        body.put("track_total_hits", full);
        if (full) {
            body.put(
                    "aggs",
                    Map.of(
                            "year", Map.of("terms", Map.of("field", "year", "size", 10)),
                            "conference", Map.of("terms", Map.of("field", "conferenceName", "size", 10))));
            body.put("highlight", Map.of("fields", Map.of("title", Map.of(), "summary", Map.of())));
        } else {
            body.put("_source", List.of("id", "title"));
        }
        return mapper.writeValueAsString(body);
    }

    @Override
    public List<Found> find(String query) throws IOException, InterruptedException {
        var answer = mapper.readTree(node.post("/talks/_search", body(recommended(query), false)));
        var found = new ArrayList<Found>();
        for (var hit : answer.path("hits").path("hits")) {
            var source = hit.path("_source");
            found.add(new Found(
                    source.path("id").asString(""), source.path("title").asString("")));
        }
        return found;
    }

    @Override
    public void close() throws IOException {
        node.close();
    }
}
