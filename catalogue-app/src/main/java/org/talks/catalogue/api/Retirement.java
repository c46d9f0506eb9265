package org.talks.catalogue.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Tells with each answer of an endpoint that is [Retiring] that it is.
@Component
final class Retirement implements HandlerInterceptor, WebMvcConfigurer {

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        var retiring = handler instanceof HandlerMethod method ? method.getMethodAnnotation(Retiring.class) : null;
        if (retiring != null) {
            response.setHeader("Deprecation", "@" + start(retiring.since()).toEpochSecond());
            response.setHeader("Sunset", DateTimeFormatter.RFC_1123_DATE_TIME.format(start(retiring.sunset())));
            response.addHeader("Link", "<" + retiring.successor() + ">; rel=\"successor-version\"");
        }
        return true;
    }

    private static java.time.ZonedDateTime start(String day) {
        return LocalDate.parse(day).atStartOfDay(ZoneOffset.UTC);
    }
}
