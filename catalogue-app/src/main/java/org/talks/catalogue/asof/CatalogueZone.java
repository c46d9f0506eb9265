package org.talks.catalogue.asof;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.talks.catalogue.web.Dates;

/// The zone in which the catalogue's days begin and end, and in which it says when something was recorded:
/// `catalogue.zone`, by default UTC, which is the same on every machine. Clock times of a programme are in the
/// conference's zone instead.
@Component
public final class CatalogueZone {

    private final ZoneId zone;

    CatalogueZone(Environment environment) {
        var name = environment.getProperty("catalogue.zone", "UTC");
        try {
            zone = ZoneId.of(name);
        } catch (DateTimeException e) {
            throw new IllegalStateException(
                    "catalogue.zone is " + name + ", which is no time zone. Set a name such as Europe/Dublin.", e);
        }
    }

    public ZoneId id() {
        return zone;
    }

    /// `UTC`, `Dublin time`
    public String name() {
        return Dates.zone(zone);
    }

    /// `3 May 2021, 14:02 UTC`
    public String moment(Instant instant) {
        return Dates.moment(instant, zone) + " " + name();
    }

    public LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, zone);
    }

    /// The last moment of a day.
    public Instant end(LocalDate day) {
        return day.plusDays(1).atStartOfDay(zone).toInstant().minusMillis(1);
    }
}
