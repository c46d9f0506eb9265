package org.talks.catalogue.kill;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/// Conferences of pyvideo's form that no catalogue has.
final class Sources {

    private static final int TALKS_PER_CONFERENCE = 100;

    private Sources() {}

    /// @param directory where a directory of a new name is made
    static Path write(Path directory, int talks) throws IOException {
        var name = UUID.randomUUID().toString();
        var source = directory.resolve(name);
        for (int i = 0; i < talks; i++) {
            var number = i / TALKS_PER_CONFERENCE;
            var conference = source.resolve("pycon-" + name + "-" + number);
            var videos = Files.createDirectories(conference.resolve("videos"));
            if (i % TALKS_PER_CONFERENCE == 0) {
                Files.writeString(
                        conference.resolve("category.json"), "{\"title\": \"PyCon %s %d\"}".formatted(name, number));
            }
            Files.writeString(videos.resolve("talk-" + i + ".json"), """
                    {"title": "Talk %d of %s", "description": "About number %d.", "language": "eng",
                     "speakers": ["Speaker %d"], "recorded": "%d-05-01", "videos": []}
                    """.formatted(i, name, i, i % 37, 2000 + number));
        }
        return source;
    }
}
