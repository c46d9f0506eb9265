package org.talks.catalogue.api;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Finds the endpoints of the API in the mappings of its controllers. An address that stands for several words,
/// or for every command, becomes as many endpoints.
final class ApiEndpoints {

    private static final Pattern VARIABLE = Pattern.compile("\\{([^/:}]+)(?::([^/]*?))?}(?=/|$)");
    private static final Pattern WORDS = Pattern.compile("[a-z]+(?:\\|[a-z]+)*");

    private final RequestMappingHandlerMapping mappings;
    private final CommandTypes types;

    ApiEndpoints(RequestMappingHandlerMapping mappings, CommandTypes types) {
        this.mappings = mappings;
        this.types = types;
    }

    /// One for each method at each address, in the order of the addresses.
    List<ApiEndpoint> all() {
        var byAddress = new TreeMap<String, ApiEndpoint>();
        var others = new TreeMap<String, ApiEndpoint>();
        var asked = new TreeMap<String, String>();
        mappings.getHandlerMethods().forEach((info, handler) -> {
            for (var pattern : info.getPatternValues()) {
                if (!pattern.startsWith("/api/")) {
                    continue;
                }
                for (var method : info.getMethodsCondition().getMethods()) {
                    for (var expanded : expand(new ApiEndpoint(pattern, method, handler, Map.of()))) {
                        var address = expanded.path() + " " + method;
                        // Whoever answers only with a parameter is another form of the same.
                        var with = info.getParamsCondition().getExpressions();
                        if (with.isEmpty() && info.getProducesCondition().isEmpty()) {
                            byAddress.put(address, expanded);
                        } else {
                            with.forEach(parameter -> asked.put(address, parameter.getName()));
                            others.put(address, expanded);
                        }
                    }
                }
            }
        });
        others.forEach(byAddress::putIfAbsent);
        byAddress.replaceAll((address, endpoint) ->
                asked.containsKey(address) ? endpoint.asking(String.valueOf(asked.get(address))) : endpoint);
        return List.copyOf(byAddress.values());
    }

    /// One endpoint for each word that a variable may be, and for each command; other variables without their
    /// patterns.
    private List<ApiEndpoint> expand(ApiEndpoint endpoint) {
        var variables = VARIABLE.matcher(endpoint.path());
        while (variables.find()) {
            var name = variables.group(1);
            var pattern = variables.group(2);
            if (pattern != null && WORDS.matcher(pattern).matches()) {
                return expanded(endpoint, variables.group(), name, List.of(pattern.split("\\|", -1)));
            }
            if (name.equals("command")) {
                return expanded(endpoint, variables.group(), name, commands(endpoint));
            }
            if (pattern != null) {
                return expand(new ApiEndpoint(
                        endpoint.path().replace(variables.group(), "{" + name + "}"),
                        endpoint.method(),
                        endpoint.handler(),
                        endpoint.fixed()));
            }
        }
        return List.of(endpoint);
    }

    private List<ApiEndpoint> expanded(ApiEndpoint endpoint, String variable, String name, List<String> words) {
        var expanded = new ArrayList<ApiEndpoint>();
        for (var word : words) {
            var fixed = new HashMap<>(endpoint.fixed());
            fixed.put(name, word);
            expanded.addAll(expand(new ApiEndpoint(
                    endpoint.path().replace(variable, word), endpoint.method(), endpoint.handler(), fixed)));
        }
        return expanded;
    }

    private List<String> commands(ApiEndpoint endpoint) {
        return types.names(CommandApi.kind(endpoint.thing()));
    }
}
