package org.talks.catalogue.linkeddata.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.talks.catalogue.command.Refused;
import org.talks.catalogue.linkeddata.PreviewImage;
import org.talks.catalogue.linkeddata.StructuredData;
import org.talks.catalogue.published.Published;
import org.talks.catalogue.web.Head;
import org.talks.catalogue.web.Page;
import org.talks.catalogue.web.Paths;
import org.talks.catalogue.web.SafeHtml;
import org.talks.catalogue.web.Site;
import tools.jackson.databind.json.JsonMapper;

/// Tells machines in the head of a page what is on it. Which thing a page is about follows from its own path, so
/// that pages need not know of this. Pages that search engines are not to list tell nothing.
@Component
final class Heads implements Head.Maker {

    private static final Pattern THING =
            Pattern.compile("/(talks|conferences|speakers)/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:/[^/?]*)?");

    private static final Map<String, String> OPEN_GRAPH_TYPES =
            Map.of("talks", "article", "conferences", "article", "speakers", "profile");

    private final Published published;
    private final Site site;
    private final JsonMapper json;

    Heads(Published published, Site site, JsonMapper json) {
        this.published = published;
        this.site = site;
        this.json = json;
    }

    @Override
    public Head of(Page page) {
        var path = page.canonical();
        if (!page.indexed() || path == null) {
            return Head.NONE;
        }
        var thing = THING.matcher(path);
        if (!thing.matches()) {
            return new Head(properties(page, path, "website", null), List.of(), SafeHtml.EMPTY);
        }
        var kind = thing.group(1);
        var id = thing.group(2);
        var picture = PreviewImage.available() ? "/" + kind + "/" + id + "/preview.png" : null;
        return new Head(
                properties(page, path, OPEN_GRAPH_TYPES.getOrDefault(kind, "website"), picture),
                kind.equals("talks") ? List.of(oEmbed(path)) : List.of(),
                data(kind, id));
    }

    private List<Head.Property> properties(Page page, String path, String type, @Nullable String picture) {
        var properties = new ArrayList<Head.Property>();
        properties.add(new Head.Property("og:title", page.title()));
        properties.add(new Head.Property("og:type", type));
        properties.add(new Head.Property("og:url", site.url(path)));
        properties.add(new Head.Property("og:site_name", "Talk Catalogue"));
        if (!page.description().isEmpty()) {
            properties.add(new Head.Property("og:description", page.description()));
        }
        if (picture != null) {
            properties.add(new Head.Property("og:image", site.url(picture)));
            properties.add(new Head.Property("og:image:type", "image/png"));
            properties.add(new Head.Property("og:image:width", String.valueOf(PreviewImage.WIDTH)));
            properties.add(new Head.Property("og:image:height", String.valueOf(PreviewImage.HEIGHT)));
            properties.add(new Head.Property("og:image:alt", page.title()));
            properties.add(new Head.Property("twitter:card", "summary_large_image"));
        }
        return properties;
    }

    private Page.Alternate oEmbed(String path) {
        return new Page.Alternate(
                "application/json+oembed",
                site.url("/oembed?format=json&url=" + Paths.encoded(site.url(path))),
                "oEmbed");
    }

    private SafeHtml data(String kind, String id) {
        try {
            var data = switch (kind) {
                case "talks" -> StructuredData.of(published.talk(id), site.url());
                case "conferences" -> StructuredData.of(published.conference(id), site.url());
                default -> StructuredData.of(published.speaker(id), site.url());
            };
            return script(data);
        } catch (Refused.NotFound hidden) {
            return SafeHtml.EMPTY;
        }
    }

    /// JSON has `<` in texts only, where it may be escaped; so no text can end the element it stands in.
    private SafeHtml script(Map<String, Object> data) {
        return SafeHtml.trusted(json.writeValueAsString(data).replace("<", "\\u003c"));
    }
}
