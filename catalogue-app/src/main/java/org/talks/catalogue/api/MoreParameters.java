package org.talks.catalogue.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// A request that can be given parameters beside its own.
final class MoreParameters extends HttpServletRequestWrapper {

    private final Map<String, String> more = new LinkedHashMap<>();

    private MoreParameters(HttpServletRequest request) {
        super(request);
    }

    /// @param name of none that the request has itself
    void add(String name, String value) {
        more.put(name, value);
    }

    @Override
    public @Nullable String getParameter(String name) {
        var added = more.get(name);
        return added != null ? added : super.getParameter(name);
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
        var added = more.get(name);
        return added != null ? new String[] {added} : super.getParameterValues(name);
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        if (more.isEmpty()) {
            return super.getParameterMap();
        }
        var all = new LinkedHashMap<>(super.getParameterMap());
        more.forEach((name, value) -> all.put(name, new String[] {value}));
        return Collections.unmodifiableMap(all);
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.enumeration(getParameterMap().keySet());
    }

    /// Wraps requests of the API whose body is JSON; which address they go to is known only later.
    @Component
    static final class Wrapping extends OncePerRequestFilter {

        @Override
        protected boolean shouldNotFilter(HttpServletRequest request) {
            return !ParametersInJson.isOfApi(request) || !ParametersInJson.isJson(request);
        }

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws IOException, ServletException {
            chain.doFilter(new MoreParameters(request), response);
        }
    }
}
