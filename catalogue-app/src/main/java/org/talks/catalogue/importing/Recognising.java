package org.talks.catalogue.importing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.talks.catalogue.command.Refused;
import org.talks.catalogue.importing.format.ImportFormat;
import org.talks.catalogue.importing.format.Recognition.Certainty;
import org.talks.catalogue.importing.format.SourceFile;
import org.talks.catalogue.importing.format.UnreadableSourceException;

/// Finds the format of a source, by structure or by what a person said.
@Component
final class Recognising {

    /// @param why in a sentence
    record Chosen(ImportFormat format, String why) {}

    private final List<ImportFormat> formats;

    Recognising(List<ImportFormat> formats) {
        this.formats = List.copyOf(formats);
    }

    List<ImportFormat> formats() {
        return formats;
    }

    /// @throws Refused.Invalid when there is no such format
    void requireKnown(@Nullable String format) {
        if (format != null && formats.stream().noneMatch(f -> f.id().equals(format))) {
            throw new Refused.Invalid(
                    "format",
                    "There is no format " + format + ". There are: "
                            + formats.stream().map(ImportFormat::id).collect(Collectors.joining(", ")) + ".");
        }
    }

    Chosen choose(SourceFile source, @Nullable String wanted) throws IOException, UnreadableSourceException {
        if (wanted != null) {
            return formats.stream()
                    .filter(f -> f.id().equals(wanted))
                    .findFirst()
                    .map(f -> new Chosen(f, "The format was chosen by hand."))
                    .orElseThrow();
        }
        var possible = new ArrayList<Chosen>();
        for (var format : formats) {
            var recognition = format.recognise(source);
            if (recognition.certainty() == Certainty.CERTAIN) {
                return new Chosen(format, recognition.why());
            }
            if (recognition.certainty() == Certainty.POSSIBLE) {
                possible.add(new Chosen(format, recognition.why()));
            }
        }
        if (possible.size() == 1) {
            return possible.getFirst();
        }
        throw new UnreadableSourceException(
                possible.isEmpty()
                        ? UnreadableSourceException.NOTHING_FITS + source.name() + ". Known are: "
                                + formats.stream().map(ImportFormat::title).collect(Collectors.joining(", "))
                                + ". If it is one of them, name it."
                        : source.name() + " could be of several formats: "
                                + possible.stream().map(c -> c.format().title()).collect(Collectors.joining(", "))
                                + ". Name the right one.");
    }
}
