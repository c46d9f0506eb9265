package org.talks.catalogue.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.talks.catalogue.CatalogueFixture;
import org.talks.catalogue.command.Refused;
import org.talks.catalogue.data.DataDirectory;
import org.talks.catalogue.data.StateDatabase;
import org.talks.catalogue.importing.ImportReport.State;
import org.talks.catalogue.importing.remote.Fetching;

/// Sources against a server on this machine, which stands for the internet.
class UrlSourcesTest {

    private static final String SCHEDULE = """
            <schedule><conference><acronym>tiny</acronym><title>TinyConf</title><start>2019-05-04</start>
            <end>2019-05-04</end><time_zone_name>Europe/Berlin</time_zone_name></conference>
            <day index="1" date="2019-05-04"><room name="Hall"><event id="1" guid="g1"><start>10:00</start>
            <duration>00:30</duration><title>%s</title><persons/></event></room></day></schedule>""";

    @TempDir
    Path data;

    private CatalogueFixture catalogue;
    private HttpServer server;
    private UrlSources sources;
    private final AtomicReference<String> body = new AtomicReference<>(SCHEDULE.formatted("Ants"));
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-01T00:00:00Z"));

    @BeforeEach
    void open() throws IOException {
        catalogue = CatalogueFixture.open(data);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/schedule.xml", exchange -> {
            asked.incrementAndGet();
            var bytes = body.get().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        var clock = new Clock() {
            @Override
            public ZoneOffset getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now.get();
            }
        };
        sources = new UrlSources(
                catalogue.get(StateDatabase.class),
                catalogue.imports(),
                catalogue.get(DataDirectory.class),
                clock,
                new Fetching(
                        host -> new InetAddress[] {InetAddress.getLoopbackAddress()},
                        address -> true,
                        new Fetching.Limits(1 << 20, Duration.ofSeconds(20), Duration.ofSeconds(10))));
    }

    @AfterEach
    void close() {
        sources.destroy();
        server.stop(0);
        catalogue.close();
    }

    private UrlSource add(int everyMinutes, boolean apply) {
        var url = "http://talks.example:" + server.getAddress().getPort() + "/schedule.xml";
        return sources.add(url, null, null, everyMinutes, apply, CatalogueFixture.ACTOR);
    }

    private ImportReport ended(UrlSource source) {
        var id = Objects.requireNonNull(source.importId());
        var deadline = System.nanoTime() + 60_000_000_000L;
        while (catalogue.imports().find(id).orElseThrow().running()) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            Thread.onSpinWait();
        }
        catalogue.caughtUp();
        return catalogue.imports().find(id).orElseThrow();
    }

    @Test
    void whatChangedIsImportedAndWhatDidNotIsNotReadAgain() {
        var source = add(0, true);
        var first = sources.check(source.id());
        assertThat(ended(first).counts().talksAdded()).isEqualTo(1);
        assertThat(ended(first).origin().source()).isEqualTo(source.id());
        var again = sources.check(source.id());
        assertThat(again.outcome()).isEqualTo("Unchanged.");
        assertThat(again.importId()).isEqualTo(first.importId());
        body.set(SCHEDULE.formatted("Bees"));
        assertThat(ended(sources.check(source.id())).counts().talksChanged()).isEqualTo(1);
        assertThat(catalogue.titles("bees")).containsExactly("Bees");
    }

    @Test
    void whatIsNotAppliedAtOnceWaitsForAPerson() {
        var report = ended(sources.check(add(0, false).id()));
        assertThat(report.state()).isEqualTo(State.PLANNED);
        assertThat(catalogue.log().head()).isZero();
    }

    @Test
    void onlyThoseWhoseTimeHasComeAreFetched() {
        add(60, true);
        sources.checkDue();
        sources.checkDue();
        assertThat(asked).hasValue(1);
        now.set(now.get().plus(Duration.ofMinutes(60)));
        sources.checkDue();
        assertThat(asked).hasValue(2);
    }

    @Test
    void aServerThatIsAwayIsToldAndAskedAgain() {
        var source = add(60, true);
        body.set("");
        server.removeContext("/schedule.xml");
        assertThat(sources.check(source.id()).outcome()).startsWith("Not fetched: talks.example answered 404");
        assertThat(catalogue.log().head()).isZero();
    }

    @Test
    void theCatalogueItselfFetchesNothingFromItsOwnMachine() {
        var own = catalogue.get(UrlSources.class);
        var here = "http://127.0.0.1:" + server.getAddress().getPort() + "/schedule.xml";
        assertThatThrownBy(() -> own.add(here, null, null, 0, true, CatalogueFixture.ACTOR))
                .isInstanceOf(Refused.Invalid.class)
                .hasMessageContaining("not on the public internet");
        // Nor if it stands there already.
        catalogue
                .get(StateDatabase.class)
                .jdbc()
                .sql(
                        "insert into import_source (id, url, every_minutes, apply, added, added_by) values (?,?,0,1,0,'x')")
                .param("01583a00-0001-7e38-9e84-e04fa187e35f")
                .param(here)
                .update();
        assertThat(own.check("01583a00-0001-7e38-9e84-e04fa187e35f").outcome()).contains("not on the public internet");
        assertThat(asked).hasValue(0);
    }

    @Test
    void whatIsNoAddressOrTooOftenIsRefusedAndTheSameIsKeptOnce() {
        assertThatThrownBy(() -> sources.add("file:///etc/passwd", null, null, 0, false, "a"))
                .isInstanceOf(Refused.Invalid.class);
        assertThatThrownBy(() -> add(1, false)).isInstanceOf(Refused.Invalid.class);
        add(0, false);
        assertThatThrownBy(() -> add(0, false)).isInstanceOf(Refused.NotNow.class);
    }

    @Test
    void whatWasBeingReadWhenTheCatalogueStoppedIsFetchedAgain() {
        var source = sources.check(add(0, false).id());
        var cutOff = ImportRun.of(ended(source));
        cutOff.state = State.INTERRUPTED;
        catalogue.get(ImportReports.class).save(cutOff.report());
        var again = sources.check(source.id());
        assertThat(again.importId()).isNotEqualTo(source.importId());
        assertThat(ended(again).counts().talksAdded()).isEqualTo(1);
    }
}
