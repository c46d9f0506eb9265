package org.talks.catalogue.web;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/// Makes whole URLs of paths, for what is read away from the site: feeds, calendars, data. Only within a request.
@Component
@EnableConfigurationProperties(SiteProperties.class)
public final class Site {

    private final SiteProperties properties;

    Site(SiteProperties properties) {
        this.properties = properties;
    }

    /// Without a slash at its end: `https://talks.example.org`.
    public String url() {
        var url = properties.url() == null
                ? ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString()
                : properties.url().toString();
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }

    /// @param path with a slash at its start
    public String url(String path) {
        return url() + path;
    }
}
