package org.talks.catalogue.importing.programme;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.talks.catalogue.importing.format.Json;
import org.talks.catalogue.importing.format.Urls;
import org.talks.events.Link;
import tools.jackson.databind.JsonNode;

/// Where speakers of conference-hall are found: addresses in a list, or names of accounts, which people write as
/// `mina`, `@mina` and `https://github.com/mina` alike.
final class ConferenceHallLinks {

    private static final int MAX_LINKS = 20;

    private static final Pattern ACCOUNT = Pattern.compile("@?([A-Za-z0-9_][A-Za-z0-9_.-]{0,38})");

    private ConferenceHallLinks() {}

    static List<Link> of(JsonNode speaker) {
        Set<String> urls = new LinkedHashSet<>();
        for (JsonNode link : Json.items(speaker, "socialLinks")) {
            add(urls, Urls.http(Json.text(link)));
        }
        for (JsonNode node : List.of(speaker, speaker.path("socials"))) {
            add(urls, account("https://github.com/", Json.text(node, "github")));
            add(urls, account("https://twitter.com/", Json.text(node, "twitter")));
        }
        List<Link> links = new ArrayList<>();
        urls.forEach(url -> links.add(new Link(url, null)));
        return links;
    }

    private static void add(Set<String> urls, @Nullable String url) {
        if (url != null && urls.size() < MAX_LINKS) {
            urls.add(url);
        }
    }

    private static @Nullable String account(String site, @Nullable String raw) {
        if (raw == null || raw.isBlank()) {
            return null;
        }
        String url = Urls.http(raw);
        if (url != null) {
            return url;
        }
        Matcher name = ACCOUNT.matcher(raw.strip());
        return name.matches() ? site + name.group(1) : null;
    }
}
