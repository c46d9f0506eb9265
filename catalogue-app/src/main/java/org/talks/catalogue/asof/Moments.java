package org.talks.catalogue.asof;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.talks.catalogue.command.Refused;
import org.talks.catalogue.eventstore.EventLog;
import org.talks.catalogue.web.Counts;
import org.talks.catalogue.web.Dates;
import org.talks.catalogue.web.Wording;

/// Finds the position of the log that somebody means by a date, a moment or a position.
@Component
public final class Moments {

    private static final Pattern POSITION = Pattern.compile("\\d{1,18}");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    /// A date with a time, at most to the nanosecond, and `Z` or an offset.
    private static final Pattern INSTANT =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,9})?)?(Z|[+-]\\d{2}:\\d{2})");

    private final EventLog log;
    private final CatalogueZone zone;

    Moments(EventLog log, CatalogueZone zone) {
        this.log = log;
        this.zone = zone;
    }

    /// @param parameter name of the request's parameter, for the refusal
    /// @param asked `2026-11-05` means the end of that day in the catalogue's zone
    /// @throws Refused.Malformed when it is none of the three, or a position that the log has not reached
    public AsOf at(String parameter, String asked) {
        var text = asked.strip();
        try {
            if (POSITION.matcher(text).matches()) {
                return position(parameter, Long.parseLong(text));
            }
            if (DAY.matcher(text).matches()) {
                var day = LocalDate.parse(text);
                return found(text, zone.end(day), Wording.text("past.at-the-end-of", Dates.day(day), zone.name()));
            }
            // In addresses a plus sign means a space.
            var moment = text.replace(' ', '+');
            if (INSTANT.matcher(moment).matches()) {
                var instant = OffsetDateTime.parse(moment).toInstant();
                return found(instant.toString(), instant, Wording.text("past.on", zone.moment(instant)));
            }
        } catch (DateTimeException _) {
            // Of the right form, and yet no date: 2026-02-31.
        }
        throw new Refused.Malformed(
                parameter,
                parameter
                        + " must be a date such as 2026-11-05, a moment such as 2026-11-05T12:00:00Z, or a position of"
                        + " the log.");
    }

    /// The present.
    public AsOf now() {
        return position("asOf", log.head());
    }

    /// Where the log begins: nothing is recorded.
    public AsOf beginning() {
        return position("asOf", 0);
    }

    /// When the first event was recorded; empty while there is none.
    public Optional<Instant> begins() {
        return log.after(0, 1).stream().findFirst().map(event -> Instant.ofEpochMilli(event.timeMillis()));
    }

    /// "This catalogue has recorded since 3 May 2021.", empty while it has not.
    public String since() {
        return begins().map(first -> Wording.text("past.recorded-since", Dates.day(zone.day(first))))
                .orElse("");
    }

    private AsOf position(String parameter, long position) {
        var head = log.head();
        if (position > head) {
            throw new Refused.Malformed(
                    parameter,
                    "The log has " + Counts.of(head, "event", "events") + ", so there is no position "
                            + Counts.of(position) + " yet.");
        }
        var recorded = recorded(position);
        return new AsOf(
                position,
                Long.toString(position),
                recorded == null
                        ? Wording.text("past.before-anything")
                        : Wording.text("past.at-position", Counts.of(position), zone.moment(recorded)),
                recorded);
    }

    private AsOf found(String asked, Instant moment, String words) {
        var position = log.positionAt(moment);
        return new AsOf(position, asked, words, recorded(position));
    }

    private @Nullable Instant recorded(long position) {
        return position == 0
                ? null
                : Instant.ofEpochMilli(log.after(position - 1, 1).getFirst().timeMillis());
    }
}
