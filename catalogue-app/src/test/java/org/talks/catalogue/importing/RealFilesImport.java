package org.talks.catalogue.importing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.talks.catalogue.CatalogueFixture;
import org.talks.catalogue.conference.ConferenceCommand.RegisterConference;
import org.talks.catalogue.conference.ConferenceId;
import org.talks.catalogue.importing.ImportReport.State;
import org.talks.catalogue.importing.Imports.Gone;
import org.talks.catalogue.importing.Imports.Options;
import org.talks.catalogue.importing.RealFilesTable.Expected;
import org.talks.catalogue.importing.format.SourceFiles;
import org.talks.catalogue.importing.format.UnreadableSourceException;
import org.talks.catalogue.importing.table.Tables;
import org.talks.catalogue.talk.TalkCommand.AddTalk;
import org.talks.catalogue.talk.TalkId;
import org.talks.events.ConferenceDetails;
import org.talks.events.TalkDetails;

/// Imports every real file the whole way, each into a catalogue of its own: plan, apply, report, and all of it a
/// second time. Prints what came of each as a table in Markdown, beside an independent count of the file
/// (`EXPECTED.tsv`).
///
/// `java … org.talks.catalogue.importing.RealFilesImport DIRECTORY`
public final class RealFilesImport {

    private RealFilesImport() {}

    /// What came of a file.
    ///
    /// @param events recorded the first time
    /// @param again events recorded the second time, which should be none
    /// @param error why it could not be imported; empty when it was
    record Row(
            String file,
            String format,
            long conferences,
            long talks,
            long speakers,
            long rejected,
            long leftOut,
            long transcripts,
            long events,
            long again,
            long millis,
            String error) {

        String line(Expected expected) {
            var differs = RealDifferences.of(file);
            return "| " + file + " | " + (error.isEmpty() ? format : "–") + " | " + conferences + " | " + talks + " | "
                    + speakers + " | " + rejected + " | " + leftOut + " | " + events + " | " + again + " | " + millis
                    + " | " + expected.conferences() + " / " + expected.talks() + " / " + expected.speakers() + " | "
                    + (differs == null ? note(expected) : differs.reason()) + " |";
        }

        private String note(Expected expected) {
            if (!error.isEmpty()) {
                return "The words of a transcript without times; the same words lie beside it as VTT and SRT.";
            }
            if (transcripts > 0) {
                return "A transcript, attached to one talk.";
            }
            if (expected.talks() == 0 && expected.speakers() > 0) {
                return "A list of people without talks, for whom nothing stands in a catalogue of talks.";
            }
            return speakers == expected.speakers() ? "" : whySpeakersDiffer(expected);
        }

        private static String whySpeakersDiffer(Expected expected) {
            return expected.format().equals("ics") ? "Speakers come out of titles, where the count does not look." : "";
        }
    }

    static final String HEADER = """
            | file | read as | conferences | talks | speakers | rejected | left out | events | events the second time | ms \
            | counted independently (conferences / talks / speakers) | why it differs |
            |---|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---|""";

    public static void main(String[] arguments) throws Exception {
        Path data = Path.of(arguments[0]);
        System.out.println(HEADER);
        int repeated = 0;
        for (Expected expected : RealFilesTable.expected(data).values()) {
            Row row = take(data, expected.file());
            System.out.println(row.line(expected));
            if (row.again() != 0) {
                repeated++;
            }
        }
        if (repeated > 0) {
            System.err.println(repeated + " files recorded something the second time.");
            System.exit(1);
        }
    }

    /// Imports one file twice into a new catalogue.
    static Row take(Path data, String path) throws Exception {
        Path root = Files.createTempDirectory("real-file");
        try (var catalogue = CatalogueFixture.open(root)) {
            var file = data.resolve(path);
            var talk = isTranscript(path) ? recordedTalk(catalogue) : null;
            long head = catalogue.caughtUp().log().head();
            long start = System.nanoTime();
            ImportReport first = imported(catalogue, file, talk);
            catalogue.caughtUp();
            long millis = (System.nanoTime() - start) / 1_000_000;
            long recorded = catalogue.log().head() - head;
            imported(catalogue, file, talk);
            var counts = first.counts();
            return new Row(
                    path,
                    String.valueOf(first.format()),
                    counts.conferencesAdded(),
                    counts.talksAdded(),
                    counts.speakersAdded(),
                    counts.rejected(),
                    counts.ignored(),
                    talk == null ? 0 : counts.talksChanged(),
                    recorded,
                    catalogue.log().head() - head - recorded,
                    millis,
                    first.state() == State.DONE ? "" : String.valueOf(first.error()));
        } finally {
            delete(root);
        }
    }

    private static boolean isTranscript(String path) {
        return path.startsWith("transcripts/");
    }

    /// As the command line does, with the columns of tables taken to mean what is proposed.
    private static ImportReport imported(CatalogueFixture catalogue, Path file, @Nullable String talk)
            throws IOException, UnreadableSourceException {
        var imports = catalogue.imports();
        var planned = imports.run(SourceFiles.of(file), new Options(null, null, true, talk), CatalogueFixture.ACTOR);
        if (planned.state() == State.FAILED && Tables.needMapping(String.valueOf(planned.format()))) {
            catalogue.get(ImportMappings.class).confirm(SourceFiles.of(file), planned.format(), "proposed");
            planned = imports.run(SourceFiles.of(file), new Options(null, null, true, talk), CatalogueFixture.ACTOR);
        }
        if (planned.state() != State.PLANNED) {
            return planned;
        }
        var report = imports.apply(planned.id(), Gone.UNLESS_MANY, CatalogueFixture.ACTOR);
        while (report.running()) {
            Thread.onSpinWait();
            report = imports.find(planned.id()).orElseThrow();
        }
        return report;
    }

    private static String recordedTalk(CatalogueFixture catalogue) {
        var conference = new ConferenceId("0190f1de-0000-7000-8000-00000000000c");
        var talk = new TalkId("0190f1de-0000-7000-8000-00000000000d");
        catalogue.send(new RegisterConference(conference, ConferenceDetails.named("Recorded"), null));
        catalogue.send(new AddTalk(talk, TalkDetails.titled(conference.value(), "Recorded"), null));
        return talk.value();
    }

    private static void delete(Path root) throws IOException {
        List<Path> files = new ArrayList<>();
        try (var all = Files.walk(root)) {
            all.sorted(Comparator.reverseOrder()).forEach(files::add);
        }
        for (Path file : files) {
            Files.deleteIfExists(file);
        }
    }
}
