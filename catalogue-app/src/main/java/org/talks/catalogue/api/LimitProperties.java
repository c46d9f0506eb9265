package org.talks.catalogue.api;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// How much the API does for one client. Programs on the server's own machine are not counted, unless they come
/// through a proxy.
///
/// @param anonymous requests per minute and address, without a token; for IPv6 per network of an address
/// @param token requests per minute and account, with a token
/// @param body size of a request's JSON; the largest that is of use is a transcript of some hours, 1 MB
@ConfigurationProperties("catalogue.api")
record LimitProperties(
        @DefaultValue("600") int anonymous,
        @DefaultValue("6000") int token,
        @DefaultValue("8MB") DataSize body) {

    LimitProperties {
        if (anonymous < 1 || token < 1 || body.toBytes() < 1) {
            throw new IllegalArgumentException("The limits catalogue.api.* must be 1 or more.");
        }
    }
}
