package org.talks.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;

/// The whole application, web server included, asks no other host for anything, and nothing of Axon that would is
/// even there.
class PhonesNobodyTest {

    /// axon-configuration is there, since axon-spring brings it; that nobody uses it is said in HouseTest.
    private static final List<String> CALLERS = List.of(
            "org.axonframework.axonserver.connector.AxonServerConnectionManager",
            "org.axonframework.axonserver.connector.AxonServerConfiguration",
            "org.axonframework.springboot.autoconfig.AxonAutoConfiguration",
            "io.axoniq.axonserver.connector.AxonServerConnectionFactory");

    @TempDir
    Path directory;

    /// Hears of every connection that HTTP clients of this process are about to make.
    private static final class Recording extends ProxySelector {
        private final List<URI> asked = new CopyOnWriteArrayList<>();

        @Override
        public List<Proxy> select(URI uri) {
            asked.add(uri);
            return List.of(Proxy.NO_PROXY);
        }

        @Override
        public void connectFailed(URI uri, SocketAddress address, IOException failure) {
            asked.add(uri);
        }
    }

    @Test
    void theWholeApplicationCallsNoOtherHost() throws Exception {
        var before = ProxySelector.getDefault();
        var recording = new Recording();
        ProxySelector.setDefault(recording);
        try (var context = new SpringApplicationBuilder(CatalogueApplication.class)
                        .run(
                                "--catalogue.data=" + directory,
                                "--server.port=0",
                                "--logging.level.root=WARN",
                                "--spring.main.banner-mode=off");
                var client = HttpClient.newBuilder().proxy(recording).build()) {
            var port = context.getEnvironment().getProperty("local.server.port", Integer.class, 0);
            var home = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/talks?q=falcons"))
                    .build();
            assertThat(client.send(home, HttpResponse.BodyHandlers.ofString()).statusCode())
                    .isEqualTo(200);
            // Our own request shows that the recording hears.
            assertThat(recording.asked)
                    .isNotEmpty()
                    .allSatisfy(uri -> assertThat(uri.getHost()).isEqualTo("127.0.0.1"));
            assertThat(Thread.getAllStackTraces().keySet())
                    .extracting(Thread::getName)
                    .noneMatch(name -> name.matches("(?i).*(axon-?server|update-?check|grpc).*"));
        } finally {
            ProxySelector.setDefault(before);
        }
    }

    @Test
    void nothingThatWouldCallIsOnTheClassPath() {
        assertThat(CALLERS)
                .allSatisfy(name -> assertThat(getClass().getResource("/" + name.replace('.', '/') + ".class"))
                        .isNull());
    }
}
