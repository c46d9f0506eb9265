package org.talks.catalogue.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Announces that an endpoint will go. From then on its answers carry `Deprecation` (RFC 9745), `Sunset` (RFC
/// 8594) and a link to what takes its place, and the description says `deprecated`. An endpoint stays for at
/// least half a year after it was announced.
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Retiring {

    /// Day of the announcement, `2026-11-23`.
    String since();

    /// Day from which it may be gone.
    String sunset();

    /// Path of what takes its place.
    String successor();
}
