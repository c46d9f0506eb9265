package org.talks.catalogue.importing.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import org.talks.catalogue.command.Refused;
import org.talks.catalogue.importing.ImportMappings;
import org.talks.catalogue.importing.ImportReport;
import org.talks.catalogue.importing.Imports;
import org.talks.catalogue.importing.format.SourceFile;
import org.talks.catalogue.importing.format.SourceFiles;
import org.talks.catalogue.importing.format.UnreadableSourceException;

/// Puts uploads on disk for as long as their import needs them. The file of a preview is kept until it is
/// applied, until newer previews push it out, or until the catalogue stops. Safe for use by any number of
/// threads.
@Component
final class Spool implements DisposableBean {

    /// Previews whose file is kept; each may be as large as an upload.
    private static final int PREVIEWS_KEPT = 5;

    private static final int NAME_CHARACTERS_MAX = 200;

    private final Imports imports;
    private final ImportMappings mappings;
    private final SequencedMap<String, Kept> previews = new LinkedHashMap<>();

    Spool(Imports imports, ImportMappings mappings) {
        this.imports = imports;
        this.mappings = mappings;
    }

    private record Kept(String name, Path path, Imports.Options options) {}

    /// @throws Refused when there is no file, it cannot be read, or too many imports wait
    ///
    /// @param mapping what the columns of a table mean, null when that was said before
    ImportReport start(@Nullable MultipartFile file, Imports.Options options, @Nullable String mapping, String actor) {
        if (file == null || file.isEmpty()) {
            throw new Refused.Invalid("file", "Choose a file that is not empty.");
        }
        var name = name(file.getOriginalFilename());
        try {
            var path = Files.createTempFile("import", null);
            try {
                file.transferTo(path);
                mappings.confirm(SourceFiles.of(name, path), options.format(), mapping);
                return start(new Kept(name, path, options), actor);
            } catch (Refused | IOException | UnreadableSourceException e) {
                delete(path);
                throw e;
            }
        } catch (UnreadableSourceException e) {
            throw new Refused.Invalid("file", String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException("The upload cannot be kept: " + e.getMessage(), e);
        }
    }

    /// Carries out what a preview showed; empty when its file is gone.
    Optional<ImportReport> apply(String previewId, String actor) {
        var kept = take(previewId);
        return kept == null
                ? Optional.empty()
                : Optional.of(start(
                        new Kept(
                                kept.name(),
                                kept.path(),
                                new Imports.Options(
                                        kept.options().format(),
                                        kept.options().zone(),
                                        false,
                                        kept.options().talk())),
                        actor));
    }

    boolean holds(String previewId) {
        synchronized (previews) {
            return previews.containsKey(previewId);
        }
    }

    private ImportReport start(Kept upload, String actor) {
        var source = open(upload);
        if (!upload.options().dryRun()) {
            return imports.start(source, upload.options(), actor, () -> delete(upload.path()));
        }
        var report = imports.start(source, upload.options(), actor, () -> {});
        keep(report.id(), upload);
        return report;
    }

    private static SourceFile open(Kept upload) {
        try {
            return SourceFiles.of(upload.name(), upload.path());
        } catch (UnreadableSourceException | IOException e) {
            throw new Refused.Invalid("file", String.valueOf(e.getMessage()));
        }
    }

    private void keep(String id, Kept upload) {
        var old = new ArrayList<Kept>();
        synchronized (previews) {
            previews.put(id, upload);
            while (previews.size() > PREVIEWS_KEPT) {
                old.add(previews.pollFirstEntry().getValue());
            }
        }
        old.forEach(kept -> delete(kept.path()));
    }

    private @Nullable Kept take(String id) {
        synchronized (previews) {
            return previews.remove(id);
        }
    }

    private static String name(@Nullable String given) {
        if (given == null || given.isBlank()) {
            return "upload";
        }
        // Browsers of old send a path.
        var name = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        return name.length() > NAME_CHARACTERS_MAX ? name.substring(0, NAME_CHARACTERS_MAX) : name;
    }

    private static void delete(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            // Left to the system, which empties its temporary directory.
            path.toFile().deleteOnExit();
        }
    }

    @Override
    public void destroy() {
        List<Kept> left;
        synchronized (previews) {
            left = List.copyOf(previews.values());
            previews.clear();
        }
        left.forEach(kept -> delete(kept.path()));
    }
}
