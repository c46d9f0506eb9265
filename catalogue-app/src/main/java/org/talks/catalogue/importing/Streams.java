package org.talks.catalogue.importing;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;

/// Ids of things and the streams that bear them.
final class Streams {

    private static final TimeBasedEpochGenerator IDS = Generators.timeBasedEpochGenerator();

    private Streams() {}

    static String newId() {
        return IDS.generate().toString();
    }

    /// Of `talk:0198…` what follows the colon.
    static String id(String stream) {
        return stream.substring(stream.indexOf(':') + 1);
    }
}
