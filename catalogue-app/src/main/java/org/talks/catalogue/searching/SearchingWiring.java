package org.talks.catalogue.searching;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.talks.catalogue.eventstore.EventLog;
import org.talks.catalogue.projection.LiveView;
import org.talks.catalogue.projection.ManagedView;

/// The index as a view.
@Configuration(proxyBeanMethods = false)
class SearchingWiring {

    @Bean(destroyMethod = "")
    LiveView<TalkIndexProjection> indexView(EventLog log) {
        return new LiveView<>(TalkIndexKind.NAME, log);
    }

    @Bean
    TalkIndexKind talkIndexKind(SavedSearches searches) {
        return new TalkIndexKind(searches);
    }

    @Bean(destroyMethod = "")
    ManagedView<TalkIndexProjection> managedIndex(TalkIndexKind kind, LiveView<TalkIndexProjection> live) {
        return new ManagedView<>(kind, live);
    }
}
