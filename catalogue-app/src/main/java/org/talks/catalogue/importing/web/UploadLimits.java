package org.talks.catalogue.importing.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.filter.OncePerRequestFilter;
import org.talks.catalogue.importing.format.SourceFiles;

/// How large an upload may be. A request that says it is larger is refused before anything of it is read:
/// otherwise the form's token, which is part of it, would be found missing first.
@Configuration(proxyBeanMethods = false)
class UploadLimits {

    /// The other fields of the form, and what stands between them.
    private static final long REQUEST_BYTES_MAX = SourceFiles.MAX_PACKED_BYTES + (1 << 20);

    /// In words.
    static String words() {
        return (SourceFiles.MAX_PACKED_BYTES >> 20) + " MB";
    }

    /// Every part goes to disk, none into memory.
    @Bean
    MultipartConfigElement uploads() {
        return new MultipartConfigElement("", SourceFiles.MAX_PACKED_BYTES, REQUEST_BYTES_MAX, 0);
    }

    @Bean
    FilterRegistrationBean<OncePerRequestFilter> uploadLimit() {
        var filter = new FilterRegistrationBean<OncePerRequestFilter>(new Limit());
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
        filter.addUrlPatterns("/imports", "/api/imports");
        return filter;
    }

    private static final class Limit extends OncePerRequestFilter {
        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            if (request.getContentLengthLong() > REQUEST_BYTES_MAX) {
                response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
            } else {
                chain.doFilter(request, response);
            }
        }
    }
}
