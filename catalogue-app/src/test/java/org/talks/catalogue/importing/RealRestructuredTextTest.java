package org.talks.catalogue.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.talks.catalogue.importing.format.DraftCollector;
import org.talks.catalogue.importing.format.Fixtures;
import org.talks.catalogue.importing.format.ImportFormat;
import org.talks.catalogue.importing.format.SourceFiles;
import org.talks.catalogue.importing.format.TalkDraft;
import org.talks.catalogue.text.Texts;
import org.talks.events.RichText;

/// How much of the reStructuredText that people really write becomes Markdown without a rest: of all texts of
/// pyvideo/data that have marks of it.
class RealRestructuredTextTest {

    /// What only reStructuredText has; a line of dashes below a blank line is a rule in Markdown, too.
    private static final Pattern MARKS = Pattern.compile(
            "(?m)``|`_(?!\\w)|`__|^\\s*\\.\\. |::\\s*$"
                    + "|(?<=[^\\n]\\n)[=\\-~^\"']{4,}\\s*$|:[a-z]+:`|`[^`]+ <https?:|^\\|.*\\|$|\\|[A-Za-z]+\\|_?|\\[[0-9#]+\\]_");

    private static final Pattern CODE = Pattern.compile("```.*?```|`[^`\n]*`(?!_)", Pattern.DOTALL);

    @Test
    void ninetyNineOfAHundredTextsConvertWithoutARest() throws Exception {
        var file = SourceFiles.of(Fixtures.shared("pyvideo/pyvideo-data.tar.gz"));
        ImportFormat pyvideo = Formats.all(new Formats.Confirmed()).stream()
                .filter(format -> format.id().equals("pyvideo"))
                .findFirst()
                .orElseThrow();
        int marked = 0;
        List<String> rest = new ArrayList<>();
        for (TalkDraft talk : DraftCollector.read(pyvideo, file).talks) {
            RichText summary = talk.summary();
            if (summary.format().equals(RichText.RST)
                    && MARKS.matcher(summary.text()).find()) {
                marked++;
                var left = MARKS.matcher(CODE.matcher(Texts.markdown(summary)).replaceAll(""));
                if (left.find()) {
                    rest.add(talk.key() + ": " + left.group());
                }
            }
        }
        System.out.println(marked + " texts have marks of reStructuredText, " + rest.size() + " keep some: " + rest);
        assertThat(marked).isGreaterThan(1_200);
        assertThat(rest).hasSizeLessThan(marked / 100);
    }
}
