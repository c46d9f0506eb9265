package org.talks.catalogue;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;

/// The catalogue as a Spring Boot application. The databases are opened by hand, each with the settings it needs.
@SpringBootApplication(exclude = DataSourceAutoConfiguration.class)
public class CatalogueApplication {

    public static void main(String[] args) {
        SpringApplication.run(CatalogueApplication.class, args);
    }
}
