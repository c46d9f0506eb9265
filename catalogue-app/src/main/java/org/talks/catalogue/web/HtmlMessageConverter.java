package org.talks.catalogue.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.stereotype.Component;

/// Lets a controller return a [Fragment], plain or in a `ResponseEntity`, and have it written as HTML with its
/// length known, so that it can be compressed and its ETag computed.
@Component
final class HtmlMessageConverter extends AbstractHttpMessageConverter<Fragment> {

    private final Html html;

    HtmlMessageConverter(Html html) {
        super(StandardCharsets.UTF_8, MediaType.TEXT_HTML);
        this.html = html;
    }

    @Override
    protected boolean supports(Class<?> type) {
        return Fragment.class.isAssignableFrom(type);
    }

    @Override
    public boolean canRead(Class<?> type, @Nullable MediaType mediaType) {
        return false;
    }

    @Override
    protected Fragment readInternal(Class<? extends Fragment> type, HttpInputMessage message) {
        throw new HttpMessageNotReadableException("Pages are written, never read.", message);
    }

    @Override
    protected void writeInternal(Fragment fragment, HttpOutputMessage message) throws IOException {
        var output = html.bytes(fragment);
        message.getHeaders().setContentLength(output.getContentLength());
        message.getHeaders().set(HttpHeaders.CONTENT_LANGUAGE, Wording.language());
        message.getHeaders().add(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
        output.writeTo(message.getBody());
    }
}
