package org.talks.catalogue.starter;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/// Loads the starter data at first start where the setting `catalogue.starter` says so.
@Component
@ConditionalOnProperty("catalogue.starter")
final class StarterAtStart implements ApplicationRunner {

    private final Starter starter;

    StarterAtStart(Starter starter) {
        this.starter = starter;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        starter.load();
    }
}
