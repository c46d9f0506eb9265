package org.talks.catalogue.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the search page weighs over the wire, with as many results and facets as it ever shows.
class LightPagesTest {

    /// Of the issue.
    private static final int SEARCH_MAX = 30_000;

    @TempDir
    static Path data;

    private static WebCatalogue catalogue;

    @BeforeAll
    static void start() throws InterruptedException {
        catalogue = WebCatalogue.start(data, "--catalogue.starter=true");
        catalogue.catchUp();
    }

    @AfterAll
    static void stop() {
        catalogue.close();
    }

    @Test
    void theSearchPageIsLight() throws Exception {
        for (var path : new String[] {"/?q=python", "/?q=data+team", "/?year=2016"}) {
            var page = catalogue.reader().raw(path, "Accept-Encoding", "gzip");
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.headers().firstValue("Content-Encoding")).hasValue("gzip");
            assertThat(page.body()).as(path).hasSizeLessThan(SEARCH_MAX);
            assertThat(unpacked(page.body())).as(path).contains("<li class=\"hit\">");
        }
    }

    private static String unpacked(byte[] body) throws IOException {
        try (var in = new GZIPInputStream(new ByteArrayInputStream(body))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
