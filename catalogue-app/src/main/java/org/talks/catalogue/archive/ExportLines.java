package org.talks.catalogue.archive;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.talks.catalogue.eventstore.ChainedEvent;
import org.talks.catalogue.eventstore.HashChain;
import org.talks.catalogue.eventstore.RawEvent;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The lines of an export: a [Header], one object per event, a [Manifest]. Payload and metadata stand in an
/// event's line byte by byte as they were recorded, because their digests are part of the hash chain. Not safe
/// for use by several threads.
final class ExportLines {

    /// What stands in the place of a forgotten payload; its digest stays that of what was recorded.
    static final byte[] REDACTED = "{\"forgotten\":true}".getBytes(java.nio.charset.StandardCharsets.UTF_8);

    static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();

    private static final byte[] META = ",\"meta\":".getBytes(java.nio.charset.StandardCharsets.UTF_8);
    private static final byte[] PAYLOAD = ",\"payload\":".getBytes(java.nio.charset.StandardCharsets.UTF_8);

    private final HashChain hashes = new HashChain();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    /// The last line.
    record End(Manifest manifest) {}

    /// An event's line, without a line feed.
    ///
    /// @throws ArchiveException when the event is not what was recorded
    byte[] write(ChainedEvent row, boolean redacted) {
        var event = row.event();
        bytes.reset();
        try (var json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeNumberProperty("position", event.position());
            json.writeStringProperty("stream", event.stream());
            json.writeNumberProperty("sequence", event.sequence());
            json.writeStringProperty("eventId", event.eventId());
            json.writeStringProperty("type", event.type());
            json.writeNumberProperty("revision", event.revision());
            json.writeNumberProperty("timeMillis", event.timeMillis());
            if (redacted) {
                json.writeStringProperty("payloadDigest", HashChain.hex(row.payloadDigest()));
            }
            json.writeStringProperty("chain", HashChain.hex(row.chain()));
            json.writeEndObject();
        }
        var envelope = bytes.toByteArray();
        bytes.reset();
        bytes.write(envelope, 0, envelope.length - 1);
        bytes.writeBytes(META);
        bytes.writeBytes(event.meta());
        bytes.writeBytes(PAYLOAD);
        bytes.writeBytes(event.payload());
        bytes.write('}');
        return bytes.toByteArray();
    }

    /// Reads what [#write] wrote.
    ///
    /// @throws JacksonException when the line is no such object
    /// @throws ArchiveException when something is missing or not known
    ChainedEvent read(byte[] line) {
        var found = new Fields();
        try (var json = JSON.createParser(line)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new ArchiveException("it is no object");
            }
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                var name = json.currentName();
                json.nextToken();
                found.take(name, json, line);
            }
            if (json.nextToken() != null) {
                throw new ArchiveException("something follows the object");
            }
        }
        return found.event(hashes);
    }

    private static final class Fields {
        private @Nullable Long position;
        private @Nullable String stream;
        private @Nullable Long sequence;
        private @Nullable String eventId;
        private @Nullable String type;
        private @Nullable Integer revision;
        private @Nullable Long timeMillis;
        private byte @Nullable [] meta;
        private byte @Nullable [] payload;
        private byte @Nullable [] payloadDigest;
        private byte @Nullable [] chain;

        void take(String name, JsonParser json, byte[] line) {
            switch (name) {
                case "position" -> position = json.getLongValue();
                case "stream" -> stream = text(name, json);
                case "sequence" -> sequence = json.getLongValue();
                case "eventId" -> eventId = text(name, json);
                case "type" -> type = text(name, json);
                case "revision" -> revision = json.getIntValue();
                case "timeMillis" -> timeMillis = json.getLongValue();
                case "payloadDigest" -> payloadDigest = hash(name, json);
                case "chain" -> chain = hash(name, json);
                case "meta" -> meta = bytes(name, json, line);
                case "payload" -> payload = bytes(name, json, line);
                default -> throw new ArchiveException("it has a field " + name + " that this version does not know");
            }
        }

        private static String text(String name, JsonParser json) {
            if (json.currentToken() != JsonToken.VALUE_STRING) {
                throw new ArchiveException(name + " is no text");
            }
            return json.getString();
        }

        private static byte[] hash(String name, JsonParser json) {
            var hex = text(name, json);
            if (!hex.matches("[0-9a-f]{64}")) {
                throw new ArchiveException(name + " is no SHA-256 hash");
            }
            return HexFormat.of().parseHex(hex);
        }

        /// The value as it stands in the line.
        private static byte[] bytes(String name, JsonParser json, byte[] line) {
            if (json.currentToken() != JsonToken.START_OBJECT) {
                throw new ArchiveException(name + " is no object");
            }
            var from = (int) json.currentTokenLocation().getByteOffset();
            json.skipChildren();
            var to = (int) json.currentLocation().getByteOffset();
            return Arrays.copyOfRange(line, from, to);
        }

        ChainedEvent event(HashChain hashes) {
            if (position == null
                    || stream == null
                    || sequence == null
                    || eventId == null
                    || type == null
                    || revision == null
                    || timeMillis == null
                    || meta == null
                    || payload == null
                    || chain == null) {
                throw new ArchiveException("a field of the event is missing");
            }
            // Line feeds would let one row pass for another in the chain.
            for (var text : List.of(stream, eventId, type)) {
                if (text.indexOf('\n') >= 0) {
                    throw new ArchiveException("a field has a line feed in it");
                }
            }
            return new ChainedEvent(
                    new RawEvent(position, stream, sequence, eventId, type, revision, timeMillis, payload, meta),
                    payloadDigest == null ? hashes.digest(payload) : payloadDigest,
                    hashes.digest(meta),
                    chain);
        }
    }
}
