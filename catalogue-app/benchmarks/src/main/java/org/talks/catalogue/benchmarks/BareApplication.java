package org.talks.catalogue.benchmarks;

import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// The least web application that Spring Boot starts, to compare starting with.
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
public class BareApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(BareApplication.class, arguments);
    }

    /// Answers like the catalogue, but always with nothing. A bean as a member of the configuration.
    @RestController
    static final class Talks {

        record Answer(long total, List<String> hits) {}

        @GetMapping("/api/talks")
        Answer talks() {
            return new Answer(0, List.of());
        }
    }
}
