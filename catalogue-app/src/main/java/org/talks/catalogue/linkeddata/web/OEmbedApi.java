package org.talks.catalogue.linkeddata.web;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.talks.catalogue.command.Refused;
import org.talks.catalogue.linkeddata.PreviewImage;
import org.talks.catalogue.published.Published;
import org.talks.catalogue.published.PublishedTalk;
import org.talks.catalogue.web.Player;
import org.talks.catalogue.web.SafeHtml;
import org.talks.catalogue.web.Site;
import org.talks.catalogue.web.Tagged;
import org.talks.catalogue.web.XmlText;
import org.talks.events.Resource;
import tools.jackson.databind.json.JsonMapper;

/// What sites put in place of a link to a talk (https://oembed.com): its recording where there is one that may be
/// framed, otherwise a link with a picture.
@RestController
final class OEmbedApi {

    private static final Pattern TALK =
            Pattern.compile("/talks/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:[/?#].*)?");

    private static final int WIDTH = 640;
    private static final int WIDTH_MIN = 120;

    private final Published published;
    private final Site site;
    private final JsonMapper json;

    OEmbedApi(Published published, Site site, JsonMapper json) {
        this.published = published;
        this.site = site;
        this.json = json;
    }

    @GetMapping("/oembed")
    ResponseEntity<byte[]> embed(
            @RequestParam String url,
            @RequestParam(defaultValue = "json") String format,
            @RequestParam(required = false) @Nullable Integer maxwidth,
            @RequestParam(required = false) @Nullable Integer maxheight) {
        if (!format.equals("json") && !format.equals("xml")) {
            return ResponseEntity.status(HttpStatus.NOT_IMPLEMENTED)
                    .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
                    .body("The formats are json and xml.\n".getBytes(StandardCharsets.UTF_8));
        }
        var path = url.startsWith(site.url() + "/") ? url.substring(site.url().length()) : "";
        var talk = TALK.matcher(path);
        if (!talk.matches()) {
            throw new Refused.NotFound("Only addresses of talks of this catalogue can be embedded.");
        }
        var embedded = embedded(published.talk(talk.group(1)), maxwidth, maxheight);
        return format.equals("json")
                ? Tagged.of(json.writeValueAsBytes(embedded), MediaType.APPLICATION_JSON)
                : Tagged.of(xml(embedded), MediaType.TEXT_XML);
    }

    private Map<String, Object> embedded(PublishedTalk talk, @Nullable Integer maxWidth, @Nullable Integer maxHeight) {
        var embedded = new LinkedHashMap<String, Object>();
        var player = talk.content().resources().stream()
                .map(Resource::url)
                .map(Player::of)
                .filter(Objects::nonNull)
                .filter(p -> p.type().equals("frame"))
                .findFirst()
                .orElse(null);
        embedded.put("version", "1.0");
        embedded.put("type", player == null ? "link" : "video");
        embedded.put("title", talk.titleWithState());
        if (!talk.speakers().isEmpty()) {
            embedded.put(
                    "author_name",
                    talk.speakers().stream().map(PublishedTalk.Billed::name).collect(Collectors.joining(", ")));
            embedded.put("author_url", site.url(talk.speakers().getFirst().path()));
        }
        embedded.put("provider_name", "Talk Catalogue");
        embedded.put("provider_url", site.url("/"));
        var smallest = (maxWidth != null && maxWidth < PreviewImage.WIDTH)
                || (maxHeight != null && maxHeight < PreviewImage.HEIGHT);
        if (PreviewImage.available() && !smallest) {
            embedded.put("thumbnail_url", site.url("/talks/" + talk.id() + "/preview.png"));
            embedded.put("thumbnail_width", PreviewImage.WIDTH);
            embedded.put("thumbnail_height", PreviewImage.HEIGHT);
        }
        if (player != null) {
            frame(embedded, player, talk, maxWidth, maxHeight);
        }
        return embedded;
    }

    /// In the shape of a film, within the limits asked for.
    private static void frame(
            Map<String, Object> embedded,
            Player player,
            PublishedTalk talk,
            @Nullable Integer maxWidth,
            @Nullable Integer maxHeight) {
        var byHeight = maxHeight == null ? WIDTH : Math.clamp(maxHeight, 0, WIDTH) * 16 / 9;
        var width = Math.max(WIDTH_MIN, Math.min(Math.min(WIDTH, byHeight), maxWidth == null ? WIDTH : maxWidth));
        var height = width * 9 / 16;
        embedded.put(
                "html",
                "<iframe src=\"" + SafeHtml.text(player.src().replace("autoplay=1", "autoplay=0"))
                        + "\" width=\"" + width + "\" height=\"" + height + "\" title=\""
                        + SafeHtml.text(talk.title()) + "\" allowfullscreen></iframe>");
        embedded.put("width", width);
        embedded.put("height", height);
    }

    private static byte[] xml(Map<String, Object> embedded) {
        var xml = new XmlText().open("oembed");
        embedded.forEach((name, value) -> xml.text(name, String.valueOf(value)));
        return xml.bytes();
    }
}
