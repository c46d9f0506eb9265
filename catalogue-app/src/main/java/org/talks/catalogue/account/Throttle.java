package org.talks.catalogue.account;

import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Slows guessing of passwords down: so many failures per quarter of an hour for a name from one address, for one
/// address, and for one name. Thread-safe; forgets at a restart.
///
/// An attempt counts as failed until it has succeeded, so that many at once are no way around.
final class Throttle {

    static final Duration WINDOW = Duration.ofMinutes(15);

    /// Enough for somebody who tries the passwords they have.
    static final int PER_NAME_AND_ADDRESS_MAX = 10;

    /// A few people behind one address.
    static final int PER_ADDRESS_MAX = 30;

    /// Against guessing from many addresses: at most 9,600 a day at a password of twelve characters or more.
    static final int PER_NAME_MAX = 100;

    /// Counters kept, about 200 bytes each; the ones that were not touched for longest are forgotten first.
    static final int COUNTERS_MAX = 20_000;

    private final Clock clock;
    private final Map<Key, Count> counts = bounded();

    /// Where a name has signed in from before: the limit per name does not hold there, otherwise anybody could
    /// keep the owner out.
    private final Set<Key> known = Collections.newSetFromMap(bounded());

    Throttle(Clock clock) {
        this.clock = clock;
    }

    /// Counts an attempt; [Duration#ZERO] lets it through, anything else is how long to wait.
    synchronized Duration attempt(String name, String address) {
        var now = clock.instant();
        var both = both(name, address);
        var wait = longest(
                wait(both, PER_NAME_AND_ADDRESS_MAX, now),
                wait(address(address), PER_ADDRESS_MAX, now),
                known.contains(both) ? Duration.ZERO : wait(name(name), PER_NAME_MAX, now));
        if (wait.isZero()) {
            add(both, 1, now);
            add(address(address), 1, now);
            add(name(name), 1, now);
        }
        return wait;
    }

    /// The attempt was none of guessing. Only itself is taken back for the address: one known password must not
    /// open the door to guessing others.
    synchronized void succeeded(String name, String address) {
        var now = clock.instant();
        var both = both(name, address);
        known.add(both);
        counts.remove(both);
        add(address(address), -1, now);
        add(name(name), -1, now);
    }

    synchronized int counters() {
        return counts.size();
    }

    private Duration wait(Key key, int max, Instant now) {
        var count = counts.get(key);
        return count == null || count.over(now) || count.attempts < max
                ? Duration.ZERO
                : Duration.between(now, count.since.plus(WINDOW));
    }

    private void add(Key key, int attempts, Instant now) {
        var count = counts.get(key);
        counts.put(
                key,
                count == null || count.over(now)
                        ? new Count(Math.max(attempts, 0), now)
                        : new Count(Math.max(count.attempts + attempts, 0), count.since));
    }

    private static Duration longest(Duration... waits) {
        return Collections.max(List.of(waits));
    }

    private static Key both(String name, String address) {
        return new Key(name.toLowerCase(Locale.ROOT), Network.of(address));
    }

    private static Key address(String address) {
        return new Key(null, Network.of(address));
    }

    private static Key name(String name) {
        return new Key(name.toLowerCase(Locale.ROOT), null);
    }

    private static <K, V> Map<K, V> bounded() {
        return new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > COUNTERS_MAX;
            }
        };
    }

    private record Key(@Nullable String name, @Nullable String network) {}

    private record Count(int attempts, Instant since) {
        boolean over(Instant now) {
            return !now.isBefore(since.plus(WINDOW));
        }
    }

    /// IPv6 hands every customer 2^64 addresses, so the first half stands for all of them.
    private static final class Network {
        static String of(String address) {
            if (!address.contains(":")) {
                return address;
            }
            try {
                var bytes = InetAddress.ofLiteral(address).getAddress();
                return bytes.length == 16
                        ? HexFormat.of().formatHex(bytes, 0, 8)
                        : HexFormat.of().formatHex(bytes);
            } catch (IllegalArgumentException _) {
                return address;
            }
        }
    }
}
