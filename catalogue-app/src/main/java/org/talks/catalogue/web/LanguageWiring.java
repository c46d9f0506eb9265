package org.talks.catalogue.web;

import java.util.List;
import java.util.Locale;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;

/// Chooses the language of pages after what the browser prefers, among those that are offered.
@Configuration(proxyBeanMethods = false)
class LanguageWiring {

    @Bean
    LocaleResolver localeResolver(SiteProperties properties) {
        var languages =
                properties.languages().stream().map(Locale::forLanguageTag).toList();
        var resolver = new AcceptHeaderLocaleResolver();
        resolver.setSupportedLocales(languages.isEmpty() ? List.of(Locale.ENGLISH) : languages);
        resolver.setDefaultLocale(languages.isEmpty() ? Locale.ENGLISH : languages.getFirst());
        return resolver;
    }
}
