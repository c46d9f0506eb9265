package org.talks.catalogue.importing.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import org.talks.catalogue.command.Refused;
import org.talks.catalogue.importing.ImportMappings;
import org.talks.catalogue.importing.ImportReport;
import org.talks.catalogue.importing.Imports;
import org.talks.catalogue.importing.format.SourceFile;
import org.talks.catalogue.importing.format.SourceFiles;
import org.talks.catalogue.importing.format.UnreadableSourceException;

/// Puts uploads on disk until their import has read them. Safe for use by any number of threads.
@Component
final class Spool {

    private static final int NAME_CHARACTERS_MAX = 200;

    private final Imports imports;
    private final ImportMappings mappings;

    Spool(Imports imports, ImportMappings mappings) {
        this.imports = imports;
        this.mappings = mappings;
    }

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
                mappings.confirm(open(name, path), options.format(), mapping);
                return imports.start(open(name, path), options, actor, () -> delete(path));
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

    private static SourceFile open(String name, Path path) {
        try {
            return SourceFiles.of(name, path);
        } catch (UnreadableSourceException | IOException e) {
            throw new Refused.Invalid("file", String.valueOf(e.getMessage()));
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
}
