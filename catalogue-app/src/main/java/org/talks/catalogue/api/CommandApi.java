package org.talks.catalogue.api;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.talks.catalogue.command.CatalogueCommand;
import org.talks.catalogue.command.Refused;
import org.talks.catalogue.conference.ConferenceCommand.RegisterConference;
import org.talks.catalogue.conference.ConferenceId;
import org.talks.catalogue.eventstore.CommandContext.IdempotencyKey;
import org.talks.catalogue.eventstore.Receipt;
import org.talks.catalogue.series.SeriesCommand.RegisterSeries;
import org.talks.catalogue.speaker.SpeakerCommand.RegisterSpeaker;
import org.talks.catalogue.talk.TalkCommand.AddTalk;
import org.talks.catalogue.talk.TalkId;
import org.talks.events.ConferenceDetails;
import org.talks.events.TalkDetails;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// `POST /api/{things}` records a new thing, `POST /api/{things}/{id}/{command}` carries out a command on it.
///
/// Replies carry the thing's version (also as `ETag: "v12"`) and the log's position; any GET takes it as
/// `minPosition`. `If-Match: "v12"` or `expectedVersion` refuses a command that would overwrite what somebody
/// else changed since. `Idempotency-Key` gives the same reply to the same request.
@RestController
final class CommandApi {

    private static final Map<String, String> KINDS = Map.of(
            "talks",
            "talk",
            "conferences",
            "conference",
            "speakers",
            "speaker",
            "series",
            "series",
            "transcripts",
            "transcript");

    private static final Pattern VERSION_TAG = Pattern.compile("\"v(\\d{1,18})\"");

    private final CommandTypes types;
    private final CommandReader reader;
    private final CommandSender sender;

    CommandApi(CommandTypes types, CommandReader reader, CommandSender sender) {
        this.types = types;
        this.reader = reader;
        this.sender = sender;
    }

    /// What a command came to.
    record Reply(String id, long version, long position, int events) {}

    /// Prefix of the streams of things that are named so in addresses.
    static String kind(String things) {
        return KINDS.getOrDefault(things, "");
    }

    /// Whether a body is a whole command, which names its thing itself.
    static boolean isRegistration(Class<?> body) {
        return CatalogueCommand.class.isAssignableFrom(body);
    }

    @Describes(value = "Adds a talk; its kind is talk unless given.", body = TalkDetails.class, status = 201)
    @PostMapping("/api/talks")
    ResponseEntity<Reply> addTalk(
            @RequestBody ObjectNode body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        var idempotency = idempotency("add-talk", body, key);
        var id = takeId(body);
        if (!body.hasNonNull("kind")) {
            body.put("kind", TalkDetails.KIND_TALK);
        }
        var details = reader.read(TalkDetails.class, body);
        return created("/api/talks/", new AddTalk(new TalkId(id), details, null), idempotency);
    }

    @Describes(value = "Registers a conference.", body = ConferenceDetails.class, status = 201)
    @PostMapping("/api/conferences")
    ResponseEntity<Reply> registerConference(
            @RequestBody ObjectNode body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        var idempotency = idempotency("register-conference", body, key);
        var id = takeId(body);
        var details = reader.read(ConferenceDetails.class, body);
        return created("/api/conferences/", new RegisterConference(new ConferenceId(id), details, null), idempotency);
    }

    @Describes(value = "Registers a speaker.", body = RegisterSpeaker.class, status = 201)
    @PostMapping("/api/speakers")
    ResponseEntity<Reply> registerSpeaker(
            @RequestBody ObjectNode body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        var idempotency = idempotency("register-speaker", body, key);
        var id = takeId(body);
        if (!body.has("details")) {
            body.putObject("details");
        }
        return created("/api/speakers/", reader.read(RegisterSpeaker.class, body, id), idempotency);
    }

    @Describes(value = "Registers a series.", body = RegisterSeries.class, status = 201)
    @PostMapping("/api/series")
    ResponseEntity<Reply> registerSeries(
            @RequestBody ObjectNode body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        var idempotency = idempotency("register-series", body, key);
        var id = takeId(body);
        return created("/api/series/", reader.read(RegisterSeries.class, body, id), idempotency);
    }

    @PostMapping("/api/{things:talks|conferences|speakers|series}/{id}/{command}")
    ResponseEntity<Reply> command(
            @PathVariable String things,
            @PathVariable String id,
            @PathVariable String command,
            @RequestBody(required = false) @Nullable ObjectNode body,
            @RequestParam(required = false) @Nullable Long expectedVersion,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        var kind = kind(things);
        var type = types.find(kind, command)
                .orElseThrow(() -> new Refused.NotFound("There is no command " + command + " on " + things
                        + ". There are: " + String.join(", ", types.names(kind)) + "."));
        var fields = body == null ? JsonNodeFactory.instance.objectNode() : body;
        var idempotency = idempotency(things + "/" + id + "/" + command, fields, key);
        var read = reader.read(type, fields, id);
        var receipt = sender.send(read, expected(expectedVersion, ifMatch), idempotency);
        return ResponseEntity.ok().eTag("\"v" + receipt.version() + "\"").body(reply(receipt));
    }

    /// Transcripts are named by talk, language and origin, which their commands hold.
    @PostMapping("/api/transcripts/{command}")
    ResponseEntity<Reply> transcript(
            @PathVariable String command,
            @RequestBody ObjectNode body,
            @RequestParam(required = false) @Nullable Long expectedVersion,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        var type = types.find("transcript", command)
                .orElseThrow(() -> new Refused.NotFound("There is no command " + command
                        + " on transcripts. There are: " + String.join(", ", types.names("transcript")) + "."));
        var idempotency = idempotency("transcripts/" + command, body, key);
        var receipt = sender.send(reader.read(type, body), expected(expectedVersion, ifMatch), idempotency);
        return ResponseEntity.ok().eTag("\"v" + receipt.version() + "\"").body(reply(receipt));
    }

    private ResponseEntity<Reply> created(String path, CatalogueCommand command, @Nullable IdempotencyKey idempotency) {
        var receipt = sender.send(command, null, idempotency);
        var reply = reply(receipt);
        return ResponseEntity.created(URI.create(path + reply.id()))
                .eTag("\"v" + receipt.version() + "\"")
                .body(reply);
    }

    private static Reply reply(Receipt receipt) {
        var id = receipt.stream().substring(receipt.stream().indexOf(':') + 1);
        return new Reply(id, receipt.version(), receipt.position(), receipt.events());
    }

    private static String takeId(ObjectNode body) {
        var given = body.remove("id");
        return given == null || given.isNull() ? CommandSender.newId() : given.asString();
    }

    private static @Nullable Long expected(@Nullable Long parameter, @Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.equals("*")) {
            return parameter;
        }
        var tag = VERSION_TAG.matcher(ifMatch.strip());
        if (!tag.matches()) {
            throw new Refused.Invalid("If-Match", "If-Match must name a version as \"v12\"; " + ifMatch + " does not.");
        }
        return Long.parseLong(tag.group(1));
    }

    private static @Nullable IdempotencyKey idempotency(String request, ObjectNode body, @Nullable String key) {
        if (key == null) {
            return null;
        }
        try {
            var digest = MessageDigest.getInstance("SHA-256")
                    .digest((request + "\n" + body).getBytes(StandardCharsets.UTF_8));
            return new IdempotencyKey(key, HexFormat.of().formatHex(digest));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
