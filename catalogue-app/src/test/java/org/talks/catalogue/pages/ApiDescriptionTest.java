package org.talks.catalogue.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The description says what is served, and what is served is described.
class ApiDescriptionTest {

    private static final WebCatalogue CATALOGUE = Dublin.catalogue();
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final JsonNode DOCUMENT =
            JSON.readTree(CATALOGUE.reader().get("/api/openapi.json").body());
    private static final String TOKEN = CATALOGUE.token();
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    /// Method and address, with ids of things that are there.
    record Endpoint(String method, String template, String path, JsonNode operation) {

        @Override
        public String toString() {
            return method + " " + template;
        }
    }

    static Stream<Endpoint> endpoints() {
        return DOCUMENT.get("paths").properties().stream()
                .flatMap(path -> path.getValue().properties().stream()
                        .map(operation -> new Endpoint(
                                operation.getKey().toUpperCase(Locale.ROOT),
                                path.getKey(),
                                filled(path.getKey()),
                                operation.getValue())));
    }

    /// What is read of things that are there, without asking for one run of something.
    static Stream<Endpoint> read() {
        return endpoints()
                .filter(endpoint -> endpoint.method().equals("GET"))
                .filter(endpoint -> !endpoint.path().contains("{"))
                .filter(endpoint -> endpoint.operation()
                        .at("/responses/200/content/application~1json")
                        .isObject());
    }

    private static String filled(String template) {
        var id = template.startsWith("/api/conferences/")
                ? Dublin.CONFERENCE.value()
                : template.startsWith("/api/speakers/") ? Dublin.IAN.value() : Dublin.TEAM.value();
        return template.startsWith("/api/talks/")
                        || template.startsWith("/api/conferences/")
                        || template.startsWith("/api/speakers/")
                ? template.replace("{id}", id)
                : template;
    }

    @Test
    void everyMappingIsDescribed() {
        var mappings = CATALOGUE.bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
        var missing = new TreeSet<String>();
        var seen = new TreeSet<String>();
        mappings.getHandlerMethods()
                .keySet()
                .forEach(info -> info.getPatternValues().stream()
                        .filter(pattern -> pattern.startsWith("/api/"))
                        .forEach(pattern -> info.getMethodsCondition()
                                .getMethods()
                                .forEach(method -> {
                                    seen.add(pattern);
                                    var address = pattern.replaceAll("\\{(\\w+):[^}]*}", "{$1}");
                                    var regex = address.replaceAll("\\{(?:kind|things|command)}", "[a-z-]+")
                                            .replaceAll("\\{(\\w+)}", "\\\\{$1\\\\}")
                                            .replace(".json", "\\.json");
                                    if (DOCUMENT.get("paths").properties().stream()
                                            .noneMatch(path -> path.getKey().matches(regex)
                                                    && path.getValue()
                                                            .has(method.name().toLowerCase(Locale.ROOT)))) {
                                        missing.add(method + " " + pattern);
                                    }
                                })));
        assertThat(seen).hasSizeGreaterThan(20);
        assertThat(missing).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("endpoints")
    void everyDescribedAddressIsServed(Endpoint endpoint) {
        var options = CATALOGUE
                .reader()
                .send(
                        "OPTIONS",
                        endpoint.path().replaceAll("\\{position}", "1").replaceAll("[{}]", ""),
                        HttpRequest.BodyPublishers.noBody(),
                        "Authorization",
                        "Bearer " + TOKEN);
        assertThat(options.statusCode()).isEqualTo(200);
        assertThat(options.headers().firstValue("Allow").orElse("").split(",")).contains(endpoint.method());
    }

    @Test
    void everyCommandIsDescribedWithItsFields() {
        var retitle = DOCUMENT.at("/paths/~1api~1talks~1{id}~1retitle-talk/post");
        assertThat(retitle.get("summary").stringValue()).isEqualTo("Retitle talk.");
        var schema = DOCUMENT.at(retitle.at("/requestBody/content/application~1json/schema/$ref")
                .stringValue()
                .substring(1));
        assertThat(schema.get("properties").propertyNames())
                .contains("title", "subtitle")
                .doesNotContain("talk");
        assertThat(schema.get("required").toString()).isEqualTo("[\"title\"]");
        assertThat(endpoints().filter(e -> e.template().startsWith("/api/transcripts/")))
                .hasSize(3);
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        var references = new TreeSet<String>();
        collect(DOCUMENT, references);
        assertThat(references).hasSizeGreaterThan(40);
        assertThat(references)
                .allSatisfy(reference -> assertThat(
                                DOCUMENT.at(reference.substring(1)).isObject())
                        .as(reference)
                        .isTrue());
    }

    private static void collect(JsonNode node, Set<String> references) {
        if (node.has("$ref")) {
            references.add(node.get("$ref").stringValue());
        }
        node.forEach(child -> collect(child, references));
    }

    @Test
    void aBodyIsRequiredWhereSomethingHasToBeSaid() {
        assertThat(endpoints()
                        .filter(e -> e.operation().at("/requestBody/required").asBoolean(false))
                        .map(e -> e.operation().get("operationId").stringValue()))
                .contains("retitle_talk", "post_talks", "merge_speaker", "put_synonyms", "post_imports")
                .doesNotContain("cancel_talk", "reinstate_talk");
    }

    @Test
    void whatIsTakenAsParametersOfAWriteIsDescribedAsMembersOfABody() {
        var source = DOCUMENT.at("/paths/~1api~1sources/post");
        assertThat(source.has("parameters")).isFalse();
        assertThat(source.at("/requestBody/required").asBoolean()).isTrue();
        var schema = source.at("/requestBody/content/application~1json/schema");
        valid(schema, "{\"url\": \"https://example.org/schedule.xml\", \"everyMinutes\": 60}");
        assertThat(schema.at("/properties").propertyNames())
                .containsExactly("url", "format", "zone", "everyMinutes", "apply");
        assertThat(schema.at("/required").valueStream().map(JsonNode::asString)).containsExactly("url");
        var rebuild = DOCUMENT.at("/paths/~1api~1rebuilds/post/requestBody");
        assertThat(rebuild.at("/required").asBoolean()).isFalse();
        assertThat(rebuild.at("/content/application~1json/schema").has("required"))
                .isFalse();
    }

    @Test
    void operationsHaveNamesOfTheirOwn() {
        assertThat(endpoints().map(e -> e.operation().get("operationId").stringValue()))
                .doesNotHaveDuplicates()
                .contains(
                        "get_talks",
                        "get_talk",
                        "retitle_talk",
                        "get_talk_transcript_history",
                        "post_talk_history_undo",
                        "get_one_series",
                        "delete_search")
                .allSatisfy(name -> assertThat(name).matches("[a-z]+(_[A-Za-z0-9]+)+"));
    }

    @ParameterizedTest
    @MethodSource("read")
    void whatIsServedIsAsDescribed(Endpoint endpoint) {
        var answer = CATALOGUE.reader().get(endpoint.path(), "Authorization", "Bearer " + TOKEN);
        assertThat(answer.statusCode()).isEqualTo(200);
        valid(endpoint.operation().at("/responses/200/content/application~1json/schema"), answer.body());
        assertThat(answer.headers().firstValue("ETag").orElse("")).startsWith("\"");
    }

    @Test
    void aProblemIsAsDescribed() {
        var answer = CATALOGUE.reader().get("/api/talks/0198a000-0000-7000-8000-0000000000ff");
        assertThat(answer.statusCode()).isEqualTo(404);
        valid(DOCUMENT.at("/components/responses/Problem/content/application~1problem+json/schema"), answer.body());
    }

    @Test
    void anAnswerThatIsNotAsDescribedIsNoticed() {
        var talk = DOCUMENT.at("/paths/~1api~1talks~1{id}/get/responses/200/content/application~1json/schema");
        assertThat(errors(talk, "{\"id\":\"a\",\"version\":\"twelve\"}")).isNotEmpty();
    }

    private static void valid(JsonNode schema, String body) {
        assertThat(errors(schema, body)).isEmpty();
    }

    private static List<String> errors(JsonNode schema, String body) {
        var whole = JSON.createObjectNode();
        whole.setAll((ObjectNode) schema);
        whole.set("components", DOCUMENT.get("components"));
        return SCHEMAS.getSchema(whole.toString(), InputFormat.JSON).validate(body, InputFormat.JSON).stream()
                .map(Object::toString)
                .toList();
    }

    @Test
    void peopleCanReadIt() {
        var page = org.jsoup.Jsoup.parse(CATALOGUE.reader().get("/api").body());
        assertThat(page.select("h1").text()).isEqualTo("API");
        assertThat(page.select("h3 code").eachText()).contains("GET /api/talks", "POST /api/talks/{id}/retitle-talk");
        assertThat(page.select("h3")).hasSize((int) endpoints().count());
    }
}
