package org.talks.catalogue.importing.web;

import java.time.DateTimeException;
import java.time.ZoneId;
import org.talks.catalogue.web.Wording;

/// Names of time zones as people type them.
final class Zones {

    private static final String EXAMPLE = "Europe/Dublin";

    private Zones() {}

    /// Whether it is the name of a place. An offset would be wrong in half of the year.
    static boolean known(String zone) {
        try {
            return ZoneId.of(zone).getId().contains("/");
        } catch (DateTimeException e) {
            return false;
        }
    }

    /// A sentence for whoever typed an unknown one, with the zone of that city where there is one.
    static String refusal(String zone) {
        return Wording.text("importing.there-is-no-time-zone", zone, near(zone));
    }

    private static String near(String zone) {
        var city = "/" + zone.replace(' ', '_');
        return ZoneId.getAvailableZoneIds().stream()
                .filter(id -> id.regionMatches(true, id.length() - city.length(), city, 0, city.length()))
                .sorted()
                .findFirst()
                .orElse(EXAMPLE);
    }
}
