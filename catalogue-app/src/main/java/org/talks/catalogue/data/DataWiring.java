package org.talks.catalogue.data;

import java.nio.file.Path;
import java.time.Instant;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.ContextClosedEvent;

/// The directory first, since everything else that writes depends on holding its lock.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DataProperties.class)
class DataWiring {

    @Bean
    DataDirectory dataDirectory(DataProperties settings) {
        return DataDirectory.open(Path.of(settings.data()));
    }

    @Bean
    StateDatabase stateDatabase(DataDirectory directory) {
        return StateDatabase.open(directory);
    }

    @Bean
    ApplicationListener<WebServerInitializedEvent> announceServer(DataDirectory directory) {
        return event -> directory.announce(event.getWebServer().getPort(), Instant.now());
    }

    /// Before the web server stops taking requests, not after: a command line that starts now takes the other
    /// way.
    @Bean
    ApplicationListener<ContextClosedEvent> withdrawServer(DataDirectory directory) {
        return _ -> directory.withdraw();
    }
}
