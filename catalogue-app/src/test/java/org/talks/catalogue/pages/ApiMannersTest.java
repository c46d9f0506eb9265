package org.talks.catalogue.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What programs may rely on whatever they ask: problems, tags, compression, limits.
class ApiMannersTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final WebCatalogue CATALOGUE = Dublin.catalogue();
    private static final String TALK = "/api/talks/" + Dublin.TEAM;

    @TempDir
    static Path data;

    private static WebCatalogue strict;

    @BeforeAll
    static void startAStrictOne() {
        strict = WebCatalogue.start(
                data, "--catalogue.api.anonymous=3", "--catalogue.api.token=5", "--catalogue.api.body=2KB");
    }

    @AfterAll
    static void stop() {
        strict.close();
    }

    private static HttpResponse<String> send(String method, String path, String body, String... headers) {
        return CATALOGUE
                .reader()
                .send(
                        method,
                        path,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body),
                        headers);
    }

    private static JsonNode problem(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        var problem = JSON.readTree(answer.body());
        assertThat(problem.get("status").intValue()).isEqualTo(status);
        assertThat(problem.get("type").stringValue()).startsWith("/problems/");
        assertThat(problem.get("title").stringValue()).isNotBlank();
        assertThat(problem.get("detail").stringValue()).isNotBlank().doesNotContain("org.talks", "Exception");
        assertThat(problem.get("instance").stringValue()).startsWith("/api/");
        return problem;
    }

    @ParameterizedTest
    @CsvSource({
        "GET,/api/nothing/here,404,not-found",
        "DELETE,/api/talks,405,method-not-allowed",
        "GET,/api/talks?size=many,400,bad-request",
        "GET,/api/events?after=-1,422,invalid",
    })
    void whatCannotBeAnsweredIsAProblem(String method, String path, int status, String type) {
        var answer = send(method, path, "", "Authorization", "Bearer " + CATALOGUE.token());
        assertThat(problem(answer, status).get("type").stringValue()).isEqualTo("/problems/" + type);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GET  | /api/talks?size=many     | ''               | ''          | 400 | size must be a whole number, not “many”.
            POST | /api/rebuilds?dryRun=oui | ''               | ''          | 400 | dryRun must be true or false, not “oui”.
            POST | /api/sources             | ''               | ''          | 400 | url is missing; give it in the query or in the body.
            POST | /api/talks               | {not json        | json        | 400 | The body is no JSON at line 1, column
            POST | /api/talks               | [1]              | json        | 400 | The body is JSON of another form
            POST | /api/talks               | ''               | json        | 400 | Send a body of JSON.
            POST | /api/talks               | a=b              | text/plain  | 415 | Send the body as application/json
            POST | /api/rebuilds            | {"veiw":"index"} | json        | 400 | This address takes no veiw; it takes view, talk, dryRun.
            POST | /api/rebuilds            | {"view":["index"]} | json      | 400 | view must be a single value
            POST | /api/rebuilds?view=index | {"view":"index"} | json        | 400 | Give view once
            POST | /api/rebuilds            | ["index"]        | json        | 400 | Send an object of JSON
            POST | /api/rebuilds            | {"view"          | json        | 400 | The body is no JSON at line 1, column
            POST | /api/rebuilds            | {"dryRun":"oui"} | json        | 400 | dryRun must be true or false
            POST | /api/rebuilds            | {"veiw":"index"} | APPLICATION/JSON | 400 | This address takes no veiw
            POST | /api/rebuilds            | {"view":"index"} | ''          | 400 | This address takes no {"view":"index"}; it takes
            POST | /api/rebuilds?dryrun=true | ''              | ''          | 400 | This address takes no dryrun; it takes
            POST | /api/imports?dryrun=true | ''               | ''          | 400 | This address takes no dryrun; it takes file, path
            POST | /api/sources             | {"format":"ical"} | json       | 400 | url is missing; give it in the query or in the body.
            """)
    void whatIsRefusedIsSaidInASentence(
            String method, String path, String body, String type, int status, String detail) {
        var answer = send(
                method,
                path,
                body,
                "Authorization",
                "Bearer " + CATALOGUE.token(),
                "Content-Type",
                type.equals("json") ? "application/json" : type.isEmpty() ? "application/x-www-form-urlencoded" : type);
        assertThat(problem(answer, status).get("detail").stringValue()).startsWith(detail);
    }

    @Test
    void whatStandsInJsonIsAsGoodAsParameters() {
        var token = "Bearer " + CATALOGUE.token();
        var unknown = send(
                "POST",
                "/api/rebuilds",
                "{\"view\":\"feeds\"}",
                "Authorization",
                token,
                "Content-Type",
                "application/json");
        assertThat(problem(unknown, 404).get("detail").stringValue()).contains("feeds");
        // Of a length that is not said.
        var chunked = CATALOGUE
                .reader()
                .send(
                        "POST",
                        "/api/rebuilds",
                        HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(
                                "{\"view\":\"feeds\",\"talk\":null,\"dryRun\":true}".getBytes(StandardCharsets.UTF_8))),
                        "Authorization",
                        token,
                        "Content-Type",
                        "application/json; charset=utf-8");
        assertThat(problem(chunked, 404).get("detail").stringValue()).contains("feeds");
        var nothing =
                send("POST", "/api/views/retry", "{}", "Authorization", token, "Content-Type", "application/json");
        assertThat(nothing.statusCode()).isEqualTo(200);
    }

    @Test
    void aMethodThatIsNotAllowedNamesThoseThatAre() {
        var answer = send("PUT", "/api/talks", "{}", "Authorization", "Bearer " + CATALOGUE.token());
        problem(answer, 405);
        assertThat(answer.headers().firstValue("Allow").orElse("")).contains("GET", "POST");
    }

    @Test
    void aFormatThatIsNotThereIsAProblemInJson() {
        problem(send("GET", "/api/talks", "", "Accept", "application/pdf"), 406);
    }

    @Test
    void aBodyOfAnotherTypeOrNoneIsAProblem() {
        var token = "Bearer " + CATALOGUE.token();
        problem(send("POST", "/api/talks", "a=b", "Authorization", token, "Content-Type", "text/plain"), 415);
        problem(
                send("POST", "/api/talks", "{not json", "Authorization", token, "Content-Type", "application/json"),
                400);
    }

    @Test
    void aBodyThatIsTooLargeIsRefusedWhetherItSaysSoOrNot() {
        var token = "Bearer " + strict.token();
        var large = "{\"title\":\"" + "a".repeat(5_000) + "\"}";
        problem(
                strict.reader()
                        .send(
                                "POST",
                                "/api/talks",
                                HttpRequest.BodyPublishers.ofString(large),
                                "Authorization",
                                token,
                                "Content-Type",
                                "application/json"),
                413);
        problem(
                strict.reader()
                        .send(
                                "POST",
                                "/api/talks",
                                HttpRequest.BodyPublishers.ofInputStream(
                                        () -> new ByteArrayInputStream(large.getBytes(StandardCharsets.UTF_8))),
                                "Authorization",
                                token,
                                "Content-Type",
                                "application/json"),
                413);
    }

    @Test
    void aTalkAddedWithoutAKindIsATalk() {
        var token = "Bearer " + strict.token();
        var conference = strict.reader()
                .send(
                        "POST",
                        "/api/conferences",
                        HttpRequest.BodyPublishers.ofString("{\"name\":\"PyCon\"}"),
                        "Authorization",
                        token,
                        "Content-Type",
                        "application/json");
        var body = "{\"title\":\"Plain\",\"conferenceId\":\""
                + JSON.readTree(conference.body()).get("id").stringValue() + "\"}";
        var talk = strict.reader()
                .send(
                        "POST",
                        "/api/talks",
                        HttpRequest.BodyPublishers.ofString(body),
                        "Authorization",
                        token,
                        "Content-Type",
                        "application/json");
        assertThat(talk.statusCode()).isEqualTo(201);
        var path = talk.headers().firstValue("Location").orElseThrow();
        var position = JSON.readTree(talk.body()).get("position").longValue();
        var read = JSON.readTree(
                strict.reader().get(path + "?minPosition=" + position).body());
        assertThat(read.at("/details/kind").stringValue()).isEqualTo("talk");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/talks", "/api/conferences", "/api/topics", "/api/openapi.json", "/", "/talks.atom"})
    void everyAnswerHasAStrongTagAndIsNotSentTwice(String path) {
        var first = CATALOGUE.reader().get(path);
        var tag = first.headers().firstValue("ETag").orElseThrow();
        assertThat(tag).matches("\"[0-9a-f]{32}\"");
        var again = CATALOGUE.reader().get(path, "If-None-Match", tag);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.headers().firstValue("ETag")).hasValue(tag);
        assertThat(CATALOGUE
                        .reader()
                        .get(path, "If-None-Match", "\"00000000000000000000000000000000\"")
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/openapi.json", "/api/talks", TALK_PATH, "/api", "/talks.atom"})
    void whatIsCompressedHasATagOfItsOwnThatIsKnownAgain(String path) throws Exception {
        var plain = CATALOGUE.reader().get(path);
        var packed = CATALOGUE.reader().raw(path, "Accept-Encoding", "gzip");
        assertThat(packed.headers().firstValue("Content-Encoding")).hasValue("gzip");
        assertThat(packed.headers().allValues("Vary")).contains("Accept-Encoding");
        assertThat(packed.body().length).isLessThan(plain.body().length());
        assertThat(unpacked(packed.body())).isEqualTo(plain.body());
        var tag = packed.headers().firstValue("ETag").orElseThrow();
        assertThat(tag).endsWith("-gzip\"");
        var again = CATALOGUE.reader().get(path, "If-None-Match", tag, "Accept-Encoding", "gzip");
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.headers().firstValue("ETag")).hasValue(tag);
    }

    private static final String TALK_PATH = "/api/talks/0198a000-0000-7000-8000-000000000021";

    private static String unpacked(byte[] packed) throws IOException {
        try (var input = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return new String(input.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void listsSayWhereTheyGoOn() {
        var first = CATALOGUE.reader().get("/api/talks?size=3&year=2016");
        var next = first.headers().allValues("Link").stream()
                .filter(link -> link.endsWith("rel=\"next\""))
                .findFirst()
                .orElseThrow();
        var second = CATALOGUE.reader().get(next.substring(1, next.indexOf('>')));
        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(JSON.readTree(first.body()).get("hits")).hasSize(3);
        assertThat(JSON.readTree(second.body()).get("hits")).hasSize(1);
        assertThat(second.headers().allValues("Link")).noneMatch(link -> link.endsWith("rel=\"next\""));
        var speakers = CATALOGUE.reader().get("/api/speakers?limit=1");
        assertThat(speakers.headers().firstValue("Link").orElse(""))
                .isEqualTo("</api/speakers?after=" + Dublin.IAN + "&limit=1>; rel=\"next\"");
    }

    @Test
    void whoAsksTooOftenIsToldWhenToGoOn() {
        var through = new String[] {"X-Forwarded-For", "203.0.113.7"};
        for (var left = 2; left >= 0; left--) {
            var answer = strict.reader().get("/api/talks", through);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("RateLimit-Policy")).hasValue("\"minute\";q=3;w=60");
            assertThat(answer.headers().firstValue("RateLimit").orElse("")).startsWith("\"minute\";r=" + left + ";t=");
        }
        var refused = strict.reader().get("/api/talks", through);
        assertThat(problem(refused, 429).get("type").stringValue()).isEqualTo("/problems/too-many-requests");
        assertThat(Integer.parseInt(refused.headers().firstValue("Retry-After").orElse("0")))
                .isBetween(1, 20);
        // Who has a token has an allowance of their own, and pages are not counted.
        assertThat(strict.reader()
                        .get(
                                "/api/talks",
                                "X-Forwarded-For",
                                "203.0.113.7",
                                "Authorization",
                                "Bearer " + strict.token())
                        .headers()
                        .firstValue("RateLimit-Policy"))
                .hasValue("\"minute\";q=5;w=60");
        assertThat(strict.reader().get("/", through).statusCode()).isEqualTo(200);
    }

    @Test
    void programsOfTheOperatorAreNotCounted() {
        assertThat(strict.reader().get("/api/talks").headers().firstValue("RateLimit"))
                .isEmpty();
    }

    @Test
    void scriptsOfOtherSitesMayReadAndNothingElse() {
        var origin = new String[] {"Origin", "https://elsewhere.example"};
        var read = CATALOGUE.reader().get("/api/talks", origin);
        assertThat(read.statusCode()).isEqualTo(200);
        assertThat(read.headers().firstValue("Access-Control-Allow-Origin")).hasValue("*");
        assertThat(read.headers().firstValue("Access-Control-Allow-Credentials"))
                .isEmpty();
        assertThat(read.headers().firstValue("Access-Control-Expose-Headers").orElse(""))
                .contains("ETag", "Link");
        var written = send(
                "POST", "/api/talks", "{}", "Origin", "https://elsewhere.example", "Content-Type", "application/json");
        assertThat(written.statusCode()).isEqualTo(403);
        assertThat(written.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(CATALOGUE.reader().get("/", origin).headers().firstValue("Access-Control-Allow-Origin"))
                .isEmpty();
    }

    @Test
    void oneChangeIsTakenBack() {
        var token = "Bearer " + CATALOGUE.token();
        var history = JSON.readTree(CATALOGUE.reader().get(TALK + "/history").body());
        var first = history.at("/history/0/position").longValue();
        var none = send("POST", TALK + "/history/" + (first + 100_000) + "/undo", "", "Authorization", token);
        problem(none, 404);
        assertThat(send("POST", TALK + "/history/" + first + "/undo", "").statusCode())
                .isEqualTo(401);
    }

    @Test
    void conditionsOfCommandsAreVersions() {
        var refused = send(
                "POST",
                TALK + "/retitle-talk",
                "{\"title\":\"Other\"}",
                "Authorization",
                "Bearer " + CATALOGUE.token(),
                "Content-Type",
                "application/json",
                "If-Match",
                "\"0123\"");
        assertThat(problem(refused, 422).at("/errors/0/field").stringValue()).isEqualTo("If-Match");
    }
}
