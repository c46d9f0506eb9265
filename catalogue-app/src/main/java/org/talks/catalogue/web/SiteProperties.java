package org.talks.catalogue.web;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// Settings of the site as a whole.
///
/// @param url where readers find the catalogue, `https://talks.example.org`; needed only where a proxy does not
///     pass on the host that readers asked for. Null takes each request's own host.
@ConfigurationProperties("catalogue.site")
record SiteProperties(@Nullable URI url) {}
