package org.talks.catalogue.eventstore;

import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/// The stored form of metadata: UTF-8 JSON without nulls.
final class MetadataJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private static final ObjectReader READER = MAPPER.readerFor(EventMetadata.class);
    private static final ObjectWriter WRITER = MAPPER.writerFor(EventMetadata.class);

    private MetadataJson() {}

    static byte[] write(EventMetadata metadata) {
        return WRITER.writeValueAsBytes(metadata);
    }

    static EventMetadata read(byte[] json) {
        return READER.readValue(json);
    }
}
