package org.talks.catalogue.searching.web;

import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;
import org.springframework.web.util.UriComponentsBuilder;
import org.talks.catalogue.web.Paths;

/// Says in the header `Link` where a list of hits goes on and where it begins (RFC 8288), so that clients need
/// not know about cursors.
@RestControllerAdvice(basePackageClasses = SearchApi.class)
final class SearchLinks implements ResponseBodyAdvice<Object> {

    @Override
    public boolean supports(MethodParameter returnType, Class<? extends HttpMessageConverter<?>> converterType) {
        return true;
    }

    @Override
    public @Nullable Object beforeBodyWrite(
            @Nullable Object body,
            MethodParameter returnType,
            MediaType selectedContentType,
            Class<? extends HttpMessageConverter<?>> selectedConverterType,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        if (body instanceof SearchApi.Answer answer) {
            var here = UriComponentsBuilder.fromUri(request.getURI())
                    .scheme(null)
                    .host(null)
                    .port(null);
            link(response, here.cloneBuilder().replaceQueryParam("cursor"), "first");
            var next = answer.next();
            if (next != null) {
                link(response, here.cloneBuilder().replaceQueryParam("cursor", Paths.encoded(next)), "next");
            }
        }
        return body;
    }

    private static void link(ServerHttpResponse response, UriComponentsBuilder to, String relation) {
        response.getHeaders().add(HttpHeaders.LINK, "<" + to.build().toUriString() + ">; rel=\"" + relation + "\"");
    }
}
