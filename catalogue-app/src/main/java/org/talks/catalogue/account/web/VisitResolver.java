package org.talks.catalogue.account.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.MethodParameter;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.support.RequestContextUtils;
import org.talks.catalogue.account.Actor;
import org.talks.catalogue.account.CurrentActor;
import org.talks.catalogue.web.Flash;
import org.talks.catalogue.web.Head;
import org.talks.catalogue.web.Visit;

/// Gives every controller that asks for one the [Visit] of its request. A [Flash] among the flash attributes of
/// the redirect that led here is part of it, under whatever name.
@Component
final class VisitResolver implements HandlerMethodArgumentResolver, WebMvcConfigurer {

    private final CurrentActor currentActor;
    private final Head.Maker heads;

    VisitResolver(CurrentActor currentActor, ObjectProvider<Head.Maker> heads) {
        this.currentActor = currentActor;
        this.heads = heads.getIfAvailable(() -> page -> Head.NONE);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Visit.class;
    }

    @Override
    public Visit resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest webRequest,
            @Nullable WebDataBinderFactory binders) {
        var request = Optional.ofNullable(webRequest.getNativeRequest(HttpServletRequest.class))
                .orElseThrow();
        var actor = currentActor.actor();
        // Asking for the token makes a session; readers need neither.
        var csrf = actor.isPresent() ? csrf(request) : null;
        return new Visit(actor.map(VisitResolver::account).orElse(null), csrf, flash(request), heads);
    }

    private static Visit.Account account(Actor actor) {
        return new Visit.Account(actor.name(), Visit.Role.valueOf(actor.role().name()));
    }

    private static @Nullable String csrf(HttpServletRequest request) {
        return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token ? token.getToken() : null;
    }

    private static @Nullable Flash flash(HttpServletRequest request) {
        var before = RequestContextUtils.getInputFlashMap(request);
        return before == null
                ? null
                : before.values().stream()
                        .filter(Flash.class::isInstance)
                        .map(Flash.class::cast)
                        .findFirst()
                        .orElse(null);
    }
}
