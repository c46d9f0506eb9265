package org.talks.catalogue.importing.bundle;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.talks.catalogue.importing.format.DraftSink;
import org.talks.catalogue.importing.format.ImportFormat;
import org.talks.catalogue.importing.format.Probing;
import org.talks.catalogue.importing.format.Recognition;
import org.talks.catalogue.importing.format.Recognition.Certainty;
import org.talks.catalogue.importing.format.Rejection;
import org.talks.catalogue.importing.format.SourceFile;
import org.talks.catalogue.importing.format.SourceFiles;
import org.talks.catalogue.importing.format.Texts;
import org.talks.catalogue.importing.format.UnreadableSourceException;

/// Several files at once, each read by the format that recognises it. One that cannot be read is rejected, one
/// that nobody recognises is left out; neither stops the others. A file within that is itself a tree is not
/// opened.
@Component
final class BundleFormat implements ImportFormat {

    private static final int MAX_PROBES = 25;

    private final ObjectProvider<ImportFormat> formats;

    /// @param formats all of them, this one too
    BundleFormat(ObjectProvider<ImportFormat> formats) {
        this.formats = formats;
    }

    @Override
    public String id() {
        return "bundle";
    }

    @Override
    public String title() {
        return "Several files in an archive or a directory";
    }

    @Override
    public Recognition recognise(SourceFile file) throws IOException {
        var first = new AtomicReference<@Nullable String>();
        return Probing.finds(file, MAX_PROBES, path -> !isOther(path), (path, content) -> {
                    var within = SourceFiles.of(path, content);
                    var format = within.isTree() ? null : formatOf(within);
                    first.set(format == null ? null : format.title());
                    return format != null;
                })
                ? Recognition.possible("It holds files of several kinds; the first is one of " + first.get() + ".")
                : Recognition.NO;
    }

    @Override
    public void read(SourceFile file, DraftSink sink) throws IOException, UnreadableSourceException {
        if (!file.isTree()) {
            throw new UnreadableSourceException(file.name() + " is a single file, not a directory or an archive.");
        }
        Reader reader = new Reader(sink);
        file.walk(reader);
        if (reader.files == 0) {
            throw new UnreadableSourceException(file.name() + " holds no file of a known format.");
        }
    }

    /// The format that is certain of a file, else the only one that thinks it possible.
    private @Nullable ImportFormat formatOf(SourceFile file) throws IOException {
        ImportFormat possible = null;
        boolean several = false;
        for (ImportFormat format : known()) {
            Certainty certainty = format.recognise(file).certainty();
            if (certainty == Certainty.CERTAIN) {
                return format;
            }
            if (certainty == Certainty.POSSIBLE) {
                several = possible != null;
                possible = format;
            }
        }
        return several ? null : possible;
    }

    private List<ImportFormat> known() {
        return formats.stream().filter(format -> format != this).toList();
    }

    /// Data about data: packages of programs, and what hides.
    private static boolean isOther(String path) {
        String file = path.substring(path.lastIndexOf('/') + 1);
        return file.startsWith(".") || file.equals("package.json") || file.equals("package-lock.json");
    }

    private final class Reader implements SourceFile.TreeVisitor {

        private final DraftSink sink;
        private int files;

        Reader(DraftSink sink) {
            this.sink = sink;
        }

        @Override
        public boolean wants(String path) {
            return !isOther(path);
        }

        @Override
        public void file(String path, byte[] content) throws IOException {
            try {
                SourceFile file = SourceFiles.of(path, content);
                ImportFormat format = file.isTree() ? null : formatOf(file);
                if (format == null) {
                    sink.ignored(path, file.isTree() ? "An archive within." : "No known format fits it.");
                    return;
                }
                files++;
                format.read(file, sink);
            } catch (UnreadableSourceException unreadable) {
                sink.rejected(new Rejection(
                        path, "", Texts.line(unreadable.getMessage()), "Correct the file, or import it by itself."));
            }
        }

        @Override
        public void skipped(String path, String reason) {
            sink.rejected(new Rejection(path, "", reason, "Import it by itself."));
        }
    }
}
