package org.talks.catalogue.web;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Settings of the site as a whole.
///
/// @param url where readers find the catalogue, `https://talks.example.org`; needed only where a proxy does not
///     pass on the host that readers asked for. Null takes each request's own host.
/// @param languages of the pages, the first for those who prefer none of them; each has a file in `messages`
@ConfigurationProperties("catalogue.site")
record SiteProperties(
        @Nullable URI url, @DefaultValue({"en", "de"}) List<String> languages) {

    SiteProperties {
        languages = List.copyOf(languages);
    }
}
