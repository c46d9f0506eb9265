package org.talks.catalogue;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.talks.catalogue.cli.Cli;

/// The catalogue as a Spring Boot application, with or without a web server. The databases are opened by hand,
/// each with the settings it needs; of what Spring Boot configures by itself, [WebWiring] names the few things it
/// takes.
@SpringBootConfiguration
@ComponentScan(
        excludeFilters =
                @ComponentScan.Filter(
                        type = FilterType.REGEX,
                        pattern = "org\\.talks\\.catalogue\\.([a-z]+\\.)?(web|api|pages)\\..*"))
public class CatalogueApplication {

    public static void main(String[] args) {
        Cli.main(CatalogueApplication.class, args);
    }
}
