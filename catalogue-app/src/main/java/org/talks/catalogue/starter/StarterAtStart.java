package org.talks.catalogue.starter;

import java.time.Duration;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.talks.catalogue.eventstore.EventLog;
import org.talks.catalogue.replay.Views;

/// Loads the starter data at first start where the setting `catalogue.starter` says so.
@Component
@ConditionalOnProperty("catalogue.starter")
final class StarterAtStart implements ApplicationRunner {

    /// The starter is small; its views are there within a second.
    private static final Duration AT_MOST = Duration.ofSeconds(30);

    private final Starter starter;
    private final EventLog log;
    private final Views views;

    StarterAtStart(Starter starter, EventLog log, Views views) {
        this.starter = starter;
        this.log = log;
        this.views = views;
    }

    @Override
    public void run(ApplicationArguments arguments) throws InterruptedException {
        // Whoever is told that the catalogue is there finds the starter in it.
        if (starter.load() && !views.await(log.head(), AT_MOST)) {
            throw new IllegalStateException("the views do not show the starter data");
        }
    }
}
