package org.talks.catalogue.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;

/// Chooses the language of pages after what the browser prefers, among those that are offered. What programs read
/// is English whatever they send, so that an answer does not depend on the machine that asks: the API, and
/// addresses that end like a file, such as feeds and calendars.
@Configuration(proxyBeanMethods = false)
class LanguageWiring {

    private static final Pattern FOR_PROGRAMS = Pattern.compile("/(?:api|assets)(?:/.*)?|/oembed|.*\\.[a-z0-9]{1,11}");

    @Bean
    LocaleResolver localeResolver(SiteProperties properties) {
        var languages =
                properties.languages().stream().map(Locale::forLanguageTag).toList();
        var resolver = new ForPeople();
        resolver.setSupportedLocales(languages.isEmpty() ? List.of(Locale.ENGLISH) : languages);
        resolver.setDefaultLocale(languages.isEmpty() ? Locale.ENGLISH : languages.getFirst());
        return resolver;
    }

    private static final class ForPeople extends AcceptHeaderLocaleResolver {

        @Override
        public Locale resolveLocale(HttpServletRequest request) {
            return FOR_PROGRAMS.matcher(request.getRequestURI()).matches()
                    ? Locale.ENGLISH
                    : super.resolveLocale(request);
        }
    }
}
