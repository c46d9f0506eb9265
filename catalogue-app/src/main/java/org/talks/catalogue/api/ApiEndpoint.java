package org.talks.catalogue.api;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MultipartFile;

/// An endpoint: one method at one address.
///
/// @param fixed what variables of the mapping's address are here
/// @param also a parameter with which another method answers
record ApiEndpoint(
        String path,
        RequestMethod method,
        HandlerMethod handler,
        Map<String, String> fixed,
        @Nullable String also) {

    private static final List<String> THINGS = List.of("talks", "conferences", "speakers", "series", "transcripts");

    ApiEndpoint(String path, RequestMethod method, HandlerMethod handler, Map<String, String> fixed) {
        this(path, method, handler, fixed, null);
    }

    ApiEndpoint asking(String parameter) {
        return new ApiEndpoint(path, method, handler, fixed, parameter);
    }

    /// What kind of thing it is about, by the first segment of its address; empty when none has commands.
    String thing() {
        return THINGS.contains(tag()) ? tag() : "";
    }

    /// The first segment of its address.
    String tag() {
        return path.substring("/api/".length()).replaceAll("/.*", "");
    }

    /// Whether what is said to it are parameters, which may be the members of a JSON object: [ParametersInJson].
    boolean takesMembers() {
        return method == RequestMethod.POST && !isMultipart() && ParametersInJson.takesParameters(handler);
    }

    boolean isMultipart() {
        return Arrays.stream(handler.getMethodParameters())
                .anyMatch(parameter -> parameter.getParameterType() == MultipartFile.class);
    }
}
