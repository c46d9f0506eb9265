package org.talks.catalogue.importing.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FetchingTest {

    private static final Fetching.Known NOTHING = new Fetching.Known(null, null, null);
    private static final Fetching.Limits LIMITS =
            new Fetching.Limits(1_000, Duration.ofSeconds(10), Duration.ofSeconds(2));

    @TempDir
    Path directory;

    private HttpServer server;
    private final AtomicInteger asked = new AtomicInteger();

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/schedule.xml", exchange -> {
            asked.incrementAndGet();
            if ("\"v1\"".equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
                answer(exchange, 304, "");
            } else {
                exchange.getResponseHeaders().set("ETag", "\"v1\"");
                answer(exchange, 200, "<schedule/>");
            }
        });
        server.createContext("/untagged", exchange -> answer(exchange, 200, "always the same"));
        server.createContext("/large", exchange -> answer(exchange, 200, "x".repeat(1_001)));
        server.createContext("/missing", exchange -> answer(exchange, 404, "no"));
        server.createContext("/moved", exchange -> redirect(exchange, "/schedule.xml"));
        server.createContext("/inward", exchange -> redirect(exchange, "http://inside.example:" + port() + "/secret"));
        server.createContext("/literal", exchange -> redirect(exchange, "http://127.0.0.1:" + port() + "/secret"));
        server.createContext("/file", exchange -> redirect(exchange, "file:///etc/passwd"));
        server.createContext("/round", exchange -> redirect(exchange, "/round"));
        server.createContext("/secret", exchange -> {
            asked.incrementAndGet();
            answer(exchange, 200, "secret");
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private int port() {
        return server.getAddress().getPort();
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }

    private static void redirect(HttpExchange exchange, String location) throws IOException {
        exchange.getResponseHeaders().set("Location", location);
        answer(exchange, 302, "");
    }

    /// As if outside.example were on the internet. Each name stands for an address of its own, all of them the test's
    /// server, so nothing outside is asked.
    private static InetAddress[] resolve(String host) throws UnknownHostException {
        return switch (host) {
            case "outside.example" -> new InetAddress[] {InetAddress.getByAddress(host, new byte[] {127, 0, 0, 1})};
            case "inside.example" -> new InetAddress[] {InetAddress.getByAddress("inside", new byte[] {127, 0, 0, 1})};
            case "127.0.0.1" -> new InetAddress[] {InetAddress.getByAddress(new byte[] {127, 0, 0, 1})};
            default -> throw new UnknownHostException(host);
        };
    }

    private Fetching fetching() {
        return new Fetching(
                FetchingTest::resolve, address -> address.toString().startsWith("outside.example/"), LIMITS);
    }

    private Fetching.Answer fetch(String path, Fetching.Known known) throws IOException {
        try (var fetching = fetching()) {
            return fetching.fetch(URI.create("http://outside.example:" + port() + path), known, directory);
        }
    }

    @Test
    void whatIsUnchangedIsFetchedOnceByItsTagAndByItsBody() throws IOException {
        var first = fetch("/schedule.xml", NOTHING);
        assertThat(Objects.requireNonNull(first.file())).hasContent("<schedule/>");
        assertThat(first.name()).isEqualTo("schedule.xml");
        var again = fetch("/schedule.xml", new Fetching.Known(first.etag(), first.lastModified(), first.hash()));
        assertThat(again.file()).isNull();
        assertThat(again.hash()).isEqualTo(first.hash());

        var untagged = fetch("/untagged", NOTHING);
        var same = fetch("/untagged", new Fetching.Known(null, null, untagged.hash()));
        assertThat(same.file()).isNull();
    }

    @Test
    void redirectsAreFollowedToWhatIsAllowed() throws IOException {
        assertThat(Objects.requireNonNull(fetch("/moved", NOTHING).file())).hasContent("<schedule/>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/inward", "/literal", "/file", "/round"})
    void redirectsInwardsToFilesOrInCirclesAreRefused(String path) {
        assertThatThrownBy(() -> fetch(path, NOTHING)).isInstanceOf(IOException.class);
        assertThat(asked).hasValue(0);
    }

    @Test
    void whatIsTooLargeOrMissingLeavesNothingBehind() throws IOException {
        assertThatThrownBy(() -> fetch("/large", NOTHING)).hasMessageContaining("larger than");
        assertThatThrownBy(() -> fetch("/missing", NOTHING)).hasMessageContaining("answered 404");
        try (var left = Files.list(directory)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void theAddressThatWasCheckedIsTheOneThatIsConnectedTo() throws IOException {
        // A name that is public when it is first asked for and inside ever after.
        var lookups = new AtomicInteger();
        Fetching.Resolver rebinding =
                host -> lookups.incrementAndGet() == 1 ? resolve("outside.example") : resolve("inside.example");
        try (var fetching =
                new Fetching(rebinding, address -> address.toString().startsWith("outside.example/"), LIMITS)) {
            var uri = URI.create("http://outside.example:" + port() + "/untagged");
            fetching.fetch(uri, NOTHING, directory);
            assertThat(lookups).hasValue(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.255.0.9",
                "0.0.0.0",
                "10.1.2.3",
                "100.64.0.1",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.1",
                "192.168.1.1",
                "198.18.0.1",
                "203.0.113.5",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "fe80::1",
                "fc00::1",
                "fd12::1",
                "ff02::1",
                "::ffff:10.0.0.1",
                "::ffff:127.0.0.1",
                "64:ff9b::a00:1",
                "2002:a00:1::1",
                "2001::1",
                "2001:db8::1"
            })
    void addressesThatAreNotOnThePublicInternetAreRefused(String address) throws UnknownHostException {
        assertThat(new PublicAddresses().test(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.1.1.1", "93.184.216.34", "172.32.0.1", "100.128.0.1", "192.0.66.2", "2606:4700::1111"})
    void publicAddressesAreAllowed(String address) throws UnknownHostException {
        assertThat(new PublicAddresses().test(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ftp://a.example/", "file:///etc/passwd", "https://u:p@a.example/", "a.example", "https:///x"})
    void onlyWholeWebAddressesWithoutCredentialsAreTaken(String url) {
        assertThatThrownBy(() -> Fetching.address(url)).isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:8080/schedule.xml",
                "http://192.168.1.4/",
                "https://[::1]/",
                "https://[fd12::1]:444/x",
                "http://localhost:9200/",
                "http://Printer.LOCALHOST/"
            })
    void anAddressWithinIsRefusedWithoutAskingAnybody(String url) throws IOException {
        try (var fetching = new Fetching(FetchingTest::nobody, new PublicAddresses(), LIMITS)) {
            assertThatThrownBy(() -> fetching.allowedAddress(url)).hasMessageContaining("not on the public internet");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://93.184.216.34/", "https://[2606:4700::1111]/x", "https://not-looked-up.example/"})
    void anAddressOutsideOrAnyOtherNameIsTaken(String url) throws IOException {
        try (var fetching = new Fetching(FetchingTest::nobody, new PublicAddresses(), LIMITS)) {
            assertThat(fetching.allowedAddress(url)).hasToString(url);
        }
    }

    @Test
    void aNameThatNobodyHasIsSaidSo() throws IOException {
        try (var fetching = new Fetching(FetchingTest::nobody, new PublicAddresses(), LIMITS)) {
            assertThatThrownBy(() -> fetching.fetch(URI.create("https://talks.invalid/"), NOTHING, directory))
                    .hasMessageStartingWith("There is no talks.invalid on the internet");
        }
    }

    private static InetAddress[] nobody(String host) throws UnknownHostException {
        throw new UnknownHostException(host + " must not be looked up");
    }
}
