package org.talks.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.ImportOrderer;
import com.palantir.javaformat.java.JavaFormatterOptions;
import com.palantir.javaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The formatter gate for the whole repository. It is a test and not a plugin because the formatter needs the
/// compiler of the JDK that the sources are written for, while `mvn` may run on an older one.
///
/// `mvn -q -pl events-schema test -Dtest=FormattingTest -Dformat=apply` formats everything.
class FormattingTest {

    private static final Path ROOT = Path.of(System.getProperty("repository.root", ".."));
    private static final boolean APPLY = "apply".equals(System.getProperty("format"));

    private final Formatter formatter = Formatter.createFormatter(JavaFormatterOptions.builder()
            .style(JavaFormatterOptions.Style.PALANTIR)
            .build());

    @Test
    void everySourceFileIsFormatted() throws IOException, FormatterException {
        var unformatted = new ArrayList<Path>();
        for (var file : sources()) {
            var source = Files.readString(file);
            if (source.lines().anyMatch(l -> l.strip().startsWith("///") && l.length() > 118)) {
                // The formatter breaks such a line into code; wrap it by hand.
                unformatted.add(ROOT.relativize(file));
                continue;
            }
            var formatted = formatter.formatSource(ImportOrderer.reorderImports(
                    RemoveUnusedImports.removeUnusedImports(source), JavaFormatterOptions.Style.PALANTIR));
            if (!formatted.equals(source)) {
                if (APPLY) {
                    Files.writeString(file, formatted);
                } else {
                    unformatted.add(ROOT.relativize(file));
                }
            }
        }
        assertThat(unformatted)
                .as(
                        "wrap /// comments at 118 columns and run: mvn -q -pl events-schema test -Dtest=FormattingTest -Dformat=apply")
                .isEmpty();
    }

    private static List<Path> sources() throws IOException {
        try (var files = Files.walk(ROOT)) {
            return files.filter(f -> f.toString().endsWith(".java"))
                    .filter(f -> !f.toString().contains("/target/"))
                    .sorted()
                    .toList();
        }
    }
}
