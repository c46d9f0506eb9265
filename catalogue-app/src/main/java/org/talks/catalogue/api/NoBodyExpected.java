package org.talks.catalogue.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.talks.catalogue.command.Refused;

/// Refuses JSON where parameters are taken from the query or a form: what somebody says there would be passed over,
/// and a rebuild of one view, say, become one of all. An empty object says nothing.
@Component
final class NoBodyExpected implements HandlerInterceptor, WebMvcConfigurer {

    private static final int EMPTY_OBJECT = 2;

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getContentLengthLong() > EMPTY_OBJECT
                && isJson(request.getContentType())
                && handler instanceof HandlerMethod method
                && method.getBeanType().isAnnotationPresent(RestController.class)
                && Arrays.stream(method.getMethodParameters())
                        .noneMatch(parameter -> parameter.hasParameterAnnotation(RequestBody.class))) {
            throw new Refused.Malformed(
                    "body", "This address takes no JSON; give what it needs in the query or as a form. See /api.");
        }
        return true;
    }

    private static boolean isJson(@Nullable String contentType) {
        return contentType != null && contentType.startsWith(MediaType.APPLICATION_JSON_VALUE);
    }
}
