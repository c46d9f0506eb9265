package org.talks.catalogue.importing.format;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// Reads YAML from outside into the same trees as [Json]. Aliases stay names, so that they cannot multiply.
public final class Yaml {

    private static final ObjectReader READER = YAMLMapper.builder(YAMLFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(40)
                            .maxStringLength(1 << 20)
                            .maxTokenCount(1_000_000)
                            .build())
                    .build())
            .build()
            .reader();

    private Yaml() {}

    /// @param place what to call it in the message
    public static JsonNode read(String place, byte[] content) throws UnreadableSourceException {
        try {
            return READER.readTree(content);
        } catch (JacksonException malformed) {
            throw new UnreadableSourceException(
                    place + " is not valid YAML: " + Texts.shorten(Texts.line(malformed.getOriginalMessage()), 200),
                    malformed);
        }
    }
}
