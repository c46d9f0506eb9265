package org.talks.catalogue.api;

import java.io.IOException;
import java.util.List;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.DefaultCorsProcessor;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.filter.CorsFilter;

/// Lets scripts of other sites read what everybody may read, without cookies, and nothing else.
@Configuration(proxyBeanMethods = false)
class ReadingFromElsewhere {

    private static final List<String> READABLE = List.of(
            "/api/**",
            "/search.atom",
            "/search.csv",
            "/search.ndjson",
            "/talks.atom",
            "/conferences.atom",
            "/conferences/*/talks.atom",
            "/conferences/*/programme.ics",
            "/conferences/*/schedule.xml",
            "/conferences/*/schedule.json",
            "/speakers/*/talks.atom",
            "/speakers/*/talks.ics",
            "/oembed");

    private static final byte[] REFUSAL = """
            {"type":"/problems/cross-origin","title":"Not from another site","status":403,\
            "detail":"Scripts of other sites may read with GET; writing is for programs with a token."}""".getBytes(java.nio.charset.StandardCharsets.UTF_8);

    /// First of all filters, since a browser asks before it sends.
    @Bean
    FilterRegistrationBean<CorsFilter> corsFilter() {
        var reading = new CorsConfiguration();
        reading.setAllowedOrigins(List.of(CorsConfiguration.ALL));
        reading.setAllowedMethods(List.of("GET", "HEAD"));
        reading.setAllowedHeaders(List.of("Accept", "If-None-Match"));
        reading.setExposedHeaders(List.of("ETag", "Link", "RateLimit", "RateLimit-Policy", "Retry-After"));
        reading.setMaxAge(86_400L);
        var sources = new UrlBasedCorsConfigurationSource();
        READABLE.forEach(path -> sources.registerCorsConfiguration(path, reading));
        var filter = new CorsFilter(sources);
        filter.setCorsProcessor(new DefaultCorsProcessor() {
            @Override
            protected void rejectRequest(ServerHttpResponse response) throws IOException {
                response.setStatusCode(HttpStatus.FORBIDDEN);
                response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
                response.getBody().write(REFUSAL);
                response.flush();
            }
        });
        var registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
        return registration;
    }
}
