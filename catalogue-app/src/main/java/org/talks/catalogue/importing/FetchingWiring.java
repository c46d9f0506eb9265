package org.talks.catalogue.importing;

import java.net.InetAddress;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.talks.catalogue.importing.format.SourceFiles;
import org.talks.catalogue.importing.remote.Fetching;
import org.talks.catalogue.importing.remote.PublicAddresses;

/// How sources are fetched: from the public internet only.
@Configuration(proxyBeanMethods = false)
class FetchingWiring {

    /// Schedules come within seconds; whoever dribbles longer than this holds up the others.
    private static final Fetching.Limits LIMITS =
            new Fetching.Limits(SourceFiles.MAX_PACKED_BYTES, Duration.ofMinutes(5), Duration.ofSeconds(20));

    @Bean
    Fetching fetching() {
        return new Fetching(InetAddress::getAllByName, new PublicAddresses(), LIMITS);
    }
}
