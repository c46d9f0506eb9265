package org.talks.catalogue;

import java.time.Clock;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.talks.catalogue.archive.LogImport;
import org.talks.catalogue.command.StreamKind;
import org.talks.catalogue.data.DataDirectory;
import org.talks.catalogue.eventstore.Commands;
import org.talks.catalogue.eventstore.Deciders;
import org.talks.catalogue.eventstore.EventLog;
import org.talks.catalogue.eventstore.EventStoreWiring;
import org.talks.catalogue.eventstore.SourceRegistry;
import org.talks.catalogue.projection.LiveView;
import org.talks.catalogue.projection.ManagedView;
import org.talks.catalogue.projection.RelationalProjection;
import org.talks.catalogue.projection.RelationalViewKind;
import org.talks.catalogue.projection.StreamTable;
import org.talks.catalogue.replay.Rebuilds;
import org.talks.catalogue.replay.Verification;
import org.talks.catalogue.replay.Views;

/// Puts log, commands, views and rebuilds together. Whatever is served has its views opened and followed first.
@Configuration(proxyBeanMethods = false)
class CatalogueWiring {

    /// For a start after `verify` has found that the registries are not what the log gives.
    private static final String REBUILD_REGISTRIES = "catalogue.rebuild-registries";

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    EventStoreWiring eventStore(
            DataDirectory directory, Clock clock, List<StreamKind<?, ?, ?>> kinds, Environment environment) {
        var store = new EventStoreWiring(directory.log(), clock, kinds);
        if (environment.getProperty(REBUILD_REGISTRIES, Boolean.class, false)) {
            store.rebuildRegistries();
        }
        return store;
    }

    @Bean(destroyMethod = "")
    EventLog eventLog(EventStoreWiring eventStore) {
        return eventStore.log();
    }

    @Bean
    Commands commands(EventStoreWiring eventStore) {
        return eventStore.commands();
    }

    @Bean
    SourceRegistry sourceRegistry(EventStoreWiring eventStore) {
        return eventStore.sources();
    }

    @Bean
    Deciders deciders(EventStoreWiring eventStore) {
        return eventStore.deciders();
    }

    @Bean
    LogImport logImport(EventStoreWiring eventStore) {
        return new LogImport(eventStore.log(), eventStore.intake());
    }

    @Bean
    RelationalViewKind relationalViewKind(List<StreamTable<?>> tables) {
        return new RelationalViewKind(tables);
    }

    @Bean(destroyMethod = "")
    LiveView<RelationalProjection> relationalView(EventLog log) {
        return new LiveView<>(RelationalViewKind.NAME, log);
    }

    @Bean(destroyMethod = "")
    ManagedView<RelationalProjection> managedRelationalView(
            RelationalViewKind kind, LiveView<RelationalProjection> live) {
        return new ManagedView<>(kind, live);
    }

    @Bean(initMethod = "start")
    Views views(DataDirectory directory, EventLog log, List<ManagedView<?>> managed) {
        return new Views(directory, log, managed);
    }

    @Bean(initMethod = "startWhatIsOutdated")
    Rebuilds rebuilds(Views views, EventLog log, Clock clock) {
        return new Rebuilds(views, log, clock);
    }

    @Bean
    Verification verification(EventStoreWiring eventStore, Views views, EventLog log) {
        return new Verification(eventStore.verification(), views, log);
    }
}
