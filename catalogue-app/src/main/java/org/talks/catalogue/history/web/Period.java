package org.talks.catalogue.history.web;

import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.talks.catalogue.asof.AsOf;
import org.talks.catalogue.asof.CatalogueZone;
import org.talks.catalogue.asof.Moments;
import org.talks.catalogue.command.Refused;

/// Two moments, the earlier one first.
record Period(AsOf from, AsOf to) {

    /// Reads periods from requests.
    @Component
    static final class Reader {

        /// How far back, when nobody says.
        private static final int DAYS = 30;

        private final Moments moments;
        private final CatalogueZone zone;
        private final Clock clock;

        Reader(Moments moments, CatalogueZone zone, Clock clock) {
            this.moments = moments;
            this.zone = zone;
            this.clock = clock;
        }

        /// @param from without, a month ago
        /// @param to without, now
        /// @throws Refused.Malformed when one of them is no moment, or the earlier one is later
        Period read(@Nullable String from, @Nullable String to) {
            var later = to == null || to.isBlank() ? moments.now() : moments.at("to", to);
            var earlier = moments.at(
                    "from", from == null || from.isBlank() ? aMonthAgo().toString() : from);
            if (earlier.position() > later.position()) {
                if (from == null || from.isBlank()) {
                    return new Period(moments.beginning(), later);
                }
                throw new Refused.Malformed("from", "from must not be later than to.");
            }
            return new Period(earlier, later);
        }

        private LocalDate aMonthAgo() {
            return zone.day(clock.instant()).minusDays(DAYS);
        }
    }
}
