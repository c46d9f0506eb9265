package org.talks.catalogue.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.util.WebUtils;
import org.talks.catalogue.command.Refused;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Takes the members of a JSON object for parameters where an address takes parameters, so that all of the API
/// can be spoken to in JSON. What the address does not know is refused: were it passed over, a rebuild of one
/// view, say, would become one of all.
@Component
final class ParametersInJson implements HandlerInterceptor, WebMvcConfigurer {

    /// Longer names are what somebody sent as a form by mistake.
    private static final int NAME_SHOWN_MAX = 60;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (isOfApi(request) && handler instanceof HandlerMethod method && takesParameters(method)) {
            var names = names(method);
            if (request.getMethod().equals("POST")) {
                for (var name : request.getParameterMap().keySet()) {
                    requireKnown(name, names);
                }
            }
            var parameters = WebUtils.getNativeRequest(request, MoreParameters.class);
            if (parameters != null) {
                take(request, names, parameters);
            }
        }
        return true;
    }

    /// Whether what it needs is said by parameters, and not by a body that it reads itself.
    static boolean takesParameters(HandlerMethod method) {
        return Arrays.stream(method.getMethodParameters())
                .noneMatch(parameter -> parameter.hasParameterAnnotation(RequestBody.class));
    }

    /// Forms of pages say more than is asked for: a token against forgery, the button that was pressed.
    static boolean isOfApi(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/api/");
    }

    static boolean isJson(HttpServletRequest request) {
        var type = request.getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).startsWith(MediaType.APPLICATION_JSON_VALUE);
    }

    private static void take(HttpServletRequest request, Set<String> names, MoreParameters parameters)
            throws IOException {
        var body = body(request);
        if (body == null) {
            return;
        }
        for (var member : body.properties()) {
            var name = member.getKey();
            var value = member.getValue();
            requireKnown(name, names);
            if (parameters.getParameter(name) != null) {
                throw new Refused.Malformed(name, "Give " + name + " once, in the query or in the body.");
            }
            if (value.isContainer()) {
                throw new Refused.Malformed(name, name + " must be a single value, not a list or an object.");
            }
            if (!value.isNull()) {
                parameters.add(name, value.asString());
            }
        }
    }

    private static void requireKnown(String name, Set<String> names) {
        if (!names.contains(name)) {
            throw new Refused.Malformed(
                    name,
                    "This address takes no " + (name.length() > NAME_SHOWN_MAX ? "such member" : name) + "; it takes "
                            + (names.isEmpty() ? "nothing" : String.join(", ", names)) + ".");
        }
    }

    /// Null when there is none.
    private static @Nullable JsonNode body(HttpServletRequest request) throws IOException {
        try {
            var body = JSON.readTree(request.getInputStream());
            if (body.isObject()) {
                return body;
            }
            if (body.isMissingNode()) {
                return null;
            }
        } catch (JacksonException e) {
            throw new HttpMessageNotReadableException("unreadable", e, new ServletServerHttpRequest(request));
        }
        throw new Refused.Malformed("body", "Send an object of JSON, with a member for each thing to be said.");
    }

    private static Set<String> names(HandlerMethod method) {
        var names = new LinkedHashSet<String>();
        for (var parameter : method.getMethodParameters()) {
            var annotation = parameter.getParameterAnnotation(RequestParam.class);
            if (annotation != null) {
                names.add(ApiOperation.name(annotation.name(), annotation.value(), parameter));
            }
        }
        return names;
    }
}
