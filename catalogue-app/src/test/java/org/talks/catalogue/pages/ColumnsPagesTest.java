package org.talks.catalogue.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A table is uploaded, explained once and then read, the next one without asking.
class ColumnsPagesTest {

    private static final Pattern SELECTED =
            Pattern.compile("<select id=\"(column-\\d+|dates)\" name=\"([^\"]+)\".*?</select>", Pattern.DOTALL);
    private static final Pattern OPTION = Pattern.compile("<option value=\"([^\"]*)\" selected");

    @TempDir
    static Path data;

    private static WebCatalogue catalogue;
    private static WebCatalogue.Browser admin;

    @BeforeAll
    static void start() {
        catalogue = WebCatalogue.start(data);
        admin = catalogue.administrator();
    }

    @AfterAll
    static void stop() {
        catalogue.close();
    }

    private static String upload(String name, String content) {
        var answer =
                admin.upload("/imports", Map.of("_csrf", admin.csrf("/imports"), "preview", "true"), name, content);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        return WebCatalogue.location(answer);
    }

    private static String report(String path) {
        var page = admin.get(path).body();
        for (int i = 0; i < 500 && page.contains("id=\"phase\""); i++) {
            page = admin.get(path).body();
        }
        return page;
    }

    private static Map<String, String> proposed(String page) {
        var fields = new LinkedHashMap<String, String>();
        var selects = SELECTED.matcher(page);
        while (selects.find()) {
            var option = OPTION.matcher(selects.group());
            fields.put(selects.group(2), option.find() ? option.group(1) : "");
        }
        return fields;
    }

    private static HttpResponse<String> explain(String path, Map<String, String> fields) {
        return admin.submit("/imports", path + "/columns", fields);
    }

    @Test
    void aTableIsExplainedOnceAndThenReadWithoutAsking() {
        var path = upload(
                "mapcon-2024.csv",
                "Talk title,Who,E-mail,When\nDrawing coasts,Mina Okafor,m@maps.example,x\n"
                        .replace("Talk title", "Title"));
        assertThat(report(path)).contains("is a table. Say what its columns mean, and it is read.", path + "/columns");
        var asked = admin.get(path + "/columns").body();
        assertThat(asked)
                .contains("Drawing coasts", "Mina Okafor", "sounds private")
                .doesNotContain("m@maps.example");
        var fields = proposed(asked);
        assertThat(fields).containsEntry("column.0", "title").containsEntry("column.1", "");
        fields.put("column.1", "speakers");

        var explained = explain(path, fields);
        assertThat(explained.statusCode()).as(explained.body()).isEqualTo(303);
        var preview = report(WebCatalogue.location(explained));
        assertThat(preview).contains("<dd>1</dd><dt>new</dt>", "/apply");

        var next = upload("mapcon-2025.csv", "Who,Title,When,E-mail\nLars Holm,Lakes,,\nMina Okafor,Rivers,,\n");
        assertThat(report(next)).contains("<dd>2</dd><dt>new</dt>", "/apply");
    }

    @Test
    void whatCannotBeIsRefusedAndKept() {
        var path = upload("odd.csv", "title,first,second\nDrawing coasts,a,b\n");
        report(path);
        var noTitle = explain(path, Map.of("column.0", "", "column.1", "speakers", "column.2", ""));
        assertThat(noTitle.statusCode()).isEqualTo(422);
        assertThat(noTitle.body()).contains("Say which column is the title");
        var twice = explain(path, Map.of("column.0", "title", "column.1", "room", "column.2", "room"));
        assertThat(twice.statusCode()).isEqualTo(422);
        assertThat(twice.body()).contains("Only one column can be");
        assertThat(proposed(twice.body())).containsEntry("column.1", "room").containsEntry("column.2", "room");
    }

    @Test
    void nobodyElseMaySeeOrSayWhatColumnsMean() {
        var path = upload("private.csv", "title,speaker,Z\nDrawing coasts,Mina,z\n");
        assertThat(catalogue.reader().get(path + "/columns").statusCode()).isIn(302, 303, 401, 403);
    }
}
